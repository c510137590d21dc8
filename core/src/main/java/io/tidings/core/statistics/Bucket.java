package io.tidings.core.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Over which time it is counted: all of it, a day or an hour, in UTC.
 *
 * @param start when it begins; of the total it says nothing
 */
public record Bucket(Unit unit, Instant start) {

    public enum Unit {
        TOTAL,
        DAY,
        HOUR
    }

    public static final Bucket TOTAL = new Bucket(Unit.TOTAL, Instant.EPOCH);

    public static Bucket day(LocalDate day) {
        return new Bucket(Unit.DAY, day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    public static Bucket day(Instant at) {
        return new Bucket(Unit.DAY, at.truncatedTo(ChronoUnit.DAYS));
    }

    public static Bucket hour(Instant at) {
        return new Bucket(Unit.HOUR, at.truncatedTo(ChronoUnit.HOURS));
    }

    public LocalDate day() {
        return start.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    public int hour() {
        return start.atOffset(ZoneOffset.UTC).getHour();
    }

    @Override
    public String toString() {
        return switch (unit) {
            case TOTAL -> "total";
            case DAY -> day().toString();
            case HOUR -> start.toString();
        };
    }
}
