package io.tidings.awslocal.ses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DailyCountTest {
    private static final long HOUR = 3_600_000L;

    private final DailyCount count = new DailyCount();

    @Test
    void whatWasSentADayAgoCountsNoMore() {
        count.add(0, 10);
        count.add(HOUR, 5);
        assertThat(count.count(23 * HOUR)).isEqualTo(15);
        assertThat(count.count(24 * HOUR)).isEqualTo(5);
        assertThat(count.count(25 * HOUR)).isZero();
    }

    @Test
    void countOutlivesARestart() {
        count.add(5 * HOUR, 7);
        var restarted = new DailyCount();
        restarted.restore(count.snapshot());
        assertThat(restarted.count(6 * HOUR)).isEqualTo(7);
    }
}
