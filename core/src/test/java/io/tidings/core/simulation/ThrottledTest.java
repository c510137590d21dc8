package io.tidings.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.notification.Category;
import io.tidings.core.notification.LaneSettings;
import io.tidings.core.pacing.PermitStore;
import io.tidings.core.pacing.Slowdown;
import io.tidings.core.sending.SendOutcome;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThrottledTest {

    private static final SendOutcome THROTTLED = new SendOutcome.Throttled("Maximum sending rate exceeded.");
    private static final SendOutcome NOT_REACHED = new SendOutcome.NotReached("SES cannot be reached");

    @Test
    void whatSesThrottlesSlowsTheAccountAndGoesOutInTheEnd() throws InterruptedException {
        World world = new World(new Random(3), 100, 0);
        Campaign campaign = LostMessagesTest.launched(world, null, 300);
        world.ses.answerAll(THROTTLED);
        world.run(Duration.ofSeconds(3));
        assertThat(world.books(campaign).accepted()).isZero();
        assertThat(slowedTo(world.ports.permits())).isLessThan(0.7);
        world.ses.answerAll(null);
        world.run(Duration.ofSeconds(30));
        assertThat(world.state(campaign)).isEqualTo(CampaignState.FINISHED);
        assertThat(world.ses.accepted()).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void whenSesCannotBeReachedNothingIsSlower() throws InterruptedException {
        World world = new World(new Random(3), 100, 0);
        Campaign campaign = LostMessagesTest.launched(world, null, 300);
        world.ses.answerAll(NOT_REACHED);
        world.run(Duration.ofSeconds(3));
        world.ses.answerAll(null);
        world.run(Duration.ofSeconds(30));
        assertThat(world.ses.accepted()).hasSize(300).doesNotHaveDuplicates();
        assertThat(world.state(campaign)).isEqualTo(CampaignState.FINISHED);
        assertThat(world.ports.permits().read().slowdown()).isNull();
    }

    @Test
    void aNotificationTooTellsThatSesThrottles() throws InterruptedException {
        LaneWorld world = new LaneWorld(new Random(3), 0, LaneSettings.DEFAULT);
        world.ses.answerAll(NOT_REACHED);
        world.untilAnswered(world.wanted(EmailAddress.of("ana@example.com"), Category.ACCOUNT), null);
        world.run(Duration.ofSeconds(5));
        assertThat(world.ports.permits().read().slowdown()).isNull();
        world.ses.answerAll(THROTTLED);
        world.run(Duration.ofSeconds(60));
        assertThat(slowedTo(world.ports.permits())).isLessThan(1);
        world.ses.answerAll(null);
        world.run(Duration.ofSeconds(60));
        assertThat(world.ses.accepted()).hasSize(1);
    }

    private static double slowedTo(PermitStore line) {
        Slowdown slowdown = line.read().slowdown();
        return slowdown == null ? 1 : slowdown.factor();
    }
}
