package io.tidings.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.statistics.Histogram.Quantile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void eachTimeIsInTheBucketOfTheLimitItReaches() {
        assertThat(Elapsed.QUEUE_WAIT.bucket(Duration.ofMillis(-40))).isEqualTo(Metric.WAITED_100MS);
        assertThat(Elapsed.QUEUE_WAIT.bucket(Duration.ofMillis(100))).isEqualTo(Metric.WAITED_100MS);
        assertThat(Elapsed.QUEUE_WAIT.bucket(Duration.ofMillis(101))).isEqualTo(Metric.WAITED_300MS);
        assertThat(Elapsed.TO_ACCEPTED.bucket(Duration.ofMinutes(10))).isEqualTo(Metric.TAKEN_10MIN);
        assertThat(Elapsed.TO_DELIVERED.bucket(Duration.ofMillis(600_001))).isEqualTo(Metric.ARRIVED_LONGER);
    }

    @Test
    void timesAreReadBackFromTheirOwnCountersAlone() {
        Histogram taken = Elapsed.TO_ACCEPTED.of(new Counts(Map.of(
                Metric.WAITED_1S,
                7L,
                Metric.TAKEN_1S,
                3L,
                Metric.TAKEN_LONGER,
                1L,
                Metric.TAKEN_3S,
                -1L,
                Metric.ACCEPTED,
                9L)));
        assertThat(taken.counts()).containsExactly(0L, 0L, 3L, 0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(taken.count()).isEqualTo(4);
    }

    @Test
    void withinABucketTheTimeIsSpreadEvenly() {
        assertThat(counted(10, 0, 0).quantile(0.5)).isEqualTo(time(50));
        assertThat(counted(10, 10, 0).quantile(0.5)).isEqualTo(time(100));
        assertThat(counted(10, 10, 0).quantile(0.75)).isEqualTo(time(200));
        assertThat(counted(90, 0, 10).quantile(0.95)).isEqualTo(time(650));
    }

    @Test
    void ofTheLastBucketOnlyTheLowerEndIsKnown() {
        List<Long> counts = new ArrayList<>(Collections.nCopies(9, 0L));
        counts.set(7, 10L);
        assertThat(new Histogram(counts).quantile(1)).isEqualTo(new Quantile(Duration.ofMinutes(10), false));
        counts.set(8, 1L);
        assertThat(new Histogram(counts).quantile(0.95)).isEqualTo(new Quantile(Duration.ofMinutes(10), true));
    }

    @Test
    void nothingOfNothingHasNoTime() {
        assertThat(Elapsed.TO_DELIVERED.of(Counts.NONE).quantile(0.5)).isNull();
        assertThat(Elapsed.TO_DELIVERED.of(Counts.NONE).count()).isZero();
    }

    private static Histogram counted(long within100, long within300, long withinASecond) {
        return new Histogram(List.of(within100, within300, withinASecond, 0L, 0L, 0L, 0L, 0L, 0L));
    }

    private static Quantile time(long millis) {
        return new Quantile(Duration.ofMillis(millis), false);
    }
}
