package io.tidings.awslocal.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tidings.awslocal.mail.MailHeader;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValidationTest {
    @Test
    void fifteenHeadersPassAndSixteenDoNot() {
        assertThat(Validation.headers(pairs(15, "X-", "v"))).hasSize(15);
        assertThatThrownBy(() -> Validation.headers(pairs(16, "X-", "v"))).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"With Space", "Colon:", "Ü", "", "Subject", "from"})
    void headerNameThatSesRefuses(String name) {
        assertThatThrownBy(() -> Validation.headers(pair(name, "v"))).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "line\r\nInjected: x", "Ü", "tab\there"})
    void headerValueThatSesRefuses(String value) {
        assertThatThrownBy(() -> Validation.headers(pair("X-A", value))).isInstanceOf(Refusal.class);
    }

    @Test
    void headerLengthsAreThoseOfTheModel() {
        assertThatCode(() -> Validation.headers(pair("X", "v".repeat(995)))).doesNotThrowAnyException();
        assertThatThrownBy(() -> Validation.headers(pair("X", "v".repeat(996)))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Validation.headers(pair("XX", "v".repeat(995))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Validation.headers(pair("X".repeat(127), "v"))).isInstanceOf(Refusal.class);
    }

    @Test
    void replacementHeaderTakesThePlaceOfOneOfItsNameAndOthersAreAdded() {
        var merged = Validation.merged(
                List.of(new MailHeader("List-Id", "a"), new MailHeader("X-B", "b")),
                List.of(new MailHeader("list-id", "c"), new MailHeader("X-D", "d")));
        assertThat(merged).extracting(MailHeader::value).containsExactlyInAnyOrder("c", "b", "d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example", "dot.dot", "colon:", "", "späce", "a b"})
    void tagValueBeyondLettersDigitsUnderscoreAndHyphenIsRefused(String value) {
        assertThatThrownBy(() -> Validation.tags(pair("name", value))).isInstanceOf(Refusal.class);
    }

    @Test
    void tagOf256CharactersPassesAndOf257DoesNot() {
        assertThat(Validation.tags(pair("n", "v".repeat(256)))).isEqualTo(Map.of("n", "v".repeat(256)));
        assertThatThrownBy(() -> Validation.tags(pair("n", "v".repeat(257)))).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-at",
                "@domain.example",
                "ünï@example.com",
                "a b@example.com",
                "a@",
                "a@b_c",
                "Ünï <a@b.example>"
            })
    void addressThatSesRefuses(String mailbox) {
        assertThatThrownBy(() -> Addresses.check(mailbox)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example", "A B <a+label@b.example>", "\"A, B\" <a@b.example>", "\"a b\"@b.example"})
    void addressThatSesTakes(String mailbox) {
        assertThatCode(() -> Addresses.check(mailbox)).doesNotThrowAnyException();
    }

    private static ArrayNode pair(String name, String value) {
        var array = Json.array();
        array.addObject().put("Name", name).put("Value", value);
        return array;
    }

    private static ArrayNode pairs(int count, String prefix, String value) {
        var array = Json.array();
        for (var i = 0; i < count; i++) {
            array.addObject().put("Name", prefix + i).put("Value", value);
        }
        return array;
    }
}
