package io.tidings.service.campaigns;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a campaign is, at this moment. */
@Serdeable
@Schema(name = "Progress")
public record Progress(
        String campaignId,
        String name,

        @Schema(allowableValues = {"draft", "scheduled", "launching", "sending", "paused", "finished", "cancelled"})
        String state,

        long accepted,

        @Schema(description = "messages a second over the last seconds")
        double rate,

        @Schema(description = "its share of the account's rate, or its own limit if that is lower")
        double allowedRate,

        LimitView limit,

        @Nullable Instant endsAt,
        BooksView books,
        @Nullable PauseView pause,
        @Nullable PauseView waitsFor,
        Instant asOf) {}
