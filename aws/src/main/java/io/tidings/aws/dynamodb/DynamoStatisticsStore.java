package io.tidings.aws.dynamodb;

import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Days;
import io.tidings.core.statistics.Family;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.core.statistics.Stream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

public final class DynamoStatisticsStore implements StatisticsStore {

    /** Beside the counters of a month's domains: the names of the largest, as one text. */
    private static final String RANKING = "ranking";

    private final Dynamo dynamo;
    private final String table;

    public DynamoStatisticsStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().statistics();
    }

    @Override
    public Map<Bucket, Counts> read(Scope scope, List<Bucket> buckets) {
        Set<CounterPlace> places = new LinkedHashSet<>();
        buckets.forEach(bucket -> places.add(item(CounterPlace.of(scope, bucket))));
        Set<Bucket> wanted = new HashSet<>(buckets);
        Map<Bucket, Counts> sums = new HashMap<>();
        // Consistent: the books of one reading must balance.
        for (Item item : items(places, true)) {
            CounterPlace.read(item.values(), (found, bucket, metric, n) -> {
                if (wanted.contains(bucket) && found.equals(scope)) {
                    sums.merge(bucket, Counts.of(metric, n), Counts::plus);
                }
            });
        }
        return sums;
    }

    @Override
    public Map<Scope, Counts> sums(Collection<Scope> scopes, Days days) {
        Set<CounterPlace> places = new LinkedHashSet<>();
        for (Scope scope : scopes) {
            days.buckets().forEach(day -> places.add(item(CounterPlace.of(scope, day))));
        }
        Set<Scope> wanted = new HashSet<>(scopes);
        Map<Scope, Counts> sums = new HashMap<>();
        for (Item item : items(places, false)) {
            CounterPlace.read(item.values(), (scope, bucket, metric, n) -> {
                if (wanted.contains(scope) && days.contains(bucket.day())) {
                    sums.merge(scope, Counts.of(metric, n), Counts::plus);
                }
            });
        }
        return sums;
    }

    private static CounterPlace item(CounterPlace place) {
        return new CounterPlace(place.partition(), place.sort(), "", "");
    }

    private List<Item> items(Collection<CounterPlace> places, boolean consistent) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        for (CounterPlace place : places) {
            for (int shard = 0; shard < CounterPlace.SHARDS; shard++) {
                keys.add(place.key(shard));
            }
        }
        return dynamo.get(table, keys, consistent);
    }

    @Override
    public Map<Scope, Counts> statuses(Stream stream, Collection<String> domains, Days days) {
        Set<CounterPlace> places = new LinkedHashSet<>();
        for (YearMonth month : days.months()) {
            String partition = CounterPlace.month(Family.DOMAIN_STATUS, stream, month);
            domains.forEach(domain -> places.add(new CounterPlace(partition, domain, "", "")));
        }
        Map<Scope, Counts> sums = new HashMap<>();
        items(places, false).forEach(item -> add(sums, item.values(), days));
        return sums;
    }

    @Override
    public Map<Scope, Counts> members(Family family, Stream stream, Days days, int limit) {
        Map<Scope, Counts> sums = new HashMap<>();
        for (YearMonth month : days.months()) {
            MonthPage page = monthPage(family, stream, month, null, limit);
            page.items().forEach(item -> add(sums, item, days));
        }
        return sums;
    }

    private static void add(Map<Scope, Counts> sums, Map<String, AttributeValue> item, Days days) {
        CounterPlace.read(item, (scope, bucket, metric, n) -> {
            if (days.contains(bucket.day())) {
                sums.merge(scope, Counts.of(metric, n), Counts::plus);
            }
        });
    }

    @Override
    public Names domains(Stream stream, YearMonth month, @Nullable String cursor, int limit) {
        MonthPage page = monthPage(Family.DOMAIN, stream, month, cursor, limit);
        Map<String, Counts> sums = new HashMap<>();
        page.items()
                .forEach(item -> CounterPlace.read(
                        item, (scope, _, metric, n) -> sums.merge(scope.name(), Counts.of(metric, n), Counts::plus)));
        return new Names(sums, page.next());
    }

    private record MonthPage(
            List<Map<String, AttributeValue>> items,
            @Nullable String next) {}

    /** The same stretch of all shards, so that whoever is in it is whole: it ends where the first shard's page ends. */
    private MonthPage monthPage(Family family, Stream stream, YearMonth month, @Nullable String after, int limit) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        @Nullable String end = null;
        for (int shard = 0; shard < CounterPlace.SHARDS; shard++) {
            String partition = CounterPlace.sharded(CounterPlace.month(family, stream, month), shard);
            QueryResponse page = shardPage(partition, after, limit);
            items.addAll(page.items());
            if (page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty()) {
                String last = Item.of(page.lastEvaluatedKey()).text("bucket");
                end = end == null || last.compareTo(end) < 0 ? last : end;
            }
        }
        String upTo = end;
        return upTo == null
                ? new MonthPage(items, null)
                : new MonthPage(
                        items.stream()
                                .filter(item -> Item.of(item).text("bucket").compareTo(upTo) <= 0)
                                .toList(),
                        upTo);
    }

    private QueryResponse shardPage(String partition, @Nullable String after, int limit) {
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
    public List<String> topDomains(Stream stream, YearMonth month) {
        return dynamo.get(table, ranking(stream, month))
                .map(item -> item.texts("top"))
                .orElse(List.of());
    }

    @Override
    public void rankDomains(Stream stream, YearMonth month, List<String> top) {
        Item item = Item.of(new HashMap<>(ranking(stream, month))).texts("top", top);
        dynamo.put(table, item);
    }

    private static Map<String, AttributeValue> ranking(Stream stream, YearMonth month) {
        return Dynamo.key("scope", RANKING, "bucket", CounterPlace.month(Family.DOMAIN, stream, month));
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
        page.items().forEach(item -> CounterPlace.read(item, found::add));
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
