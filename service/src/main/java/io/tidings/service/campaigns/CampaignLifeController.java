package io.tidings.service.campaigns;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.campaign.CampaignLife;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a marketer does to a campaign. */
@Controller("/api/v1/campaigns/{id}")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Campaigns")
class CampaignLifeController {

    private final CampaignLife life;
    private final CampaignViews views;

    CampaignLifeController(CampaignLife life, CampaignViews views) {
        this.life = life;
        this.views = views;
    }

    @Serdeable
    @Schema(name = "CampaignSchedule")
    record ScheduleRequest(
            @Schema(description = "date and time as clocks there will show it", example = "2026-03-02T09:00")
            @NotBlank
            @Size(max = 40)
            String at,

            @Schema(description = "the name of a time zone", example = "Europe/Vienna") @NotBlank @Size(max = 60)
            String zone) {}

    @Serdeable
    @Schema(name = "CampaignSpeed")
    record SpeedRequest(
            @Schema(description = "messages a second")
            @NotNull
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax("1000000")
            Double perSecond) {}

    @Serdeable
    @Schema(name = "CampaignResume")
    record ResumeRequest(
            @Schema(
                    description =
                            "the evidence was seen: needed when the campaign's own figures made it pause. Only what comes"
                                    + " after is judged from then on")
            @Nullable
            Boolean acknowledge) {}

    @Post("/launch")
    @Operation(operationId = "launchCampaign", summary = "Freezes a draft and begins to send it, after its hold")
    @RefusedInWrongState
    CampaignView launch(String id, Authentication who) {
        return views.done(life.launch(checked(id), who.getName()));
    }

    @Post("/take-back")
    @Operation(operationId = "takeBackCampaign", summary = "Undoes a launch whole, as long as it is held")
    @RefusedInWrongState
    CampaignView takeBack(String id, Authentication who) {
        return views.done(life.takeBack(checked(id), who.getName()));
    }

    @Post("/schedule")
    @Operation(operationId = "scheduleCampaign", summary = "Has a draft launched at a time, or at another one")
    @RefusedInWrongState
    CampaignView schedule(String id, @Valid @Body ScheduleRequest when, Authentication who) {
        return views.done(life.schedule(checked(id), who.getName(), when.at(), when.zone()));
    }

    @Post("/unschedule")
    @Operation(operationId = "unscheduleCampaign", summary = "Makes a scheduled campaign a draft again")
    @RefusedInWrongState
    CampaignView unschedule(String id, Authentication who) {
        return views.done(life.unschedule(checked(id), who.getName()));
    }

    @Post("/pause")
    @Operation(operationId = "pauseCampaign", summary = "Stops sending for now")
    @RefusedInWrongState
    CampaignView pause(String id, Authentication who) {
        return views.done(life.pauseByHand(checked(id), who.getName()));
    }

    @Post("/resume")
    @Operation(operationId = "resumeCampaign", summary = "Goes on sending")
    @RefusedInWrongState
    CampaignView resume(String id, @Nullable @Valid @Body ResumeRequest resume, Authentication who) {
        boolean acknowledged = resume != null && Boolean.TRUE.equals(resume.acknowledge());
        return views.done(life.resume(checked(id), who.getName(), acknowledged ? views.known(id) : null));
    }

    @Post("/cancel")
    @Operation(operationId = "cancelCampaign", summary = "Stops sending for good")
    @RefusedInWrongState
    CampaignView cancel(String id, Authentication who) {
        return views.done(life.cancel(checked(id), who.getName()));
    }

    @Post("/speed")
    @Operation(operationId = "limitCampaignSpeed", summary = "Sets the campaign's own speed limit, also while it sends")
    @RefusedInWrongState
    CampaignView speed(String id, @Valid @Body SpeedRequest speed, Authentication who) {
        return views.done(life.limitSpeed(checked(id), who.getName(), speed.perSecond()));
    }

    @Delete("/speed")
    @Operation(operationId = "liftCampaignSpeed", summary = "Lifts the campaign's own speed limit, also while it sends")
    @RefusedInWrongState
    CampaignView noSpeedLimit(String id, Authentication who) {
        return views.done(life.limitSpeed(checked(id), who.getName(), null));
    }

    @Post("/duplicate")
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "duplicateCampaign", summary = "A new draft with everything that was chosen for this one")
    CampaignView duplicate(String id, Authentication who) {
        return views.done(life.duplicate(checked(id), Ids.next(), who.getName()));
    }

    @Post("/archive")
    @Operation(operationId = "archiveCampaign", summary = "Puts a draft or an ended campaign out of the list")
    @RefusedInWrongState
    CampaignView archive(String id, Authentication who) {
        return views.done(life.archive(checked(id), who.getName()));
    }

    @Post("/unarchive")
    @Operation(operationId = "unarchiveCampaign", summary = "Brings an archived campaign back into the list")
    @RefusedInWrongState
    CampaignView unarchive(String id, Authentication who) {
        return views.done(life.unarchive(checked(id), who.getName()));
    }

    private static String checked(String id) {
        return Ids.checked("the campaign", id);
    }
}
