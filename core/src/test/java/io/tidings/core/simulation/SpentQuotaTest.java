package io.tidings.core.simulation;

import static io.tidings.core.simulation.LostMessagesTest.launched;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpentQuotaTest {

    @Test
    void aCampaignWaitsForTheQuotaAndGoesOnByItself() throws InterruptedException {
        World world = new World(new Random(3), 100, 0);
        Campaign campaign = launched(world, null, 300);
        world.run(Duration.ofSeconds(1));
        world.ses.quotaIsSpent(true);
        world.run(Duration.ofMinutes(5));
        long before = world.books(campaign).accepted();
        assertThat(before).isLessThan(300);
        assertThat(world.state(campaign)).isEqualTo(CampaignState.SENDING);
        assertThat(world.books(campaign).unknown()).isZero();
        assertThat(world.books(campaign).balanced()).isTrue();

        world.ses.quotaIsSpent(false);
        world.run(Duration.ofMinutes(3));
        assertThat(world.books(campaign).accepted()).isEqualTo(300);
        assertThat(world.state(campaign)).isEqualTo(CampaignState.FINISHED);
        assertThat(world.ses.accepted()).hasSize(300).doesNotHaveDuplicates();
    }
}
