package io.tidings.service.campaigns;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.campaign.Brief;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignLife;
import io.tidings.core.campaign.CampaignLife.Change;
import io.tidings.core.campaign.CampaignLife.Changed;
import io.tidings.core.campaign.CampaignLife.Incomplete;
import io.tidings.core.campaign.CampaignLife.NoSuchCampaign;
import io.tidings.core.campaign.CampaignLife.NotAllowed;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Ids;
import io.tidings.service.web.Items;
import io.tidings.service.web.ProblemException;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

@Controller("/api/v1/campaigns")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Campaigns")
class CampaignController {

    private final CampaignStore campaigns;
    private final CampaignLife life;
    private final DraftReader drafts;
    private final CampaignViews views;
    private final InstantSource clock;

    CampaignController(
            CampaignStore campaigns, CampaignLife life, DraftReader drafts, CampaignViews views, InstantSource clock) {
        this.campaigns = campaigns;
        this.life = life;
        this.drafts = drafts;
        this.views = views;
        this.clock = clock;
    }

    @Get
    @Operation(operationId = "listCampaigns", summary = "All campaigns")
    Items<CampaignView> list() {
        return Items.all(views.of(campaigns.list()));
    }

    @Get("/{id}")
    @Operation(operationId = "getCampaign", summary = "One campaign with its books")
    CampaignView get(String id) {
        return campaigns
                .find(Ids.checked("the campaign", id))
                .map(views::of)
                .orElseThrow(() -> ProblemException.notFound("the campaign"));
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "createCampaign", summary = "A new draft")
    CampaignView create(@Valid @Body CampaignDraft draft) {
        Campaign campaign = Campaign.draft(Ids.next(), drafts.read(draft, Optional.empty()), clock.instant());
        campaigns.add(campaign);
        return views.of(campaign);
    }

    @Put("/{id}")
    @Operation(operationId = "editCampaign", summary = "Changes a draft")
    CampaignView edit(String id, @Valid @Body CampaignDraft draft) {
        Optional<Brief> before = campaigns.find(Ids.checked("the campaign", id)).map(Campaign::brief);
        return done(life.edit(id, drafts.read(draft, before)));
    }

    @Post("/{id}/launch")
    @Operation(operationId = "launchCampaign", summary = "Freezes a draft and begins to send it")
    CampaignView launch(String id, Authentication who) {
        return done(life.launch(Ids.checked("the campaign", id), who.getName()));
    }

    @Post("/{id}/pause")
    @Operation(operationId = "pauseCampaign", summary = "Stops sending for now")
    CampaignView pause(String id, Authentication who) {
        return done(life.pause(Ids.checked("the campaign", id), "paused by " + who.getName()));
    }

    @Post("/{id}/resume")
    @Operation(operationId = "resumeCampaign", summary = "Goes on sending")
    CampaignView resume(String id) {
        return done(life.resume(Ids.checked("the campaign", id)));
    }

    @Post("/{id}/cancel")
    @Operation(operationId = "cancelCampaign", summary = "Stops sending for good")
    CampaignView cancel(String id) {
        return done(life.cancel(Ids.checked("the campaign", id)));
    }

    private CampaignView done(Change change) {
        return switch (change) {
            case Changed(Campaign campaign) -> views.of(campaign);
            case NoSuchCampaign() -> throw ProblemException.notFound("the campaign");
            case Incomplete(String field, String message) -> throw ProblemException.invalid(field, message);
            case NotAllowed(Campaign campaign, var verb) -> {
                String state = campaign.state().name().toLowerCase(Locale.ROOT);
                throw ProblemException.notAllowed(
                        "a campaign that is " + state + " cannot be told to "
                                + verb.name().toLowerCase(Locale.ROOT),
                        state,
                        CampaignViews.allowed(campaign));
            }
        };
    }
}
