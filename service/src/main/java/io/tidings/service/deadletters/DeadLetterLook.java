package io.tidings.service.deadletters;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Serdeable
record DeadLetterLook(
        String queue,

        @Schema(description = "approximately, as SQS counts")
        long waiting,

        @Schema(description = "whether these are all, as far as SQS tells")
        boolean complete,

        List<DeadLetterView> items,

        @Schema(description = "the last time all were sent back") @Nullable
        MoveView move) {}
