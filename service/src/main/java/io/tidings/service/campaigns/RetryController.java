package io.tidings.service.campaigns;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.sending.RetryMissed;
import io.tidings.core.sending.RetryMissed.Missed;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Ids;
import io.tidings.service.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Sending a finished campaign to those it did not reach. */
@Controller("/api/v1/campaigns/{id}/retry-missed")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Campaigns")
class RetryController {

    private final CampaignStore campaigns;
    private final RetryMissed retry;
    private final CampaignViews views;

    RetryController(CampaignStore campaigns, RetryMissed retry, CampaignViews views) {
        this.campaigns = campaigns;
        this.retry = retry;
        this.views = views;
    }

    @Serdeable
    @Schema(name = "RetryMissed")
    record RetryRequest(
            @Schema(description = "also those who were left unknown: they may get it twice") @NotNull
            Boolean unknown,

            @Schema(description = "also those who joined the audience since") @NotNull
            Boolean newcomers) {}

    @Serdeable
    @Schema(name = "Missed")
    record MissedView(
            @Schema(description = "SES would not take it, for a reason that may have passed")
            long refused,

            @Schema(description = "left unknown by the campaign's policy: they may have got it")
            long unknown,

            @Schema(description = "joined the audience since")
            long newcomers) {}

    @Get
    @Operation(operationId = "previewRetryMissed", summary = "How many would be sent to if the missed were")
    MissedView preview(String id) {
        Campaign campaign = campaigns
                .find(Ids.checked("the campaign", id))
                .orElseThrow(() -> ProblemException.notFound("the campaign"));
        if (campaign.launch() == null) {
            return new MissedView(0, 0, 0);
        }
        Missed missed = retry.preview(campaign);
        return new MissedView(missed.refused(), missed.unknown(), missed.newcomers());
    }

    @Post
    @RefusedInWrongState
    @Operation(operationId = "retryMissed", summary = "Sends a finished campaign to those who were missed")
    CampaignView start(String id, @Valid @Body RetryRequest wanted, Authentication who) {
        return views.done(
                retry.retry(Ids.checked("the campaign", id), who.getName(), wanted.unknown(), wanted.newcomers()));
    }
}
