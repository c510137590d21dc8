package io.tidings.core.suppression;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The temporary bounces of an address and its last delivery. Both only grow, so they are the same in whichever order they become known:
 * of a day the newest few bounces are kept, and of the days the newest.
 *
 * @param bounces under day and message, when it came back
 */
public record SoftBounces(
        NavigableMap<Key, Instant> bounces, @Nullable Instant delivered) {

    /** Bounces of one day that are kept; days that are kept. */
    static final int MOST_A_DAY = 5;

    static final int MOST_DAYS = 14;
    static final int MOST = 20;

    public static final SoftBounces NONE = new SoftBounces(new TreeMap<>(), null);

    /** @param day in UTC, counted from 1970 */
    public record Key(long day, String message) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparingLong(Key::day)
                    .thenComparing(Key::message)
                    .compare(this, other);
        }
    }

    /** The bounces that stop mail: when they became too many, and the last of them. */
    record Run(int bounces, Instant since, Instant last) {}

    public SoftBounces {
        bounces = Collections.unmodifiableNavigableMap(new TreeMap<>(bounces));
    }

    public boolean isEmpty() {
        return bounces.isEmpty();
    }

    public SoftBounces withBounce(String message, Instant at) {
        Instant time = at.truncatedTo(ChronoUnit.MILLIS);
        long day = time.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
        NavigableMap<Key, Instant> more = new TreeMap<>(bounces);
        more.merge(new Key(day, message), time, SoftBounces::later);
        while (ofDay(more, day).size() > MOST_A_DAY) {
            more.remove(oldest(ofDay(more, day)));
        }
        while (more.keySet().stream().mapToLong(Key::day).distinct().count() > MOST_DAYS) {
            ofDay(more, more.firstKey().day()).clear();
        }
        return new SoftBounces(more, delivered);
    }

    /** Of interest only to who has bounces. */
    public SoftBounces withDelivery(Instant at) {
        Instant time = at.truncatedTo(ChronoUnit.MILLIS);
        return new SoftBounces(bounces, delivered == null ? time : later(delivered, time));
    }

    /** Those after the last delivery, and after {@code forgiven}, when they are too many. */
    Optional<Run> run(SuppressionPolicy policy, @Nullable Instant forgiven) {
        List<Instant> counted = bounces.values().stream()
                .filter(at -> delivered == null || at.isAfter(delivered))
                .filter(at -> forgiven == null || !at.isBefore(forgiven))
                .sorted()
                .toList();
        for (int i = policy.softBounces() - 1; i < counted.size(); i++) {
            Instant at = counted.get(i);
            if (!at.isBefore(counted.getFirst().plus(policy.softSpan()))) {
                return Optional.of(new Run(counted.size(), at, counted.getLast()));
            }
        }
        return Optional.empty();
    }

    private static NavigableMap<Key, Instant> ofDay(NavigableMap<Key, Instant> all, long day) {
        return all.subMap(new Key(day, ""), true, new Key(day + 1, ""), false);
    }

    private static Key oldest(NavigableMap<Key, Instant> day) {
        return Collections.min(
                        day.entrySet(),
                        Map.Entry.<Key, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .getKey();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
