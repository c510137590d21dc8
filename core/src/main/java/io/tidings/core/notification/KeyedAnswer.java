package io.tidings.core.notification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a request with a key was answered, for whoever sends it again.
 *
 * @param key the caller's, made his own by who he is
 * @param request what proves that a second request is the same
 * @param expiresAt from then on the key is as good as new
 */
public record KeyedAnswer(String key, String request, int status, String body, Instant givenAt, Instant expiresAt) {

    public KeyedAnswer {
        // As exact as it is stored, so that what is read back is equal to what was written.
        givenAt = givenAt.truncatedTo(ChronoUnit.MILLIS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
