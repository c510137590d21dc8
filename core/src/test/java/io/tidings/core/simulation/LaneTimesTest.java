package io.tidings.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.notification.Category;
import io.tidings.core.notification.LaneSettings;
import io.tidings.core.notification.QuietHours;
import io.tidings.core.statistics.Elapsed;
import io.tidings.core.statistics.Histogram;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** From when a notification could go: a wait that somebody asked for is none of the lane's. */
class LaneTimesTest {

    private static final EmailAddress ANA = EmailAddress.of("ana@example.com");

    @Test
    void aWindowIsNoQueueWait() throws InterruptedException {
        LaneWorld world = world(LaneSettings.DEFAULT);
        world.untilAnswered(world.event(ANA, "room", Duration.ofMinutes(9), 1, null), null);
        world.run(Duration.ofMinutes(10));
        assertThat(longest(world, Elapsed.QUEUE_WAIT)).isLessThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(longest(world, Elapsed.TO_ACCEPTED)).isLessThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(longest(world, Elapsed.TO_DELIVERED)).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aNightIsNoQueueWaitAndWhatComesAfterItIs() throws InterruptedException {
        LaneWorld world = world(
                new LaneSettings(Map.of(), QuietHours.parse("11:00-13:00"), false, LaneSettings.DEFAULT.zone(), 0));
        world.untilAnswered(world.wanted(ANA, Category.CONVERSATION), null);
        world.run(Duration.ofMinutes(59));
        world.ses.quotaIsSpent(true);
        world.run(Duration.ofMinutes(2));
        world.ses.quotaIsSpent(false);
        world.run(Duration.ofMinutes(30));
        // Longer than the minute in which nothing could be sent, and by far not the hour before it.
        assertThat(longest(world, Elapsed.QUEUE_WAIT)).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(10));
    }

    private static LaneWorld world(LaneSettings settings) {
        LaneWorld world = new LaneWorld(new Random(7), 0, settings);
        world.ses.deliverAll();
        world.ses.answerAlways();
        return world;
    }

    private static Duration longest(LaneWorld world, Elapsed elapsed) {
        Histogram times = world.times(elapsed);
        assertThat(times.count()).isEqualTo(1);
        List<Long> counts = times.counts();
        return counts.getLast() > 0 ? Duration.ofDays(1) : Histogram.LIMITS.get(counts.indexOf(1L));
    }
}
