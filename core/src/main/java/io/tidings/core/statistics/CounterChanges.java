package io.tidings.core.statistics;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What is to be added to which counters; a change may be a minus, when a fact turns out to be older than was thought. */
public final class CounterChanges {

    /** One item of the statistics table. */
    public record Cell(Scope scope, Bucket bucket) {}

    private final Map<Cell, Map<Metric, Long>> changes = new HashMap<>();

    public CounterChanges add(Scope scope, Bucket bucket, Metric metric, long n) {
        add(new Cell(scope, bucket), metric, n);
        return this;
    }

    private void add(Cell cell, Metric metric, long n) {
        Map<Metric, Long> counts = changes.computeIfAbsent(cell, _ -> new EnumMap<>(Metric.class));
        // A sum of zero changes nothing, so it is no change.
        counts.merge(metric, n, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
        if (counts.isEmpty()) {
            changes.remove(cell);
        }
    }

    public CounterChanges addAll(CounterChanges others, long times) {
        others.changes.forEach((cell, counts) -> counts.forEach((metric, n) -> add(cell, metric, n * times)));
        return this;
    }

    public void forEach(BiConsumer<Cell, Map<Metric, Long>> action) {
        changes.forEach(action);
    }

    public Counts of(Scope scope, Bucket bucket) {
        return new Counts(changes.getOrDefault(new Cell(scope, bucket), Map.of()));
    }

    /** How many items of the table it touches. */
    public int cells() {
        return changes.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CounterChanges that && changes.equals(that.changes);
    }

    @Override
    public int hashCode() {
        return changes.hashCode();
    }

    @Override
    public String toString() {
        return changes.toString();
    }
}
