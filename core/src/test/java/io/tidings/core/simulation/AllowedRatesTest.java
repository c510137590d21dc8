package io.tidings.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.Settings;
import io.tidings.core.campaign.Settings.GuardLimits;
import io.tidings.core.campaign.Settings.UnknownPolicy;
import io.tidings.core.pacing.SendPacer;
import io.tidings.core.pacing.SendQuota;
import io.tidings.core.sending.AllowedRate;
import io.tidings.core.sending.AllowedRate.Limit;
import io.tidings.core.sending.AllowedRates;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AllowedRatesTest {

    private final World world = new World(new Random(7), 100, 0);
    private final SendQuota quota = new SendQuota(100, OptionalDouble.empty(), 0, false, true);
    private final SendPacer pacer = new SendPacer(world.ports.permits(), () -> quota, () -> world.now, 0.1);
    private final AllowedRates rates =
            new AllowedRates(world.ports.campaigns(), world.ports.plans(), pacer, () -> quota, () -> world.now);

    @Test
    void whoIsAloneHasTheAccountsRate() throws InterruptedException {
        assertThat(allowed(sending(10, null, null))).isEqualTo(new AllowedRate(100, Limit.ACCOUNT, 0, null));
    }

    @Test
    void whoHasALimitThatOrLess() throws InterruptedException {
        assertThat(allowed(sending(10, 20.0, null))).isEqualTo(new AllowedRate(20, Limit.OWN_LIMIT, 0, null));
        assertThat(allowed(sending(10, 500.0, null)).limit()).isEqualTo(Limit.OTHER_CAMPAIGNS);
    }

    @Test
    void whoIsSpreadTheRateOfThat() throws InterruptedException {
        AllowedRate spread = allowed(sending(10, null, Duration.ofMinutes(10)));
        assertThat(spread.limit()).isEqualTo(Limit.SPREADING);
        assertThat(spread.perSecond()).isCloseTo(15, within(0.1));
    }

    @Test
    void whoSharesItHisShareAndWhatOthersCannotUse() throws InterruptedException {
        Campaign light = sending(10, null, null);
        Campaign heavy = sending(30, null, null);
        assertThat(allowed(light)).isEqualTo(new AllowedRate(25, Limit.OTHER_CAMPAIGNS, 1, null));
        assertThat(allowed(heavy)).isEqualTo(new AllowedRate(75, Limit.OTHER_CAMPAIGNS, 1, null));
        world.life.limitSpeed(heavy.id(), World.ANA, 10.0);
        world.run(Duration.ofSeconds(2));
        assertThat(allowed(light)).isEqualTo(new AllowedRate(90, Limit.OTHER_CAMPAIGNS, 1, null));
    }

    @Test
    void whileSesThrottlesAllHaveLess() throws InterruptedException {
        Campaign campaign = sending(10, null, null);
        pacer.throttled();
        assertThat(allowed(campaign)).isEqualTo(new AllowedRate(80, Limit.THROTTLING, 0, 0.8));
        world.now = world.now.plusSeconds(60);
        assertThat(allowed(campaign).perSecond()).isBetween(90.0, 99.0);
        world.now = world.now.plusSeconds(60);
        assertThat(allowed(campaign).limit()).isEqualTo(Limit.ACCOUNT);
    }

    private AllowedRate allowed(Campaign campaign) {
        return rates.of(world.now(campaign));
    }

    private Campaign sending(int weight, @Nullable Double perSecond, @Nullable Duration spread)
            throws InterruptedException {
        Campaign draft = world.draft(
                new Settings(UnknownPolicy.SEND_AGAIN, Duration.ZERO, perSecond, weight, spread, GuardLimits.DEFAULT));
        world.join(
                draft,
                IntStream.range(0, 9_000)
                        .mapToObj(i -> EmailAddress.of("p" + i + "@" + draft.id() + ".com"))
                        .toList());
        world.life.launch(draft.id(), World.ANA);
        world.run(Duration.ofSeconds(2));
        return draft;
    }
}
