package io.tidings.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.client.WebhookVerifier.NotVerifiedException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first example is the one that Standard Webhooks' own libraries are tested with. */
class WebhookVerifierTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String FOREIGN = "{\"test\": 2432232314}";

    @Test
    void theSignatureOfStandardWebhooksOwnExampleIsRight() {
        // It is no event of ours, so what it says is refused, and only after its signature was found right.
        assertThatThrownBy(() -> at(0).verify(ID, TIMESTAMP, SIGNATURE, bytes(FOREIGN)))
                .isInstanceOf(NotVerifiedException.class)
                .hasMessageContaining("not an event");
    }

    @Test
    void oneRightSignatureAmongOthersIsEnough() {
        assertThatThrownBy(() -> at(0).verify(ID, TIMESTAMP, "v1,AAAA v1a,x " + SIGNATURE + " v2,zzz", bytes(FOREIGN)))
                .hasMessageContaining("not an event");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1,",
                "v1,AAAA",
                "v1,not base64!",
                "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1O0="
            })
    void aWrongSignatureIsRefused(String signature) {
        assertThatThrownBy(() -> at(0).verify(ID, TIMESTAMP, signature, bytes(FOREIGN)))
                .hasMessageContaining("no signature fits");
    }

    @Test
    void whatWasChangedIsRefused() {
        assertThatThrownBy(() -> at(0).verify(ID, TIMESTAMP, SIGNATURE, bytes(FOREIGN + " ")))
                .hasMessageContaining("no signature fits");
        assertThatThrownBy(() -> at(0).verify("msg_other", TIMESTAMP, SIGNATURE, bytes(FOREIGN)))
                .hasMessageContaining("no signature fits");
        assertThatThrownBy(() -> at(0).verify(ID, "1614265331", SIGNATURE, bytes(FOREIGN)))
                .hasMessageContaining("no signature fits");
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void whatIsOldOrFromTheFutureIsRefused(long seconds) {
        assertThatThrownBy(() -> at(seconds).verify(ID, TIMESTAMP, SIGNATURE, bytes(FOREIGN)))
                .hasMessageContaining("too far");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "9999999999999999999", "99999999999999", "-1"})
    void whatIsNoTimeIsRefused(String timestamp) {
        assertThatThrownBy(() -> at(0).verify(ID, timestamp, SIGNATURE, bytes(FOREIGN)))
                .isInstanceOf(NotVerifiedException.class);
    }

    @ParameterizedTest
    @CsvSource({",1,v1", "id,,v1", "id,1,"})
    void aMissingHeaderIsNamed(@Nullable String id, @Nullable String timestamp, @Nullable String signature) {
        assertThatThrownBy(() -> at(0).verify(id, timestamp, signature, bytes("{}")))
                .hasMessageContaining("a header is missing");
    }

    @Test
    void aSecretOfAnotherKindIsRefusedAtOnce() {
        assertThatThrownBy(() -> new WebhookVerifier("tidings_key")).hasMessageContaining("whsec_");
        assertThat(new WebhookVerifier(SECRET)).isNotNull();
    }

    private static WebhookVerifier at(long secondsLater) {
        Instant now = Instant.ofEpochSecond(Long.parseLong(TIMESTAMP) + secondsLater);
        return new WebhookVerifier(SECRET, Duration.ofMinutes(5), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
