package io.tidings.core.statistics;

import java.util.List;
import java.util.Map;

public interface StatisticsStore {

    /** A fixed number of reads per bucket, however many messages were counted. */
    Map<Bucket, Counts> read(Scope scope, List<Bucket> buckets);

    default Counts read(Scope scope, Bucket bucket) {
        return read(scope, List.of(bucket)).getOrDefault(bucket, Counts.NONE);
    }
}
