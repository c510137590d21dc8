package io.tidings.core.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Over which time it is counted: all of it, a day or an hour, in UTC. */
public record Bucket(String key) {

    public static final Bucket TOTAL = new Bucket("total");

    public static Bucket day(LocalDate day) {
        return new Bucket("day#" + day);
    }

    public static Bucket day(Instant at) {
        return day(at.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    public static Bucket hour(Instant at) {
        return new Bucket("hour#" + at.truncatedTo(ChronoUnit.HOURS));
    }
}
