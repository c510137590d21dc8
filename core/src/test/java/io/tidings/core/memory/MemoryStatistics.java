package io.tidings.core.memory;

import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class MemoryStatistics implements StatisticsStore {

    private final CounterChanges all = new CounterChanges();

    synchronized void add(CounterChanges changes) {
        all.addAll(changes, 1);
    }

    @Override
    public synchronized Map<Bucket, Counts> read(Scope scope, List<Bucket> buckets) {
        Map<Bucket, Counts> found = new HashMap<>();
        for (Bucket bucket : buckets) {
            Counts counts = all.of(scope, bucket);
            if (!counts.isNothing()) {
                found.put(bucket, counts);
            }
        }
        return found;
    }
}
