package io.tidings.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class JsonTextProperty {

    @Property
    void anyTextIsReadBackAsItWas(@ForAll @StringLength(max = 200) String text) throws JsonProcessingException {
        assertThat(readBack(text)).isEqualTo(text);
    }

    @Property
    void soIsTextThatIsMostlyEscapes(@ForAll @CharRange(from = 0, to = 127) @StringLength(max = 200) String text)
            throws JsonProcessingException {
        assertThat(readBack(text)).isEqualTo(text);
    }

    private static String readBack(String text) throws JsonProcessingException {
        StringBuilder json = new StringBuilder("\"");
        JsonText.quote(text, json);
        return new ObjectMapper().readValue(json.append('"').toString(), String.class);
    }
}
