package io.tidings.service.campaigns;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Brief;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignLife;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Ids;
import io.tidings.service.web.Items;
import io.tidings.service.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    @Operation(operationId = "listCampaigns", summary = "Campaigns, newest first")
    Items<CampaignView> list(
            @Nullable @QueryValue String state,
            @QueryValue(defaultValue = "false") boolean archived,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit) {
        try {
            Page<Campaign> page = campaigns.list(archived, stateOf(state), cursor, limit);
            return new Items<>(views.of(page.items()), page.next());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that this list gave; begin without one");
        }
    }

    private static @Nullable CampaignState stateOf(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(CampaignState.values())
                .filter(state -> CampaignViews.nameOf(state).equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "state",
                        "must be one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(CampaignState.values())
                                                .map(CampaignViews::nameOf)
                                                .toList())));
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
    CampaignView create(@Valid @Body CampaignDraft draft, Authentication who) {
        Instant now = clock.instant();
        Campaign campaign = Campaign.draft(Ids.next(), drafts.read(draft, Optional.empty()), now)
                .noted(new Campaign.Step(now, who.getName(), "drafted"));
        campaigns.add(campaign);
        return views.of(campaign);
    }

    @Put("/{id}")
    @RefusedInWrongState
    @Operation(operationId = "editCampaign", summary = "Changes a draft")
    CampaignView edit(String id, @Valid @Body CampaignDraft draft, Authentication who) {
        Optional<Brief> before = campaigns.find(Ids.checked("the campaign", id)).map(Campaign::brief);
        return views.done(life.edit(id, who.getName(), drafts.read(draft, before)));
    }
}
