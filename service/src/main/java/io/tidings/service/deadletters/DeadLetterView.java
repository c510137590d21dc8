package io.tidings.service.deadletters;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.deadletter.DeadLetters.Parked;
import io.tidings.core.deadletter.FailureLog.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(name = "DeadLetter")
record DeadLetterView(
        String id,

        @Schema(description = "as it is in the queue; a very long one is cut")
        String body,

        boolean cut,

        @Schema(description = "when it was first put into its queue")
        Instant sentAt,

        @Schema(description = "why it could not be processed; nothing when its process died without saying so")
        @Nullable
        String cause,

        @Schema(description = "how many failed tries were noted")
        int tries,

        @Nullable Instant firstFailedAt,

        @Nullable Instant lastFailedAt) {

    private static final int LONGEST_BODY = 64 * 1024;

    static DeadLetterView of(Parked parked) {
        String body = parked.message().body();
        Cause cause = parked.cause();
        return new DeadLetterView(
                parked.message().id(),
                cut(body),
                body.length() > LONGEST_BODY,
                parked.message().sentAt(),
                cause == null ? null : cause.words(),
                cause == null ? 0 : cause.tries(),
                cause == null ? null : cause.first(),
                cause == null ? null : cause.last());
    }

    static String cut(String body) {
        return body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) : body;
    }
}
