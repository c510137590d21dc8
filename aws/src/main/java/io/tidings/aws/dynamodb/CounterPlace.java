package io.tidings.aws.dynamodb;

import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Family;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.Stream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where a counter lies. Several days or hours lie in one item, because an item costs a unit however little is in it; and no more of them than
 * stay below 4 kB with all their counters, because then reading it costs one unit however much is in it (decision 24). {@link CounterItem}
 * reads them.
 *
 * @param before what the attribute's name has before the metric's code: a day of the month, an hour of the day or nothing
 * @param after and what it has after it: a provider, a status or nothing
 */
record CounterPlace(Key item, String before, String after) {

    /** @param partition without its shard */
    record Key(String partition, String sort) {

        Map<String, AttributeValue> in(int shard) {
            return Dynamo.key("scope", sharded(partition, shard), "bucket", sort);
        }
    }

    // DynamoDB takes 1,000 write units a second for one partition, and of two transactions on one item at a time it
    // cancels one.
    static final int SHARDS = 4;
    static final String TOTAL = "total";
    static final String HOURS = "hours#";
    static final String DAYS = "days#";
    /** Where one item holds whatever names its partition has. */
    static final String ALL = "all";
    /** Half a day. */
    private static final int HOURS_TOGETHER = 12;

    private static final int RADIX = Character.MAX_RADIX;

    static CounterPlace of(Scope scope, Bucket bucket) {
        return switch (scope.family()) {
            case STREAM, CAMPAIGN -> inTime(scope, bucket);
            case TEMPLATE, TOPIC, CATEGORY, DOMAIN ->
                new CounterPlace(new Key(partition(scope, bucket), scope.name()), day(bucket), "");
            case PROVIDER -> new CounterPlace(new Key(partition(scope, bucket), ALL), "", scope.name());
            case STATUS -> new CounterPlace(new Key(partition(scope, bucket), ALL), day(bucket), scope.name());
            case DOMAIN_STATUS -> {
                int blank = scope.name().indexOf(' ');
                yield new CounterPlace(
                        new Key(partition(scope, bucket), scope.name().substring(0, blank)),
                        day(bucket),
                        scope.name().substring(blank + 1));
            }
        };
    }

    private static CounterPlace inTime(Scope scope, Bucket bucket) {
        String partition =
                scope.family().key() + "#" + (scope.family() == Family.CAMPAIGN ? scope.name() : key(scope.stream()));
        return switch (bucket.unit()) {
            case TOTAL -> new CounterPlace(new Key(partition, TOTAL), "", "");
            case DAY ->
                new CounterPlace(
                        new Key(partition, DAYS + period(scope.family(), scope.stream(), bucket.day())),
                        day(bucket),
                        "");
            case HOUR ->
                new CounterPlace(
                        new Key(partition, HOURS + bucket.day() + "#" + bucket.hour() / HOURS_TOGETHER),
                        digit(bucket.hour()),
                        "");
        };
    }

    String attribute(Metric metric) {
        return before + metric.code() + after;
    }

    /** How many days of a month lie in one item. Only notifications have times to count; providers and statuses lie side by side. */
    static int daysTogether(Family family, Stream stream) {
        return switch (family) {
            case PROVIDER -> 1;
            case STATUS -> 8;
            case STREAM, TEMPLATE, CATEGORY -> stream == Stream.NOTIFICATION ? 8 : 16;
            case CAMPAIGN, TOPIC, DOMAIN, DOMAIN_STATUS -> 16;
        };
    }

    /** The first of the days that lie together with this one. */
    private static LocalDate period(Family family, Stream stream, LocalDate day) {
        int days = daysTogether(family, stream);
        return day.withDayOfMonth((day.getDayOfMonth() - 1) / days * days + 1);
    }

    /** All partitions of a month, each without its shard. */
    static List<String> partitions(Family family, Stream stream, YearMonth month) {
        return IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(day -> partition(family, stream, month.atDay(day)))
                .distinct()
                .toList();
    }

    private static String partition(Scope scope, Bucket bucket) {
        return partition(scope.family(), scope.stream(), bucket.day());
    }

    static String partition(Family family, Stream stream, LocalDate day) {
        return family.key() + "#" + key(stream) + "#" + period(family, stream, day);
    }

    static String sharded(String partition, int shard) {
        return partition + "#" + shard;
    }

    static String key(Stream stream) {
        return stream.name().toLowerCase(Locale.ROOT);
    }

    private static String day(Bucket bucket) {
        return digit(bucket.day().getDayOfMonth());
    }

    /** A day or an hour as one character, because each attribute's name counts for the item's size. */
    private static String digit(int number) {
        return Character.toString(Character.forDigit(number, RADIX));
    }

    static int number(char digit) {
        return Character.digit(digit, RADIX);
    }
}
