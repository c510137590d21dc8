package io.tidings.core.statistics;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many times were how long, bucket by bucket; the last one holds whatever was longer than all limits. */
public record Histogram(List<Long> counts) {

    public static final List<Duration> LIMITS = List.of(
            Duration.ofMillis(100),
            Duration.ofMillis(300),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    public Histogram {
        counts = List.copyOf(counts);
        if (counts.size() != LIMITS.size() + 1) {
            throw new IllegalArgumentException("there are " + (LIMITS.size() + 1) + " buckets");
        }
    }

    /** @param orMore the time is in the last bucket, of which only the lower end is known */
    public record Quantile(Duration time, boolean orMore) {}

    static int bucket(Duration time) {
        int i = 0;
        while (i < LIMITS.size() && time.compareTo(LIMITS.get(i)) > 0) {
            i++;
        }
        return i;
    }

    public long count() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** The time within which this share of all lay, as if those of a bucket were spread evenly over it; nothing of nothing. */
    public @Nullable Quantile quantile(double share) {
        double rank = share * count();
        long before = 0;
        for (int i = 0; i < LIMITS.size(); i++) {
            long here = counts.get(i);
            if (here > 0 && before + here >= rank) {
                return new Quantile(within(i, (rank - before) / here), false);
            }
            before += here;
        }
        return count() == 0 ? null : new Quantile(LIMITS.getLast(), true);
    }

    private static Duration within(int bucket, double part) {
        long from = bucket == 0 ? 0 : LIMITS.get(bucket - 1).toMillis();
        long to = LIMITS.get(bucket).toMillis();
        return Duration.ofMillis(Math.round(from + part * (to - from)));
    }
}
