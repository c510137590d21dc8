package io.tidings.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Checks that a webhook's request comes from Tidings, is unchanged, and is not an old one sent again by somebody else. */
public final class WebhookVerifier {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String PREFIX = "whsec_";

    private final byte[] key;
    private final Duration tolerance;
    private final Clock clock;

    /** @param secret as it was shown when the webhook was made: whsec_… */
    public WebhookVerifier(String secret) {
        this(secret, TOLERANCE, Clock.systemUTC());
    }

    /** @param tolerance how much the clocks of both sides may differ */
    public WebhookVerifier(String secret, Duration tolerance, Clock clock) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("the secret of a webhook begins with " + PREFIX);
        }
        this.key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /** What it says is not to be believed; answer 401. */
    public static final class NotVerifiedException extends Exception {
        private static final long serialVersionUID = 1;

        NotVerifiedException(String message) {
            super(message);
        }
    }

    /**
     * @param id the header webhook-id
     * @param timestamp the header webhook-timestamp
     * @param signature the header webhook-signature
     * @param body as it came, byte for byte
     */
    public WebhookEvent verify(@Nullable String id, @Nullable String timestamp, @Nullable String signature, byte[] body)
            throws NotVerifiedException {
        if (id == null || timestamp == null || signature == null) {
            throw new NotVerifiedException(
                    "a header is missing: webhook-id, webhook-timestamp and webhook-signature have to be there");
        }
        checkTime(timestamp);
        byte[] wanted = hmac(id + "." + timestamp + ".", body);
        boolean right = false;
        for (String one : signature.split(" ")) {
            // While a secret is replaced there are two; each is compared in full, so that the time tells nothing.
            right |= one.startsWith("v1,") && MessageDigest.isEqual(wanted, decoded(one.substring(3)));
        }
        if (!right) {
            throw new NotVerifiedException("no signature fits; is it the secret of this webhook?");
        }
        return event(id, body);
    }

    private void checkTime(String timestamp) throws NotVerifiedException {
        try {
            Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            if (Duration.between(sent, clock.instant()).abs().compareTo(tolerance) > 0) {
                throw new NotVerifiedException("the timestamp is too far from the time of this machine's clock");
            }
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            throw new NotVerifiedException("the timestamp is not a time");
        }
    }

    private byte[] hmac(String before, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static WebhookEvent event(String id, byte[] body) throws NotVerifiedException {
        try {
            JsonNode json = Json.parse(new String(body, StandardCharsets.UTF_8));
            return new WebhookEvent(
                    id,
                    json.path("type").asText(),
                    Instant.parse(json.path("timestamp").asText()),
                    json.path("data"));
        } catch (JsonProcessingException | DateTimeException e) {
            throw new NotVerifiedException("the body is not an event");
        }
    }
}
