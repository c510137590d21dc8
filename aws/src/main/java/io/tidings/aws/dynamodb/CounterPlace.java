package io.tidings.aws.dynamodb;

import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Family;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.Stream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where a counter lies. Many lie in one item, because an item costs a write unit however little is in it: the days of a month, the hours
 * of a day, or all providers of a day, told apart by the attribute's name.
 *
 * @param partition without its shard
 * @param before what the attribute's name has before the metric's code: a day of the month, an hour of the day or nothing
 * @param after and what it has after it: a provider, a status or nothing
 */
record CounterPlace(String partition, String sort, String before, String after) {

    // DynamoDB takes 1,000 write units a second for one partition, and of two transactions on one item at a time it
    // cancels one.
    static final int SHARDS = 4;
    static final String TOTAL = "total";
    private static final String HOURS = "hours#";
    private static final String DAYS = "days#";
    private static final int TWO = 2;
    private static final int CODE = 2;
    private static final Map<String, Metric> BY_CODE = new HashMap<>();

    static {
        for (Metric metric : Metric.values()) {
            BY_CODE.put(metric.code(), metric);
        }
    }

    static CounterPlace of(Scope scope, Bucket bucket) {
        return switch (scope.family()) {
            case STREAM -> inPeriod("stream#" + key(scope.stream()), bucket);
            case CAMPAIGN -> inPeriod("campaign#" + scope.name(), bucket);
            case TEMPLATE, TOPIC, CATEGORY, DOMAIN ->
                new CounterPlace(month(scope, bucket), scope.name(), twoDigits(bucket.day()), "");
            case PROVIDER, STATUS -> new CounterPlace(month(scope, bucket), twoDigits(bucket.day()), "", scope.name());
            case DOMAIN_STATUS -> {
                int blank = scope.name().indexOf(' ');
                yield new CounterPlace(
                        month(scope, bucket),
                        scope.name().substring(0, blank),
                        twoDigits(bucket.day()),
                        scope.name().substring(blank + 1));
            }
        };
    }

    private static CounterPlace inPeriod(String partition, Bucket bucket) {
        return switch (bucket.unit()) {
            case TOTAL -> new CounterPlace(partition, TOTAL, "", "");
            case DAY -> new CounterPlace(partition, DAYS + YearMonth.from(bucket.day()), twoDigits(bucket.day()), "");
            case HOUR -> new CounterPlace(partition, HOURS + bucket.day(), two(bucket.hour()), "");
        };
    }

    String attribute(Metric metric) {
        return before + metric.code() + after;
    }

    Map<String, AttributeValue> key(int shard) {
        return Dynamo.key("scope", sharded(partition, shard), "bucket", sort);
    }

    static String sharded(String partition, int shard) {
        return partition + "#" + shard;
    }

    static String month(Family family, Stream stream, YearMonth month) {
        return family.key() + "#" + key(stream) + "#" + month;
    }

    private static String month(Scope scope, Bucket bucket) {
        return month(scope.family(), scope.stream(), YearMonth.from(bucket.day()));
    }

    private static String key(Stream stream) {
        return stream.name().toLowerCase(Locale.ROOT);
    }

    private static String twoDigits(LocalDate day) {
        return two(day.getDayOfMonth());
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    interface Use {
        void of(Scope scope, Bucket bucket, Metric metric, long n);
    }

    /** Everything an item holds; what is no counter is passed over. */
    static void read(Map<String, AttributeValue> item, Use use) {
        String[] partition = Item.of(item).text("scope").split("#", -1);
        String sort = Item.of(item).text("bucket");
        Family family = family(partition[0]);
        if (family == null || partition.length < 3) {
            return;
        }
        item.forEach((name, value) -> {
            if (value.n() != null) {
                read(family, partition[1], partition[2], sort, name, Long.parseLong(value.n()), use);
            }
        });
    }

    private static void read(Family family, String owner, String month, String sort, String name, long n, Use use) {
        int at = name.length() > CODE && Character.isDigit(name.charAt(0)) ? TWO : 0;
        Metric metric = BY_CODE.get(name.substring(at, at + CODE));
        if (metric == null) {
            return;
        }
        String before = name.substring(0, at);
        String after = name.substring(at + CODE);
        switch (family) {
            case STREAM -> use.of(Scope.of(stream(owner)), bucket(sort, before), metric, n);
            case CAMPAIGN -> use.of(Scope.campaign(owner), bucket(sort, before), metric, n);
            case TEMPLATE, TOPIC, CATEGORY, DOMAIN ->
                use.of(new Scope(family, stream(owner), sort), day(month, before), metric, n);
            case PROVIDER, STATUS -> use.of(new Scope(family, stream(owner), after), day(month, sort), metric, n);
            case DOMAIN_STATUS ->
                use.of(new Scope(family, stream(owner), sort + ' ' + after), day(month, before), metric, n);
        }
    }

    private static Bucket bucket(String sort, String before) {
        if (sort.equals(TOTAL)) {
            return Bucket.TOTAL;
        }
        if (sort.startsWith(DAYS)) {
            return day(sort.substring(DAYS.length()), before);
        }
        return Bucket.hour(LocalDate.parse(sort.substring(HOURS.length()))
                .atTime(Integer.parseInt(before), 0)
                .toInstant(ZoneOffset.UTC));
    }

    private static Bucket day(String month, String day) {
        return Bucket.day(YearMonth.parse(month).atDay(Integer.parseInt(day)));
    }

    private static Stream stream(String key) {
        return Stream.valueOf(key.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Family family(String key) {
        for (Family family : List.of(Family.values())) {
            if (family.key().equals(key)) {
                return family;
            }
        }
        return null;
    }
}
