package io.tidings.core.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When somebody wants no mail, by the clock on the wall. Where the clock is put forward over an end, the hours end as the clock jumps;
 * where an hour comes twice, they begin at the first and end at the second, so that the night is never shorter than it says.
 *
 * @param to on the next day, when it is not after {@code from}
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** No hours at all. */
    public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** Reads {@code 22:00-07:00}. */
    public static QuietHours parse(String text) {
        String[] parts = text.split("-", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("quiet hours are like 22:00-07:00, not " + text);
        }
        return new QuietHours(LocalTime.parse(parts[0].strip()), LocalTime.parse(parts[1].strip()));
    }

    /** When the quiet ends, if it is quiet now. */
    public Optional<Instant> endAfter(Instant now, ZoneId zone) {
        if (from.equals(to)) {
            return Optional.empty();
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today)
                .filter(day -> !start(day, zone).isAfter(now))
                .map(day -> end(day, zone))
                .filter(end -> end.isAfter(now))
                .findFirst();
    }

    private Instant start(LocalDate day, ZoneId zone) {
        return day.atTime(from).atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private Instant end(LocalDate day, ZoneId zone) {
        LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
        var rules = zone.getRules();
        var gap = rules.getTransition(last.atTime(to));
        // java.time would move a time that does not exist on by the length of the gap.
        return gap != null && gap.isGap()
                ? gap.getInstant()
                : last.atTime(to).atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
