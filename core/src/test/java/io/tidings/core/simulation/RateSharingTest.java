package io.tidings.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.Settings;
import io.tidings.core.campaign.Settings.GuardLimits;
import io.tidings.core.campaign.Settings.UnknownPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How campaigns that send at the same time share the account's rate, in simulated time. */
class RateSharingTest {

    private static final Duration STEADY = Duration.ofSeconds(60);

    private World world = new World(new Random(7), 100, 0);

    @Test
    void theRateIsSharedByWeight() throws InterruptedException {
        Campaign light = launched(10, null, null, 9_000);
        Campaign heavy = launched(30, null, null, 9_000);
        world.run(Duration.ofSeconds(15));
        double[] rates = measured(STEADY, light, heavy);
        assertThat(rates[0]).isCloseTo(25, withPercentage(10));
        assertThat(rates[1]).isCloseTo(75, withPercentage(10));
    }

    /** Of some worlds together, because in a minute of one a batch more or less is one per cent. */
    @Test
    void whatALimitedCampaignLeavesTheOtherOneGets() throws InterruptedException {
        double[] sums = new double[2];
        int worlds = 8;
        for (int seed = 1; seed <= worlds; seed++) {
            world = new World(new Random(seed), 100, 0);
            Campaign limited = launched(10, 20.0, null, 9_000);
            Campaign free = launched(10, null, null, 9_000);
            world.run(Duration.ofSeconds(15));
            double[] rates = measured(STEADY, limited, free);
            sums[0] += rates[0];
            sums[1] += rates[1];
        }
        assertThat(sums[0] / worlds).isCloseTo(20, withPercentage(3));
        assertThat(sums[1] / worlds).isCloseTo(80, withPercentage(5));
    }

    @ParameterizedTest
    @CsvSource({"0.05, 600", "1, 60", "7, 60", "20, 60", "90, 60"})
    void aLimitIsExact(double limit, int seconds) throws InterruptedException {
        Campaign limited = launched(10, limit, null, 9_000);
        world.run(Duration.ofSeconds(15));
        double[] rates = measured(Duration.ofSeconds(seconds), limited);
        assertThat(rates[0]).isCloseTo(limit, within(Math.max(limit * 0.03, 1.5 / seconds)));
    }

    @ParameterizedTest
    @CsvSource({"5, 60", "60, 5", "0.02, 40"})
    void aLimitChangedWhileItSendsActsWithinTwoSeconds(double before, double after) throws InterruptedException {
        Campaign campaign = launched(10, before, null, 9_000);
        world.run(Duration.ofSeconds(30));
        world.life.limitSpeed(campaign.id(), World.ANA, after);
        world.run(Duration.ofSeconds(2));
        double[] rates = measured(Duration.ofSeconds(10), campaign);
        assertThat(rates[0]).isCloseTo(after, withPercentage(15));
    }

    @Test
    void aCampaignIsSpreadEvenlyOverItsTime() throws InterruptedException {
        Campaign spread = launched(10, null, Duration.ofMinutes(10), 1_200);
        Instant start = world.now;
        world.run(Duration.ofMinutes(5));
        assertThat(accepted(spread)).isCloseTo(600, withPercentage(5));
        while (world.state(spread) != CampaignState.FINISHED) {
            world.run(Duration.ofSeconds(1));
        }
        assertThat(Duration.between(start, world.now).toSeconds()).isCloseTo(600L, within(20L));
    }

    @Test
    void aCampaignThatOnlyWaitsForItsEndLeavesTheRateToTheOthers() throws InterruptedException {
        launched(100, null, null, 300);
        Campaign other = launched(1, null, null, 9_000);
        world.run(Duration.ofSeconds(30));
        assertThat(measured(Duration.ofSeconds(20), other)[0]).isCloseTo(100, withPercentage(5));
    }

    @Test
    void nobodyStarvesAndAllIsSentOnce() throws InterruptedException {
        List<Campaign> all = IntStream.of(1, 1, 10, 100, 100)
                .mapToObj(weight -> launched(weight, weight == 10 ? (Double) 3.0 : null, null, 400))
                .toList();
        world.run(Duration.ofSeconds(15));
        assertThat(all).allSatisfy(campaign -> assertThat(accepted(campaign)).isPositive());
        world.run(Duration.ofSeconds(150));
        assertThat(all).allSatisfy(campaign -> {
            assertThat(accepted(campaign)).isEqualTo(400);
            assertThat(world.state(campaign)).isEqualTo(CampaignState.FINISHED);
        });
        assertThat(world.ses.accepted()).hasSize(2_000).doesNotHaveDuplicates();
    }

    private Campaign launched(int weight, @Nullable Double perSecond, @Nullable Duration spread, int people) {
        Campaign draft = world.draft(
                new Settings(UnknownPolicy.SEND_AGAIN, Duration.ZERO, perSecond, weight, spread, GuardLimits.DEFAULT));
        world.join(
                draft,
                IntStream.range(0, people)
                        .mapToObj(i -> EmailAddress.of("p" + i + "@" + draft.id() + ".com"))
                        .toList());
        world.life.launch(draft.id(), World.ANA);
        return draft;
    }

    private double[] measured(Duration time, Campaign... campaigns) throws InterruptedException {
        double[] rates = new double[campaigns.length];
        long[] before = new long[campaigns.length];
        for (int i = 0; i < campaigns.length; i++) {
            before[i] = accepted(campaigns[i]);
        }
        Instant start = world.now;
        world.run(time);
        double seconds = Duration.between(start, world.now).toMillis() / 1000.0;
        for (int i = 0; i < campaigns.length; i++) {
            rates[i] = (accepted(campaigns[i]) - before[i]) / seconds;
        }
        return rates;
    }

    private long accepted(Campaign campaign) {
        return world.books(campaign).accepted();
    }
}
