package io.tidings.aws.dynamodb;

import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public final class DynamoStatisticsStore implements StatisticsStore {

    private final Dynamo dynamo;
    private final String table;

    public DynamoStatisticsStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().statistics();
    }

    @Override
    public Map<Bucket, Counts> read(Scope scope, List<Bucket> buckets) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        for (Bucket bucket : buckets) {
            for (int shard = 0; shard < CounterActions.SHARDS; shard++) {
                keys.add(Dynamo.key("scope", CounterActions.partition(scope.key(), shard), "bucket", bucket.key()));
            }
        }
        Map<Bucket, Counts> sums = new HashMap<>();
        // Consistent: the books of one reading must balance.
        for (Item item : dynamo.get(table, keys, true)) {
            sums.merge(new Bucket(item.text("bucket")), counts(item), Counts::plus);
        }
        return sums;
    }

    private static Counts counts(Item item) {
        Map<Metric, Long> counts = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            if (item.has(metric.key())) {
                counts.put(metric, item.number(metric.key()));
            }
        }
        return new Counts(counts);
    }
}
