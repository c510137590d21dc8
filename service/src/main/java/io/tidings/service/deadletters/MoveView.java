package io.tidings.service.deadletters;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.deadletter.DeadLetterQueue.Move;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sending back all of them: SQS does it by itself. */
@Serdeable
@Schema(name = "DeadLetterMove")
record MoveView(
        boolean running,

        @Schema(description = "approximately") long moved,

        @Schema(description = "approximately; nothing while SQS does not know") @Nullable
        Long of,

        Instant startedAt,

        @Schema(description = "why SQS ended it before its time") @Nullable
        String failure) {

    static MoveView of(Move move) {
        return new MoveView(move.running(), move.moved(), move.of(), move.startedAt(), move.failure());
    }
}
