package io.tidings.service.campaigns;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.campaign.Settings;
import io.tidings.core.campaign.Settings.GuardLimits;
import io.tidings.core.campaign.Settings.UnknownPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a campaign is sent; what is left out has its default. */
@Serdeable
@Schema(name = "CampaignSettings")
record SettingsView(
        @Schema(
                allowableValues = {"sendAgain", "leave"},
                defaultValue = "sendAgain",
                description = "what becomes of a message SES was asked for and never reported")
        @Nullable
        @Pattern(regexp = "sendAgain|leave", message = "must be sendAgain or leave")
        String unknownPolicy,

        @Schema(defaultValue = "0", description = "how long a launch can be taken back whole, in seconds")
        @Nullable
        @Min(0)
        @Max(86_400)
        Integer holdSeconds,

        @Schema(description = "the campaign's own speed limit, in messages a second")
        @Nullable
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1000000")
        Double perSecond,

        @Schema(defaultValue = "10", description = "its part of the account's rate, compared with other campaigns")
        @Nullable
        @Min(1)
        @Max(Settings.MOST_WEIGHT)
        Integer weight,

        @Schema(description = "how long the sending is to take, evenly, in seconds") @Nullable @Min(1) @Max(2_592_000)
        Integer spreadSeconds,

        @Nullable @Valid GuardView guard) {

    @Serdeable
    @Schema(
            name = "GuardLimits",
            description = "where the campaign departs from the deployment's limits; rates are fractions")
    record GuardView(
            @Nullable @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
            Double bounceRate,

            @Nullable @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
            Double complaintRate,

            @Nullable @Min(1) Long minimumVolume) {}

    static SettingsView of(Settings settings) {
        GuardLimits guard = settings.guard();
        Duration spread = settings.spreadOver();
        return new SettingsView(
                settings.unknownPolicy() == UnknownPolicy.LEAVE ? "leave" : "sendAgain",
                (int) settings.hold().toSeconds(),
                settings.perSecond(),
                settings.weight(),
                spread == null ? null : (int) spread.toSeconds(),
                new GuardView(guard.bounceRate(), guard.complaintRate(), guard.minimumVolume()));
    }

    Settings settings() {
        return new Settings(
                "leave".equals(unknownPolicy) ? UnknownPolicy.LEAVE : UnknownPolicy.SEND_AGAIN,
                Duration.ofSeconds(holdSeconds == null ? 0 : holdSeconds),
                perSecond,
                weight == null ? Settings.DEFAULT_WEIGHT : weight,
                spreadSeconds == null ? null : Duration.ofSeconds(spreadSeconds),
                guard == null
                        ? GuardLimits.DEFAULT
                        : new GuardLimits(guard.bounceRate(), guard.complaintRate(), guard.minimumVolume()));
    }
}
