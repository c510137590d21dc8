package io.tidings.core.suppression;

import io.tidings.core.suppression.Suppression.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one address in one scope: for each reason the first and the newest evidence, and who lifted it, when and why. What is
 * older than a lift no longer counts, whenever it becomes known; so evidence and lifts commute.
 */
public record SuppressionEntry(Map<Reason, Seen> seen, List<Lift> lifts) {

    static final SuppressionEntry NONE = new SuppressionEntry(Map.of(), List.of());

    /** Lifts that are kept of each kind; the newest decides. */
    private static final int MOST_LIFTS = 5;

    private static final int LONGEST_TEXT = 300;

    /** @param expiresAt of the evidence itself, such as a date that a person gave */
    public record Evidence(
            Instant at, String what, @Nullable Instant expiresAt) {

        static final Comparator<Evidence> BY_TIME = Comparator.comparing(Evidence::at)
                .thenComparing(Evidence::what)
                .thenComparing(Evidence::expiresAt, Comparator.nullsLast(Comparator.naturalOrder()));

        public Evidence {
            at = at.truncatedTo(ChronoUnit.MILLIS);
            expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS);
            what = shortened(what);
        }
    }

    public record Seen(Evidence first, Evidence last) {

        Seen with(Evidence more) {
            return new Seen(
                    Evidence.BY_TIME.compare(more, first) < 0 ? more : first,
                    Evidence.BY_TIME.compare(more, last) > 0 ? more : last);
        }
    }

    /** @param reason the one that is lifted; all of them when it is not given */
    public record Lift(@Nullable Reason reason, Instant at, String by, String why) {

        static final Comparator<Lift> NEWEST_FIRST = Comparator.comparing(Lift::at)
                .reversed()
                .thenComparing(Lift::reason, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Lift::by)
                .thenComparing(Lift::why);

        public Lift {
            at = at.truncatedTo(ChronoUnit.MILLIS);
            by = shortened(by);
            why = shortened(why);
        }
    }

    public SuppressionEntry {
        Map<Reason, Seen> copy = new EnumMap<>(Reason.class);
        copy.putAll(seen);
        seen = Collections.unmodifiableMap(copy);
        lifts = List.copyOf(lifts);
    }

    SuppressionEntry with(Reason reason, Evidence evidence) {
        Map<Reason, Seen> more = new EnumMap<>(Reason.class);
        more.putAll(seen);
        Seen before = seen.get(reason);
        more.put(reason, before == null ? new Seen(evidence, evidence) : before.with(evidence));
        return new SuppressionEntry(more, lifts);
    }

    SuppressionEntry with(Lift lift) {
        TreeSet<Lift> all = new TreeSet<>(Lift.NEWEST_FIRST);
        all.addAll(lifts);
        all.add(lift);
        // Of each kind by itself: many lifts of one reason must not push out the last lift of another.
        List<Lift> alike = all.stream()
                .filter(one -> Objects.equals(one.reason(), lift.reason()))
                .skip(MOST_LIFTS)
                .toList();
        alike.forEach(all::remove);
        return new SuppressionEntry(seen, all.stream().collect(Collectors.toList()));
    }

    /** From when on evidence of this reason counts. */
    @Nullable
    Instant liftedAt(Reason reason) {
        return lifts.stream()
                .filter(lift -> lift.reason() == null || lift.reason() == reason)
                .map(Lift::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether there is evidence of this reason that nobody lifted since. */
    public boolean holds(Reason reason) {
        Seen known = seen.get(reason);
        Instant lifted = liftedAt(reason);
        return known != null && (lifted == null || !known.last().at().isBefore(lifted));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
