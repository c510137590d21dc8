package io.tidings.core.statistics;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/**
 * From when a notification was ready to one of three moments. A time is counted in one of a few buckets rather than added to a sum: so
 * the counters commute like all others, and one that took long is not lost in an average.
 */
public enum Elapsed {
    /** Until SES was asked. */
    QUEUE_WAIT(Metric.WAITED_100MS, Metric.WAITED_LONGER),
    /** Until SES took it. */
    TO_ACCEPTED(Metric.TAKEN_100MS, Metric.TAKEN_LONGER),
    /** Until the recipient's server took it. */
    TO_DELIVERED(Metric.ARRIVED_100MS, Metric.ARRIVED_LONGER);

    private final List<Metric> buckets;

    Elapsed(Metric first, Metric last) {
        this.buckets = List.copyOf(EnumSet.range(first, last));
    }

    /** Where such a time is counted. Less than none, as two clocks may make it, is next to none. */
    public Metric bucket(Duration time) {
        return buckets.get(Histogram.bucket(time));
    }

    public Histogram of(Counts counts) {
        // Counters in several shards are not read at one moment, so one that was just corrected can seem to be less
        // than none.
        return new Histogram(
                buckets.stream().map(bucket -> Math.max(0, counts.of(bucket))).toList());
    }
}
