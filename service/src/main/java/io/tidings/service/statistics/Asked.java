package io.tidings.service.statistics;

import io.tidings.core.statistics.Days;
import io.tidings.core.statistics.Stream;
import io.tidings.service.web.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader asks for, checked; a wide range costs more to read, so each has its limit. */
final class Asked {

    static final int MOST_DAYS = 400;
    private static final int MOST_HOURS = 31 * 24;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(3000, 1, 1);
    private static final int USUAL_POINTS = 30;

    private Asked() {}

    static List<Stream> streams(String stream) {
        return switch (stream) {
            case "all" -> List.of(Stream.CAMPAIGN, Stream.NOTIFICATION);
            case "campaigns" -> List.of(Stream.CAMPAIGN);
            case "notifications" -> List.of(Stream.NOTIFICATION);
            default -> throw ProblemException.invalid("stream", "must be all, campaigns or notifications");
        };
    }

    /** The last thirty days where nothing is said. */
    static Days days(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today, int most) {
        LocalDate last = inOurTime("to", to == null ? today : to);
        LocalDate first = inOurTime("from", from == null ? last.minusDays(USUAL_POINTS - 1L) : from);
        if (first.isAfter(last) || first.plusDays(most).compareTo(last) <= 0) {
            throw ProblemException.invalid("from", "must not be after to, and the range may have " + most + " days");
        }
        return new Days(first, last);
    }

    static ChronoUnit unit(String bucket) {
        return switch (bucket) {
            case "day" -> ChronoUnit.DAYS;
            case "hour" -> ChronoUnit.HOURS;
            default -> throw ProblemException.invalid("bucket", "must be day or hour");
        };
    }

    static List<Instant> points(ChronoUnit unit, @Nullable Instant from, @Nullable Instant to, Instant now) {
        Instant last = inOurTime("to", to == null ? now : to).truncatedTo(unit);
        Duration step = unit.getDuration();
        Instant first = from == null
                ? last.minus(step.multipliedBy(USUAL_POINTS - 1L))
                : inOurTime("from", from).truncatedTo(unit);
        int most = unit == ChronoUnit.DAYS ? MOST_DAYS : MOST_HOURS;
        if (first.isAfter(last) || Duration.between(first, last).dividedBy(step) >= most) {
            throw ProblemException.invalid(
                    "from",
                    "must be before to, and at most " + most + (unit == ChronoUnit.DAYS ? " days" : " hours")
                            + " before it");
        }
        List<Instant> instants = new ArrayList<>();
        for (Instant at = first; !at.isAfter(last); at = at.plus(step)) {
            instants.add(at);
        }
        return instants;
    }

    private static Instant inOurTime(String field, Instant at) {
        if (at.isBefore(EARLIEST.atStartOfDay().toInstant(ZoneOffset.UTC))
                || at.isAfter(LATEST.atStartOfDay().toInstant(ZoneOffset.UTC))) {
            throw outOfTime(field);
        }
        return at;
    }

    private static LocalDate inOurTime(String field, LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw outOfTime(field);
        }
        return day;
    }

    private static ProblemException outOfTime(String field) {
        return ProblemException.invalid(field, "must be between 2000 and 3000");
    }
}
