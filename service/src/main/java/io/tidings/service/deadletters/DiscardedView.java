package io.tidings.service.deadletters;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.deadletter.FailureLog.Discarded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(name = "DiscardedDeadLetter")
record DiscardedView(
        String id,
        String queue,
        String body,
        Instant sentAt,
        @Nullable String cause,
        String by,
        String reason,
        Instant at) {

    static DiscardedView of(Discarded discarded) {
        return new DiscardedView(
                discarded.id(),
                discarded.queue(),
                DeadLetterView.cut(discarded.body()),
                discarded.sentAt(),
                discarded.cause(),
                discarded.by(),
                discarded.why(),
                discarded.at());
    }
}
