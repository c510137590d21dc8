package io.tidings.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.audience.Audience;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.ledger.Batch;
import io.tidings.core.pacing.PermitStore.Line;
import io.tidings.core.statistics.CounterChanges;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WastedPermitsTest {

    private final World world = new World(new Random(3), 14, 0);

    @Test
    void forABatchThatAnotherProcessTookDuringTheWaitNoPermitsAreTaken() throws InterruptedException {
        Campaign campaign = LostMessagesTest.launched(world, null, 300);
        while (world.planSomething()) {}
        Line full = theLineIsLong();
        world.meanwhile = () -> claimAll(campaign);
        assertThat(world.sendSomething()).isTrue();
        assertThat(world.ports.permits().read()).isEqualTo(full);
    }

    @Test
    void forOneThatNobodyTookTheyAre() throws InterruptedException {
        Campaign campaign = LostMessagesTest.launched(world, null, 300);
        while (world.planSomething()) {}
        Line full = theLineIsLong();
        assertThat(world.sendSomething()).isTrue();
        assertThat(world.ports.permits().read().granted() - full.granted())
                .isPositive()
                .isEqualTo(world.books(campaign).accepted());
    }

    @Test
    void whatComesTooLateForItsSlotWaitsForAnotherOneAndKeepsThePlaceOfItsOwnLimit() throws InterruptedException {
        Campaign campaign = LostMessagesTest.launched(world, 0.002, 3);
        while (world.planSomething()) {}
        Line full = theLineIsLong(Duration.ofMillis(200));
        Instant start = world.now;
        world.meanwhile = () -> {
            world.now = world.now.plus(Duration.ofSeconds(1));
            world.meanwhile = () -> {};
        };
        assertThat(world.sendSomething()).isTrue();
        assertThat(world.books(campaign).accepted()).isEqualTo(1);
        assertThat(world.ports.permits().read().granted() - full.granted()).isEqualTo(2);
        assertThat(world.now).isBefore(start.plusSeconds(2));
    }

    private Line theLineIsLong() {
        return theLineIsLong(Duration.ofMillis(750));
    }

    private Line theLineIsLong(Duration length) {
        Line line = world.ports.permits().read();
        Line full = new Line(world.now.plus(length), line.granted() + 10);
        assertThat(world.ports.permits().move(line, full)).isTrue();
        return full;
    }

    private void claimAll(Campaign campaign) {
        for (int shard = 0; shard < Audience.SHARDS; shard++) {
            for (Batch batch : world.ports.batches().open(campaign.id(), shard, 100)) {
                Batch claimed = batch.claimed(world.now, Duration.ofMinutes(1));
                assertThat(world.ports.batches().replace(batch, claimed, new CounterChanges()))
                        .isTrue();
            }
        }
    }
}
