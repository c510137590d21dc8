package io.tidings.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.Settings;
import io.tidings.core.campaign.Settings.GuardLimits;
import io.tidings.core.campaign.Settings.UnknownPolicy;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The queues are a convenience: what they lose comes again soon, and what is fed again does not pile up. */
class LostMessagesTest {

    private final World world = new World(new Random(11), 100, 0);

    @Test
    void aBatchWhoseMessageIsLostIsFedAgainWithinFifteenSeconds() throws InterruptedException {
        Campaign campaign = launched(world, null, 300);
        world.run(Duration.ofSeconds(1));
        long before = world.books(campaign).accepted();
        world.loseBatchMessages();
        world.run(Duration.ofSeconds(16));
        assertThat(before).isLessThan(300);
        assertThat(world.books(campaign).accepted()).isGreaterThan(before);
        world.run(Duration.ofSeconds(4));
        assertThat(world.books(campaign).accepted()).isEqualTo(300);
        assertThat(world.state(campaign)).isEqualTo(CampaignState.FINISHED);
    }

    /** Its worker dies with it, and its message is parked. */
    @Test
    void aBatchThatWasClaimedWhenItsMessageWasLostIsTakenOverAfterItsLease() throws InterruptedException {
        World dying = new World(new Random(5), 100, 8);
        Campaign campaign = launched(dying, null, 300);
        for (int i = 0; i < 40; i++) {
            dying.run(Duration.ofMillis(500));
            dying.loseBatchMessages();
        }
        dying.run(Duration.ofMinutes(10));
        assertThat(dying.books(campaign).accepted()).isEqualTo(300);
        assertThat(dying.state(campaign)).isEqualTo(CampaignState.FINISHED);
        assertThat(dying.ses.accepted()).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void aSlowCampaignsMessagesDoNotPileUp() throws InterruptedException {
        Campaign campaign = launched(world, 0.1, 2_000);
        world.run(Duration.ofMinutes(10));
        assertThat(world.books(campaign).accepted()).isBetween(58L, 62L);
        assertThat(world.batchMessages()).isLessThanOrEqualTo(8);
    }

    static Campaign launched(World world, @Nullable Double perSecond, int people) {
        Campaign draft = world.draft(
                new Settings(UnknownPolicy.SEND_AGAIN, Duration.ZERO, perSecond, 10, null, GuardLimits.DEFAULT));
        world.join(
                draft,
                IntStream.range(0, people)
                        .mapToObj(i -> EmailAddress.of("p" + i + "@example.com"))
                        .toList());
        world.life.launch(draft.id(), World.ANA);
        return draft;
    }
}
