package io.tidings.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Sender;
import org.junit.jupiter.api.Test;

class SenderHeaderTest {

    @Test
    void namesAreQuotedOrEncodedAndStayOneLine() {
        assertThat(header("Tidings, Inc.")).isEqualTo("\"Tidings, Inc.\" <hello@tidings.example>");
        assertThat(header("The \"best\"")).isEqualTo("\"The \\\"best\\\"\" <hello@tidings.example>");
        assertThat(header("Zoë")).isEqualTo("=?UTF-8?B?Wm/Dqw==?= <hello@tidings.example>");
        assertThat(header("")).isEqualTo("hello@tidings.example");
        assertThat(header("Eve\r\nBcc: all@example.com")).doesNotContain("\r").doesNotContain("\n");
    }

    @Test
    void longNamesAreCutIntoWordsBetweenCharacters() {
        String header = header("日本語のとても長い差出人の名前がここにあります、はい");
        assertThat(header.split(" ")).allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(75));
    }

    private static String header(String name) {
        return SenderHeader.of(new Sender(name, EmailAddress.of("hello@tidings.example")));
    }
}
