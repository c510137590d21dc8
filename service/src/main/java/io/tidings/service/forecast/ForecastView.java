package io.tidings.service.forecast;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one sending will go, as far as is known now. */
@Serdeable
@Schema(name = "Forecast")
record ForecastView(
        @Schema(description = "to whom it is, or still is, to be sent; who is suppressed is only known when it is sent")
        long recipients,

        Instant startsAt,

        @Schema(description = "nothing when it is not over within 60 days of the last start") @Nullable
        Instant endsAt,

        @Schema(description = "messages a second it begins with")
        double perSecond,

        @Schema(allowableValues = {"account", "ownLimit", "spreading", "otherCampaigns", "quota"})
        String limitedBy,

        QuotaForecast quota,
        List<Collision> collisions,

        @Schema(description = "campaigns that are paused; each would share the rate if it were resumed meanwhile")
        List<Paused> paused,

        Cost cost,
        List<String> assumptions) {

    @Serdeable
    @Schema(
            name = "ForecastQuota",
            description = "the account's quota of 24 hours; campaigns leave a share for notifications")
    record QuotaForecast(
            @Schema(description = "nothing when the account has no limit") @Nullable
            Double max24Hours,

            double usedNow,
            @Nullable Double leftForCampaignsNow,
            @Nullable Double leftForCampaignsAtStart,
            @Nullable Double leftForCampaignsAfter,

            @Schema(description = "all of it goes out without waiting for quota")
            boolean fits,

            @Nullable Instant spentAt,

            @Schema(description = "when the first of it comes back after that") @Nullable
            Instant goesOnAt) {}

    @Serdeable
    @Schema(name = "ForecastCollision", description = "a campaign that sends at the same time")
    record Collision(
            String campaignId,
            String name,

            @Schema(allowableValues = {"scheduled", "launching", "sending"})
            String state,

            Instant startsAt,
            @Nullable Instant endsAt) {}

    @Serdeable
    @Schema(name = "ForecastPaused")
    record Paused(
            String campaignId,
            String name,

            @Schema(description = "who would still be sent to")
            long waiting) {}

    @Serdeable
    @Schema(name = "ForecastCost")
    record Cost(double dollars, List<CostPart> parts) {}

    @Serdeable
    @Schema(name = "ForecastCostPart")
    record CostPart(String name, double units, double dollarsPerThousand, double dollars) {}
}
