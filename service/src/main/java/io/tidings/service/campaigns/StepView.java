package io.tidings.service.campaigns;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.campaign.Campaign.Step;
import java.time.Instant;

/** Something that was done to a campaign. */
@Serdeable
@Schema(name = "CampaignStep")
record StepView(Instant at, String by, String what) {
    static StepView of(Step step) {
        return new StepView(step.at(), step.by(), step.what());
    }
}
