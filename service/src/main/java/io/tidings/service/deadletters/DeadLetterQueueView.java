package io.tidings.service.deadletters;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.deadletter.DeadLetterQueue;
import io.tidings.core.deadletter.DeadLetters.Parked;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(name = "DeadLetterQueue")
record DeadLetterQueueView(
        String queue,

        @Schema(description = "approximately, as SQS counts")
        long waiting,

        @Schema(description = "when the oldest of a few that were looked at was first put into its queue") @Nullable
        Instant oldest,

        @Schema(description = "the last time all were sent back") @Nullable
        MoveView move) {

    static DeadLetterQueueView of(DeadLetterQueue queue, long waiting, List<Parked> some) {
        return new DeadLetterQueueView(
                queue.name(),
                waiting,
                some.stream()
                        .map(parked -> parked.message().sentAt())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                queue.lastMove().map(MoveView::of).orElse(null));
    }
}
