package io.tidings.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    @Test
    void theWaitsGrowAndLastForMoreThanADay() {
        Duration all = Duration.ZERO;
        Duration last = Duration.ZERO;
        for (int tries = 1; tries < RetrySchedule.TRIES; tries++) {
            Duration wait = RetrySchedule.after(tries, null, 0).orElseThrow();
            assertThat(wait).isGreaterThanOrEqualTo(last);
            all = all.plus(wait);
            last = wait;
        }
        assertThat(all).isBetween(Duration.ofHours(24), Duration.ofHours(30));
        assertThat(RetrySchedule.after(RetrySchedule.TRIES, null, 0)).isEmpty();
    }

    @Test
    void jitterSpreadsAndNeverHurries() {
        assertThat(RetrySchedule.after(2, null, 0)).contains(Duration.ofSeconds(60));
        assertThat(RetrySchedule.after(2, null, 1)).contains(Duration.ofSeconds(72));
    }

    @Test
    void whoAsksToBeLeftAloneIsLeftAloneWithinReason() {
        assertThat(RetrySchedule.after(1, Duration.ofMinutes(10), 0)).contains(Duration.ofMinutes(10));
        assertThat(RetrySchedule.after(1, Duration.ofSeconds(1), 0)).contains(Duration.ofSeconds(5));
        assertThat(RetrySchedule.after(1, Duration.ofDays(400), 0)).contains(Duration.ofDays(1));
        assertThat(RetrySchedule.after(RetrySchedule.TRIES, Duration.ofMinutes(1), 0))
                .isEmpty();
    }
}
