package io.tidings.core.statistics;

import java.util.EnumMap;
import java.util.Map;

/** How many of each. */
public record Counts(Map<Metric, Long> values) {

    public static final Counts NONE = new Counts(Map.of());

    public Counts {
        Map<Metric, Long> copy = new EnumMap<>(Metric.class);
        values.forEach((metric, n) -> {
            if (n != 0) {
                copy.put(metric, n);
            }
        });
        values = copy;
    }

    public static Counts of(Metric metric, long n) {
        return new Counts(Map.of(metric, n));
    }

    public long of(Metric metric) {
        return values.getOrDefault(metric, 0L);
    }

    /** Without mail to SES's simulator: what rates are reckoned from. */
    public Counts real() {
        Map<Metric, Long> real = new EnumMap<>(Metric.class);
        values.forEach((metric, n) ->
                real.put(metric, n - metric.simulated().map(this::of).orElse(0L)));
        return new Counts(real);
    }

    public boolean isNothing() {
        return values.isEmpty();
    }

    public Counts plus(Counts other) {
        Map<Metric, Long> sum = new EnumMap<>(Metric.class);
        sum.putAll(values);
        other.values.forEach((metric, n) -> sum.merge(metric, n, Long::sum));
        return new Counts(sum);
    }
}
