package io.tidings.aws.dynamodb;

import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Days;
import io.tidings.core.statistics.Family;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Ranked;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.core.statistics.Stream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

public final class DynamoStatisticsStore implements StatisticsStore {

    /** Beside the counters: the names with the most messages of a family's month, each with its number, as one item. */
    private static final String RANKING = "ranking";

    private final Dynamo dynamo;
    private final String table;

    public DynamoStatisticsStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().statistics();
    }

    @Override
    public Map<Bucket, Counts> read(Scope scope, List<Bucket> buckets) {
        Set<CounterPlace.Key> places = new LinkedHashSet<>();
        buckets.forEach(bucket -> places.add(CounterPlace.of(scope, bucket).item()));
        Set<Bucket> wanted = new HashSet<>(buckets);
        Sums<Bucket> sums = new Sums<>();
        items(places, wanted.contains(Bucket.TOTAL))
                .forEach(item -> CounterItem.read(
                        item.values(),
                        (found, bucket) -> wanted.contains(bucket) && found.equals(scope) ? sums.of(bucket) : null,
                        Sums::add));
        return sums.counts();
    }

    @Override
    public Map<Scope, Counts> sums(Map<Scope, List<Bucket>> wanted) {
        Set<CounterPlace.Key> places = new LinkedHashSet<>();
        Map<Scope, Set<Bucket>> asked = new HashMap<>();
        wanted.forEach((scope, buckets) -> {
            buckets.forEach(bucket -> places.add(CounterPlace.of(scope, bucket).item()));
            asked.put(scope, new HashSet<>(buckets));
        });
        return sums(
                places, (scope, bucket) -> asked.getOrDefault(scope, Set.of()).contains(bucket));
    }

    @Override
    public Map<Scope, Counts> statuses(Collection<Stream> streams, Days days) {
        return sums(
                keys(Family.STATUS, streams, List.of(CounterPlace.ALL), days), (_, day) -> days.contains(day.day()));
    }

    @Override
    public Map<Scope, Counts> statuses(Collection<Stream> streams, Collection<String> domains, Days days) {
        return sums(keys(Family.DOMAIN_STATUS, streams, domains, days), (_, day) -> days.contains(day.day()));
    }

    private static Set<CounterPlace.Key> keys(
            Family family, Collection<Stream> streams, Collection<String> sorts, Days days) {
        Set<CounterPlace.Key> keys = new LinkedHashSet<>();
        for (Stream stream : streams) {
            days.buckets().stream()
                    .map(day -> CounterPlace.partition(family, stream, day.day()))
                    .distinct()
                    .forEach(partition -> sorts.forEach(sort -> keys.add(new CounterPlace.Key(partition, sort))));
        }
        return keys;
    }

    private Map<Scope, Counts> sums(Set<CounterPlace.Key> places, BiPredicate<Scope, Bucket> wanted) {
        Sums<Scope> sums = new Sums<>();
        items(places, false)
                .forEach(item -> CounterItem.read(
                        item.values(),
                        (scope, bucket) -> wanted.test(scope, bucket) ? sums.of(scope) : null,
                        Sums::add));
        return sums.counts();
    }

    private List<Item> items(Collection<CounterPlace.Key> places, boolean consistent) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        for (CounterPlace.Key place : places) {
            for (int shard = 0; shard < CounterPlace.SHARDS; shard++) {
                keys.add(place.in(shard));
            }
        }
        return dynamo.get(table, keys, consistent);
    }

    /** Thousands of counters become a few sums: one array each. */
    private static final class Sums<K> {

        private final Map<K, long[]> sums = new HashMap<>();

        long[] of(K key) {
            return sums.computeIfAbsent(key, _ -> new long[Metric.values().length]);
        }

        static void add(long[] sum, Metric metric, long n) {
            sum[metric.ordinal()] += n;
        }

        Map<K, Counts> counts() {
            Map<K, Counts> counts = new HashMap<>();
            sums.forEach((key, sum) -> {
                Map<Metric, Long> values = new EnumMap<>(Metric.class);
                for (Metric metric : Metric.values()) {
                    values.put(metric, sum[metric.ordinal()]);
                }
                counts.put(key, new Counts(values));
            });
            return counts;
        }
    }

    /** The same stretch of all partitions, so that whoever is in it is whole: it ends where the first partition's page ends. */
    @Override
    public Names names(Family family, Stream stream, YearMonth month, @Nullable String cursor, int limit) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        @Nullable String end = null;
        for (String partition : CounterPlace.partitions(family, stream, month)) {
            for (int shard = 0; shard < CounterPlace.SHARDS; shard++) {
                QueryResponse page = page(CounterPlace.sharded(partition, shard), cursor, limit);
                items.addAll(page.items());
                if (page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty()) {
                    String last = Item.of(page.lastEvaluatedKey()).text("bucket");
                    end = end == null || last.compareTo(end) < 0 ? last : end;
                }
            }
        }
        String upTo = end;
        Sums<String> sums = new Sums<>();
        items.forEach(item -> CounterItem.read(
                item,
                (scope, _) -> upTo == null || scope.name().compareTo(upTo) <= 0 ? sums.of(scope.name()) : null,
                Sums::add));
        return new Names(sums.counts(), upTo);
    }

    private QueryResponse page(String partition, @Nullable String after, int limit) {
        return dynamo.query(request -> {
            request.tableName(table)
                    .keyConditionExpression("#scope = :scope")
                    .expressionAttributeNames(Map.of("#scope", "scope"))
                    .expressionAttributeValues(Map.of(":scope", AttributeValue.fromS(partition)))
                    .limit(limit);
            if (after != null) {
                request.exclusiveStartKey(Dynamo.key("scope", partition, "bucket", after));
            }
        });
    }

    @Override
    public List<Ranked> ranked(Family family, Collection<Stream> streams, Collection<YearMonth> months) {
        List<Map<String, AttributeValue>> keys = streams.stream()
                .flatMap(stream -> months.stream().map(month -> ranking(family, stream, month)))
                .toList();
        return dynamo.get(table, keys, false).stream()
                .flatMap(item -> item.texts("top").stream())
                .map(DynamoStatisticsStore::ranked)
                .toList();
    }

    private static Ranked ranked(String text) {
        int blank = text.indexOf(' ');
        return new Ranked(text.substring(blank + 1), Long.parseLong(text.substring(0, blank)));
    }

    @Override
    public void rank(Family family, Stream stream, YearMonth month, List<Ranked> top) {
        List<String> texts =
                top.stream().map(one -> one.messages() + " " + one.name()).toList();
        dynamo.put(table, Item.of(new HashMap<>(ranking(family, stream, month))).texts("top", texts));
    }

    private static Map<String, AttributeValue> ranking(Family family, Stream stream, YearMonth month) {
        return Dynamo.key("scope", RANKING, "bucket", family.key() + "#" + CounterPlace.key(stream) + "#" + month);
    }

    @Override
    public Cells all(@Nullable String cursor, int limit) {
        ScanResponse page = dynamo.client().scan(request -> {
            request.tableName(table).limit(limit).consistentRead(true);
            if (cursor != null) {
                int line = cursor.indexOf('\n');
                request.exclusiveStartKey(
                        Dynamo.key("scope", cursor.substring(0, line), "bucket", cursor.substring(line + 1)));
            }
        });
        CounterChanges found = new CounterChanges();
        page.items()
                .forEach(item -> CounterItem.read(
                        item,
                        CounterChanges.Cell::new,
                        (cell, metric, n) -> found.add(cell.scope(), cell.bucket(), metric, n)));
        Map<String, AttributeValue> last = page.lastEvaluatedKey();
        boolean more = page.hasLastEvaluatedKey() && !last.isEmpty();
        return new Cells(
                found, more ? Item.of(last).text("scope") + "\n" + Item.of(last).text("bucket") : null);
    }

    @Override
    public void mend(CounterChanges difference) {
        List<TransactWriteItem> actions = CounterActions.of(table, difference);
        for (int i = 0; i < actions.size(); i += Dynamo.MOST_ACTIONS) {
            dynamo.transact(actions.subList(i, Math.min(actions.size(), i + Dynamo.MOST_ACTIONS)));
        }
    }
}
