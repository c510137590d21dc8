package io.tidings.aws.dynamodb;

import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Family;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.Stream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What an item of the statistics table holds. Pages are made of thousands of counters, so what those of one scope and bucket have in common
 * is found out once.
 */
final class CounterItem {

    private static final int CODE = 2;
    private static final int DATE = 10;
    private static final Map<String, Metric> BY_CODE =
            Arrays.stream(Metric.values()).collect(Collectors.toMap(Metric::code, Function.identity()));
    private static final Map<String, Family> BY_KEY =
            Arrays.stream(Family.values()).collect(Collectors.toMap(Family::key, Function.identity()));

    private final Family family;
    /** The stream, or the campaign. */
    private final String owner;
    /** The first day of what it holds; nothing of totals. */
    private final @Nullable LocalDate first;

    private final String sort;

    private CounterItem(Family family, String owner, @Nullable LocalDate first, String sort) {
        this.family = family;
        this.owner = owner;
        this.first = first;
        this.sort = sort;
    }

    /** Into what a counter is added. */
    @FunctionalInterface
    interface Wanted<T> {
        /** Nothing where nobody asks for it. */
        @Nullable
        T of(Scope scope, Bucket bucket);
    }

    @FunctionalInterface
    interface Adding<T> {
        void add(T sum, Metric metric, long n);
    }

    /** Everything the item holds; what is no counter, or was one before the table was laid out anew, is passed over. */
    static <T> void read(Map<String, AttributeValue> item, Wanted<T> wanted, Adding<T> adding) {
        CounterItem place = of(Item.of(item).text("scope"), Item.of(item).text("bucket"));
        if (place == null) {
            return;
        }
        int codeAt = place.prefix();
        Map<String, Optional<T>> sums = new HashMap<>();
        item.forEach((name, value) -> {
            Metric metric = value.n() == null ? null : metric(name, codeAt);
            if (metric != null) {
                String before = name.substring(0, codeAt);
                String after = name.substring(codeAt + CODE);
                sums.computeIfAbsent(
                                before + after,
                                _ -> Optional.ofNullable(wanted.of(place.scope(after), place.bucket(before))))
                        .ifPresent(sum -> adding.add(sum, metric, Long.parseLong(value.n())));
            }
        });
    }

    private static @Nullable CounterItem of(String scope, String sort) {
        String[] partition = scope.split("#", -1);
        Family family = BY_KEY.get(partition[0]);
        if (family == null) {
            return null;
        }
        boolean inTime = family == Family.STREAM || family == Family.CAMPAIGN;
        if (inTime && sort.equals(CounterPlace.TOTAL)) {
            return new CounterItem(family, partition[1], null, sort);
        }
        String date = inTime ? afterMark(sort) : partition[2];
        return date.length() < DATE
                ? null
                : new CounterItem(family, partition[1], LocalDate.parse(date.substring(0, DATE)), sort);
    }

    private static String afterMark(String sort) {
        return sort.substring(sort.indexOf('#') + 1);
    }

    private static @Nullable Metric metric(String name, int at) {
        return name.length() < at + CODE ? null : BY_CODE.get(name.substring(at, at + CODE));
    }

    private int prefix() {
        return first == null || family == Family.PROVIDER ? 0 : 1;
    }

    private Scope scope(String after) {
        return switch (family) {
            case STREAM -> Scope.of(stream());
            case CAMPAIGN -> Scope.campaign(owner);
            case TEMPLATE, TOPIC, CATEGORY, DOMAIN -> new Scope(family, stream(), sort);
            case PROVIDER, STATUS -> new Scope(family, stream(), after);
            case DOMAIN_STATUS -> new Scope(family, stream(), sort + ' ' + after);
        };
    }

    private Bucket bucket(String before) {
        LocalDate from = first;
        if (from == null) {
            return Bucket.TOTAL;
        }
        if (before.isEmpty()) {
            return Bucket.day(from);
        }
        int number = CounterPlace.number(before.charAt(0));
        return sort.startsWith(CounterPlace.HOURS)
                ? Bucket.hour(from.atTime(number, 0).toInstant(ZoneOffset.UTC))
                : Bucket.day(from.withDayOfMonth(number));
    }

    private Stream stream() {
        return Stream.valueOf(owner.toUpperCase(Locale.ROOT));
    }
}
