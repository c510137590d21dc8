package io.tidings.awslocal.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SubstitutionTest {
    @Test
    void variablesAreFilledInAsTheyAre() throws Exception {
        var filled = Substitution.fill("Dear {{ name }}, {{{html}}} {{n}}!", data("""
                {"name":"A & B","html":"<b>x</b>","n":3}
                """));
        assertThat(filled).isEqualTo("Dear A & B, <b>x</b> 3!");
    }

    @Test
    void nestedVariableIsFoundByItsPath() throws Exception {
        assertThat(Substitution.fill("{{a.b}}", data("{\"a\":{\"b\":\"x\"}}"))).isEqualTo("x");
    }

    @Test
    void missingVariableIsNamedAsSesNamesIt() {
        assertThatThrownBy(() -> Substitution.fill("{{name}}", data("{}")))
                .isInstanceOfSatisfying(
                        Substitution.MissingVariable.class,
                        missing -> assertThat(missing.text())
                                .isEqualTo("Attribute 'name' is not present in the rendering data."));
    }

    @Test
    void valueIsNotFilledInAgain() throws Exception {
        assertThat(Substitution.fill("{{a}}", data("{\"a\":\"{{b}}\"}"))).isEqualTo("{{b}}");
    }

    @Test
    void blocksAndPartialsAreRefused() {
        for (var template : new String[] {"{{#if a}}x{{/if}}", "{{> part}}", "{{a", "{{}}"}) {
            assertThatThrownBy(() -> Substitution.variables(template)).isInstanceOf(Refusal.class);
        }
    }

    private static JsonNode data(String json) {
        return Objects.requireNonNull(Json.parse(json));
    }
}
