package io.tidings.service.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.audience.Audience;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.PauseReason;
import io.tidings.core.campaign.Settings;
import io.tidings.core.contract.Samples;
import io.tidings.core.forecast.PriceList;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.pacing.SendQuota;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.service.TestService;
import io.tidings.service.wiring.TidingsSettings;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ForecasterTest {

    private static final String AUDIENCE = Samples.id();
    private final MemoryPorts ports = new MemoryPorts();

    @Test
    void withTheDaysQuotaSpentNobodyElseIsBlamed() {
        ForecastView forecast = forecaster(50_000).forecast(null, audience(1_000), Settings.DEFAULT, null);
        assertThat(forecast.limitedBy()).isEqualTo("quota");
        assertThat(forecast.collisions()).isEmpty();
        assertThat(forecast.quota().leftForCampaignsAtStart()).isZero();
        assertThat(forecast.quota().fits()).isFalse();
    }

    @Test
    void aDayLaterTheQuotaIsBack() {
        ForecastView forecast = forecaster(50_000)
                .forecast(null, audience(1_000), Settings.DEFAULT, Samples.NOON.plus(Duration.ofDays(1)));
        assertThat(forecast.limitedBy()).isEqualTo("account");
        assertThat(forecast.quota().leftForCampaignsNow()).isZero();
        assertThat(forecast.quota().leftForCampaignsAtStart()).isEqualTo(45_000);
        assertThat(forecast.quota().leftForCampaignsAfter()).isEqualTo(44_000);
        assertThat(forecast.quota().fits()).isTrue();
    }

    @Test
    void whoIsPausedIsNamedAsLongAsSomebodyWaits() {
        String waiting = paused(10);
        paused(0);
        ForecastView forecast = forecaster(0).forecast(null, audience(1_000), Settings.DEFAULT, null);
        assertThat(forecast.paused()).containsExactly(new ForecastView.Paused(waiting, "Spring", 10));
        assertThat(forecast.collisions()).isEmpty();
        assertThat(forecast.limitedBy()).isEqualTo("account");
    }

    private String paused(int people) {
        Campaign draft = Samples.draft();
        Campaign launching = draft.launching(new Campaign.Launch(Samples.NOON, "ada", 1));
        Campaign sending = launching.sending();
        ports.campaigns().add(draft);
        assertThat(ports.campaigns().replace(launching)).isTrue();
        assertThat(ports.plans()
                        .start(
                                sending,
                                List.of(),
                                new CounterChanges()
                                        .add(Scope.campaign(draft.id()), Bucket.TOTAL, Metric.AUDIENCE, people)))
                .isTrue();
        assertThat(ports.campaigns().replace(sending.paused(PauseReason.byHand("ada", Samples.NOON))))
                .isTrue();
        return draft.id();
    }

    private String audience(long contacts) {
        ports.audiences().add(new Audience(AUDIENCE, "Guests", contacts, Samples.NOON));
        return AUDIENCE;
    }

    private Forecaster forecaster(double sent) {
        return new Forecaster(
                ports.campaigns(),
                ports.audiences(),
                ports.statistics(),
                () -> new SendQuota(100, OptionalDouble.of(50_000), sent, false, true),
                TestService.bean(PriceList.class),
                TestService.bean(TidingsSettings.class),
                () -> Samples.NOON);
    }
}
