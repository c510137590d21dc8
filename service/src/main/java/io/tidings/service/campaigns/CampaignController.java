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
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignLife;
import io.tidings.core.campaign.CampaignLife.Change;
import io.tidings.core.campaign.CampaignLife.Changed;
import io.tidings.core.campaign.CampaignLife.Incomplete;
import io.tidings.core.campaign.CampaignLife.NoSuchCampaign;
import io.tidings.core.campaign.CampaignLife.NotAllowed;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.campaign.Sender;
import io.tidings.core.template.TemplateStore;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Ids;
import io.tidings.service.web.Items;
import io.tidings.service.web.Problem.FieldError;
import io.tidings.service.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

@Controller("/api/v1/campaigns")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Campaigns")
class CampaignController {

    private final CampaignStore campaigns;
    private final CampaignLife life;
    private final TemplateStore templates;
    private final AudienceStore audiences;
    private final CampaignViews views;
    private final InstantSource clock;

    CampaignController(
            CampaignStore campaigns,
            CampaignLife life,
            TemplateStore templates,
            AudienceStore audiences,
            CampaignViews views,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.life = life;
        this.templates = templates;
        this.audiences = audiences;
        this.views = views;
        this.clock = clock;
    }

    @Serdeable
    @Schema(name = "CampaignDraft")
    record CampaignDraft(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = Ids.LENGTH) String templateId,
            @NotBlank @Size(max = Ids.LENGTH) String audienceId,
            @NotNull @Valid SenderView sender) {}

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
        Campaign campaign = Campaign.draft(
                Ids.next(),
                draft.name().strip(),
                draft.templateId(),
                draft.audienceId(),
                checked(draft),
                clock.instant());
        campaigns.add(campaign);
        return views.of(campaign);
    }

    @Put("/{id}")
    @Operation(operationId = "editCampaign", summary = "Changes a draft")
    CampaignView edit(String id, @Valid @Body CampaignDraft draft) {
        Sender sender = checked(draft);
        return done(life.edit(
                Ids.checked("the campaign", id), draft.name().strip(), draft.templateId(), draft.audienceId(), sender));
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

    private Sender checked(CampaignDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        if (templates.find(draft.templateId()).isEmpty()) {
            errors.add(new FieldError("templateId", "no such template; choose one that exists"));
        }
        if (audiences.find(draft.audienceId()).isEmpty()) {
            errors.add(new FieldError("audienceId", "no such audience; choose one that exists"));
        }
        String name = draft.sender().name().strip();
        if (name.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError("sender.name", "has a line break or another control character"));
        }
        EmailAddress.Reading reading = EmailAddress.read(draft.sender().email());
        if (reading instanceof EmailAddress.Invalid(String why)) {
            errors.add(new FieldError("sender.email", why));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Sender(name, ((EmailAddress.Valid) reading).address());
    }
}
