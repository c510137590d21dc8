package io.tidings.service.statistics;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.campaign.Reputation;
import io.tidings.core.pacing.QuotaSource;
import io.tidings.core.pacing.SendPacer;
import io.tidings.core.pacing.SendQuota;
import io.tidings.core.pacing.Slowdown;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.service.access.Roles;
import io.tidings.service.wiring.TidingsSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/quota")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Quota")
class QuotaController {

    private final QuotaSource quotas;
    private final SendPacer pacer;
    private final StatisticsStore statistics;
    private final TidingsSettings settings;
    private final InstantSource clock;

    QuotaController(
            QuotaSource quotas,
            SendPacer pacer,
            StatisticsStore statistics,
            TidingsSettings settings,
            InstantSource clock) {
        this.quotas = quotas;
        this.pacer = pacer;
        this.statistics = statistics;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param max24Hours nothing when the account has no limit for 24 hours */
    @Serdeable
    @Schema(name = "Quota")
    record QuotaView(
            double maxPerSecond,
            @Nullable Double max24Hours,
            double sentLast24Hours,
            double notificationShare,
            boolean sandbox,
            boolean sendingEnabled,

            @Schema(description = "nothing as long as SES takes what it says it does") @Nullable
            SlowdownView slowdown,

            ReputationView reputation,

            @Schema(description = "what somebody should look at, in sentences")
            List<String> warnings) {}

    @Serdeable
    @Schema(name = "Slowdown", description = "SES took less than it says, so less is sent for a while")
    record SlowdownView(
            @Schema(description = "the part of the account's rate that is used now")
            double factor,

            Instant throttledAt,

            @Schema(description = "when the whole rate is used again, if SES throttles no more")
            Instant until) {

        static @Nullable SlowdownView of(@Nullable Slowdown slowdown, Instant now) {
            return slowdown == null ? null : new SlowdownView(slowdown.factorAt(now), slowdown.at(), slowdown.until());
        }
    }

    @Serdeable
    @Schema(
            name = "Reputation",
            description = "how the account's mail of the last 24 hours stands beside the rates at which SES acts")
    record ReputationView(ShareView bounces, ShareView complaints) {}

    /** @param count bounces or complaints of the last 24 hours */
    @Serdeable
    @Schema(name = "ReputationShare")
    record ShareView(
            long count,

            @Schema(description = "messages that SES took and tried")
            long of,

            double rate,

            @Schema(description = "SES puts an account under review above it")
            double reviewAbove,

            @Schema(description = "SES may stop an account above it")
            double pauseAbove,

            @Schema(allowableValues = {"good", "near", "over"})
            String level) {
        static ShareView of(Reputation.Share share) {
            return new ShareView(
                    share.count(),
                    share.of(),
                    share.rate(),
                    share.review(),
                    share.pause(),
                    share.level().name().toLowerCase(Locale.ROOT));
        }
    }

    @Get
    @Operation(operationId = "getQuota", summary = "What SES allows this account, and how the account stands with it")
    QuotaView get() {
        SendQuota quota = quotas.current();
        Instant now = clock.instant();
        SlowdownView slowdown = SlowdownView.of(pacer.slowdown(), now);
        Reputation reputation = Reputation.ofLastDay(statistics, now);
        return new QuotaView(
                quota.perSecond(),
                quota.per24Hours().isPresent()
                        ? Double.valueOf(quota.per24Hours().getAsDouble())
                        : null,
                quota.sentLast24Hours(),
                settings.notificationShare(),
                quota.sandbox(),
                quota.sendingEnabled(),
                slowdown,
                new ReputationView(ShareView.of(reputation.bounces()), ShareView.of(reputation.complaints())),
                warnings(quota, slowdown, reputation));
    }

    private List<String> warnings(SendQuota quota, @Nullable SlowdownView slowdown, Reputation reputation) {
        List<String> warnings = new ArrayList<>();
        if (!quota.sendingEnabled()) {
            warnings.add(PauseKind.SENDING_PAUSED.what() + " " + PauseKind.SENDING_PAUSED.todo());
        }
        if (quota.sandbox()) {
            warnings.add(PauseKind.SANDBOX.what());
        }
        if (quota.leftForCampaigns(settings.notificationShare()) < 1) {
            warnings.add(
                    "Campaigns have used their part of the quota of 24 hours; they go on by themselves as it comes back.");
        }
        if (slowdown != null) {
            warnings.add(
                    "SES throttled at %s. Sending at %d %% of the rate; all of it again at %s if it throttles no more."
                            .formatted(
                                    slowdown.throttledAt().truncatedTo(ChronoUnit.SECONDS),
                                    Math.round(slowdown.factor() * 100),
                                    slowdown.until().truncatedTo(ChronoUnit.SECONDS)));
        }
        Stream.of(reputation.bounces(), reputation.complaints())
                .filter(share -> share.level() != Reputation.Level.GOOD)
                .forEach(share -> warnings.add(share.words()));
        return warnings;
    }
}
