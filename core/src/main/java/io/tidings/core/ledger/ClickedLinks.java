package io.tidings.core.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When which links of a message were first followed. A mail can have any number of links, so of those that were followed only some are
 * kept: the ones with the smallest hashes, because then it does not matter in which order they became known, nor how often.
 */
record ClickedLinks(TreeMap<String, Instant> firstAt) {

    private static final int MOST = 8;
    /** So many different links within so short a time: a person reads at least the page of the first. */
    private static final int MANY = 3;

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    static ClickedLinks of(String link, Instant at) {
        return new ClickedLinks(new TreeMap<>(Map.of(hash(link), at)));
    }

    private static String hash(String link) {
        return String.format("%08x", link.hashCode());
    }

    /** As {@link #toString} writes it; what is of another form is nothing. */
    static ClickedLinks read(@Nullable String text) {
        TreeMap<String, Instant> found = new TreeMap<>();
        for (String one : text == null ? List.<String>of() : List.of(text.split(" ", -1))) {
            int colon = one.indexOf(':');
            try {
                if (colon > 0) {
                    found.put(one.substring(0, colon), Instant.ofEpochMilli(Long.parseLong(one.substring(colon + 1))));
                }
            } catch (NumberFormatException e) {
                // No time of ours.
            }
        }
        return new ClickedLinks(kept(found));
    }

    ClickedLinks join(ClickedLinks other) {
        TreeMap<String, Instant> all = new TreeMap<>(firstAt);
        other.firstAt.forEach((link, at) -> all.merge(link, at, (one, two) -> one.isBefore(two) ? one : two));
        return new ClickedLinks(kept(all));
    }

    /** A link that is left out stays out: those before it never become fewer. */
    private static TreeMap<String, Instant> kept(TreeMap<String, Instant> all) {
        while (all.size() > MOST) {
            all.pollLastEntry();
        }
        return all;
    }

    /** Whether a click at this time was one of many at once. */
    boolean manyAround(Instant click) {
        List<Instant> times = firstAt.values().stream().sorted().toList();
        for (int i = 0; i + MANY <= times.size(); i++) {
            Instant first = times.get(i);
            Instant last = times.get(i + MANY - 1);
            if (!last.isAfter(first.plus(AT_ONCE))
                    && !click.isBefore(last.minus(AT_ONCE))
                    && !click.isAfter(first.plus(AT_ONCE))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return firstAt.entrySet().stream()
                .map(entry -> entry.getKey() + ':' + entry.getValue().toEpochMilli())
                .collect(Collectors.joining(" "));
    }
}
