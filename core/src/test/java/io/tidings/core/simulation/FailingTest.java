package io.tidings.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Books;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.Settings;
import io.tidings.core.pacing.SendQuota;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A store or SES's account fails in the middle of a batch: nobody becomes unknown by that, and what SES answered is kept. */
class FailingTest {

    private final World world = new World(new Random(5), 10, 0);

    @Test
    void whenThereAreNoMorePermitsTheAnswersSoFarAreRecorded() throws InterruptedException {
        Campaign campaign = LostMessagesTest.launched(world, null, 400);
        while (world.planSomething()) {}
        Supplier<SendQuota> works = world.quotas;
        world.meanwhile = () -> world.quotas = () -> {
            throw new IllegalStateException("no permits");
        };
        assertThatThrownBy(() -> untilItFails(campaign)).hasMessage("no permits");
        Books failed = world.books(campaign);
        assertThat(failed.accepted()).isPositive();
        assertThat(failed.unknown()).isZero();
        assertThat(failed.balanced()).isTrue();

        world.meanwhile = () -> {};
        world.quotas = works;
        world.run(Duration.ofSeconds(90));
        assertThat(world.state(campaign)).isEqualTo(CampaignState.FINISHED);
        assertThat(world.ses.accepted()).hasSize(400).doesNotHaveDuplicates();
    }

    private void untilItFails(Campaign campaign) throws InterruptedException {
        while (world.books(campaign).accepted() < 400) {
            world.sendSomething();
        }
    }

    @Test
    void whenNothingCanBeComposedEverybodyWaitsAgain() throws InterruptedException {
        Campaign campaign = world.draft(Settings.DEFAULT);
        world.ports
                .audiences()
                .join(
                        campaign.audienceId(),
                        List.of(EmailAddress.of("stranger@example.com").recipientId()),
                        world.now);
        world.life.launch(campaign.id(), World.ANA);
        while (world.planSomething()) {}
        assertThatThrownBy(world::sendSomething).hasMessageContaining("is no contact");
        assertThat(world.books(campaign)).isEqualTo(new Books(1, 0, 0, 0, 0, 1, 0));
    }
}
