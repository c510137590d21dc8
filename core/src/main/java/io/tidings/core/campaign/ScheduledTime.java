package io.tidings.core.campaign;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/** Turns what a clock on a wall will show into an instant. */
public final class ScheduledTime {

    private static final Duration FARTHEST = Duration.ofDays(366);

    private ScheduledTime() {}

    public sealed interface Reading {}

    public record Valid(LocalDateTime local, ZoneId zone, Instant at) implements Reading {}

    public record Invalid(String field, String message) implements Reading {}

    /** Where clocks are set back a time comes twice: the first one is meant. Where they are set forward it never comes: that is refused. */
    public static Reading read(String local, String zone, Instant now) {
        LocalDateTime time;
        try {
            time = LocalDateTime.parse(local).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            return new Invalid("at", "must be a date and time without a zone, such as 2026-03-02T09:00");
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            return new Invalid("zone", "must be the name of a time zone, such as Europe/Vienna or UTC");
        }
        ZoneId place = ZoneId.of(zone);
        ZoneOffsetTransition change = place.getRules().getTransition(time);
        if (change != null && change.isGap()) {
            return new Invalid(
                    "at",
                    "does not exist in " + zone + ": the clocks go from " + change.getDateTimeBefore() + " to "
                            + change.getDateTimeAfter() + "; choose a time before or after");
        }
        Instant at = time.atZone(place).withEarlierOffsetAtOverlap().toInstant();
        if (!at.isAfter(now)) {
            return new Invalid("at", "has passed in " + zone + "; choose a later time, or launch now");
        }
        if (at.isAfter(now.plus(FARTHEST))) {
            return new Invalid("at", "is more than a year away; choose a nearer time");
        }
        return new Valid(time, place, at);
    }
}
