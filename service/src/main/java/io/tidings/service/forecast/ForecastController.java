package io.tidings.service.forecast;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.campaign.Settings;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Ids;
import io.tidings.service.web.ProblemException;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/forecast")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Forecast")
class ForecastController {

    private static final Set<CampaignState> OVER = Set.of(CampaignState.FINISHED, CampaignState.CANCELLED);

    private final CampaignStore campaigns;
    private final AudienceStore audiences;
    private final Forecaster forecaster;

    ForecastController(CampaignStore campaigns, AudienceStore audiences, Forecaster forecaster) {
        this.campaigns = campaigns;
        this.audiences = audiences;
        this.forecaster = forecaster;
    }

    @Get
    @Operation(
            operationId = "getForecast",
            summary =
                    "How a campaign's sending will go: rate, end, quota, collisions and dollars; or that of choices not stored yet")
    ForecastView get(
            @Parameter(description = "the campaign; whatever else is given takes the place of what it has")
                    @Nullable
                    @QueryValue
                    String campaign,
            @Parameter(description = "the audience, where there is no campaign yet") @Nullable @QueryValue
                    String audience,
            @Parameter(description = "when it is to be launched, such as 2026-03-02T08:00:00Z; now when left out")
                    @Nullable
                    @QueryValue
                    String at,
            @Nullable @QueryValue @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000000") Double perSecond,
            @Nullable @QueryValue @Min(1) @Max(Settings.MOST_WEIGHT) Integer weight,
            @Nullable @QueryValue @Min(1) @Max(2_592_000) Integer spreadSeconds,
            @Nullable @QueryValue @Min(0) @Max(86_400) Integer holdSeconds) {
        Campaign chosen = campaign == null ? null : found(campaign);
        if (chosen == null && audience == null) {
            throw ProblemException.invalid("campaign", "or audience must be given");
        }
        if (audience != null
                && audiences.find(Ids.checked("the audience", audience)).isEmpty()) {
            throw ProblemException.notFound("the audience");
        }
        if (chosen != null && OVER.contains(chosen.state())) {
            throw ProblemException.invalid("campaign", "is over, so there is nothing to forecast");
        }
        Settings own = chosen == null ? Settings.DEFAULT : chosen.settings();
        Settings settings = new Settings(
                own.unknownPolicy(),
                holdSeconds == null ? own.hold() : Duration.ofSeconds(holdSeconds),
                perSecond == null ? own.perSecond() : perSecond,
                weight == null ? own.weight() : weight,
                spreadSeconds == null ? own.spreadOver() : Duration.ofSeconds(spreadSeconds),
                own.guard());
        return forecaster.forecast(chosen, audience, settings, at == null ? null : instant(at));
    }

    private Campaign found(String id) {
        return campaigns
                .find(Ids.checked("the campaign", id))
                .orElseThrow(() -> ProblemException.notFound("the campaign"));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid("at", "must be a time such as 2026-03-02T08:00:00Z");
        }
    }
}
