package io.tidings.service.statistics;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * Campaigns side by side, each as it stood so many hours after its launch.
 *
 * @param ageHours whole hours of the clock, the one of the launch included
 */
@Serdeable
@Schema(name = "CampaignComparison")
record Comparison(int ageHours, List<Aged> items) {

    @Serdeable
    @Schema(name = "CampaignAtAge")
    record Aged(String campaignId, String name, Instant launchedAt, CountsView counts, RatesView rates) {}
}
