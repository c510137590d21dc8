package io.tidings.core.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ana@example.com, ana@example.com",
        "' Ana@Example.COM ', Ana@example.com",
        "Ana Silva <ana@example.com>, ana@example.com",
        "<ana+spring@example.com>, ana+spring@example.com",
        "ana@münchen.de, ana@xn--mnchen-3ya.de",
        "o'neil@example.co.uk, o'neil@example.co.uk",
        "'\"a b\"@example.com', '\"a b\"@example.com'",
    })
    void readsWhatPeopleAndMailSystemsWrite(String written, String address) {
        assertThat(EmailAddress.of(written)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "@example.com",
                "ana@",
                "ana@example",
                ".ana@example.com",
                "ana..silva@example.com",
                "jörg@example.com",
                "ana@exa mple.com",
                "ana@example..com",
                "ana@-example.com",
                "ana\r\nBcc: eve@example.com@example.com",
                "a b@example.com",
            })
    void tellsWhatIsWrong(String written) {
        assertThat(EmailAddress.read(written)).isInstanceOf(EmailAddress.Invalid.class);
    }

    @Test
    void longAddressesAreRefused() {
        assertThat(EmailAddress.read("a".repeat(65) + "@example.com")).isInstanceOf(EmailAddress.Invalid.class);
        assertThat(EmailAddress.read("a@" + "b".repeat(60) + ".c".repeat(100) + ".com"))
                .isInstanceOf(EmailAddress.Invalid.class);
    }

    @Test
    void theSamePersonHoweverTyped() {
        RecipientId id = EmailAddress.of("ana@example.com").recipientId();
        assertThat(EmailAddress.of("Ana Silva <ANA@EXAMPLE.COM>").recipientId()).isEqualTo(id);
        assertThat(EmailAddress.of("bo@example.com").recipientId()).isNotEqualTo(id);
        // Stored in every table and in every tag: it may never change.
        assertThat(id).hasToString("rzb4un3qciuoosmd57n5bt7vyfvtwhs5");
    }

    @Test
    void peopleSpreadOverShards() {
        int[] shards = new int[8];
        for (int i = 0; i < 8_000; i++) {
            shards[EmailAddress.of("p" + i + "@example.com").recipientId().shard(8)]++;
        }
        for (int people : shards) {
            assertThat(people).isBetween(850, 1_150);
        }
    }

    @Test
    void theBytesOfAnIdAreTheId() {
        for (int i = 0; i < 200; i++) {
            RecipientId id = EmailAddress.of("p" + i + "@example.com").recipientId();
            assertThat(RecipientId.ofBytes(id.bytes())).isEqualTo(id);
        }
        assertThatThrownBy(() -> RecipientId.ofBytes(new byte[19])).hasMessageContaining("20 bytes");
    }

    @Test
    void onlySesOwnSimulatorIsTheSimulator() {
        assertThat(EmailAddress.of("Bounce+7@Simulator.AmazonSES.com").isSimulator())
                .isTrue();
        assertThat(EmailAddress.of("bounce@simulator.amazonses.com.example").isSimulator())
                .isFalse();
        assertThat(EmailAddress.of("bounce@example.com").isSimulator()).isFalse();
    }
}
