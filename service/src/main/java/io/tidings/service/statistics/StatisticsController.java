package io.tidings.service.statistics;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.service.access.Roles;
import io.tidings.service.web.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Campaign mail and notifications, together or apart. A day and an hour are those of UTC. */
@Controller("/api/v1/statistics")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Statistics")
class StatisticsController {

    private static final int MOST_POINTS = 400;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private final StatisticsStore statistics;
    private final InstantSource clock;

    StatisticsController(StatisticsStore statistics, InstantSource clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    @Serdeable
    @Schema(name = "Counts")
    record CountsView(
            long accepted,
            long delivered,
            long bouncedPermanent,
            long bouncedTransient,
            long bouncedUndetermined,
            long suppressedBounces,
            long complained,
            long opened,
            long clicked,
            long unsubscribed,
            long skipped,
            long refused,
            long rejected,
            long renderingFailed) {
        static CountsView of(Counts counts) {
            return new CountsView(
                    counts.of(Metric.ACCEPTED),
                    counts.of(Metric.DELIVERED),
                    counts.of(Metric.BOUNCED_PERMANENT),
                    counts.of(Metric.BOUNCED_TRANSIENT),
                    counts.of(Metric.BOUNCED_UNDETERMINED),
                    counts.of(Metric.SUPPRESSED_BOUNCES),
                    counts.of(Metric.COMPLAINED),
                    counts.of(Metric.OPENED),
                    counts.of(Metric.CLICKED),
                    counts.of(Metric.UNSUBSCRIBED),
                    counts.of(Metric.SKIPPED),
                    counts.of(Metric.REFUSED),
                    counts.of(Metric.REJECTED),
                    counts.of(Metric.RENDERING_FAILED));
        }
    }

    /** A ratio and what it is a ratio of; no value while nothing is in the denominator. */
    @Serdeable
    @Schema(name = "Ratio")
    record Rate(@Nullable Double value, long numerator, long denominator, String of) {
        static Rate of(long numerator, long denominator, String of) {
            return new Rate(denominator == 0 ? null : (double) numerator / denominator, numerator, denominator, of);
        }
    }

    @Serdeable
    @Schema(name = "Summary")
    record Summary(String stream, Instant from, Instant to, CountsView counts, Rate bounceRate, Rate complaintRate) {}

    @Serdeable
    @Schema(name = "TimelinePoint")
    record Point(Instant at, CountsView counts) {}

    @Serdeable
    @Schema(name = "Timeline")
    record Timeline(String bucket, List<Point> items) {}

    @Get("/summary")
    @Operation(operationId = "getSummary", summary = "The sums of the last days")
    Summary summary(
            @QueryValue(defaultValue = "all") String stream,
            @QueryValue(defaultValue = "30") @Min(1) @Max(MOST_POINTS) int days) {
        LocalDate today = today();
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            buckets.add(Bucket.day(today.minusDays(i)));
        }
        Counts sum = statistics.read(scope(stream), buckets).values().stream().reduce(Counts.NONE, Counts::plus);
        return new Summary(
                stream,
                today.minusDays(days - 1L).atStartOfDay().toInstant(ZoneOffset.UTC),
                clock.instant(),
                CountsView.of(sum),
                Rate.of(sum.of(Metric.BOUNCED_PERMANENT), sum.of(Metric.ACCEPTED), "accepted by SES"),
                Rate.of(sum.of(Metric.COMPLAINED), sum.of(Metric.ACCEPTED), "accepted by SES"));
    }

    @Get("/timeline")
    @Operation(operationId = "getTimeline", summary = "Day by day or hour by hour")
    Timeline timeline(
            @QueryValue(defaultValue = "all") String stream,
            @QueryValue(defaultValue = "day") String bucket,
            @Nullable @QueryValue Instant from,
            @Nullable @QueryValue Instant to) {
        ChronoUnit unit = unit(bucket);
        Instant last = inOurTime("to", to == null ? clock.instant() : to).truncatedTo(unit);
        Duration step = unit.getDuration();
        Instant first = from == null
                ? last.minus(step.multipliedBy(29))
                : inOurTime("from", from).truncatedTo(unit);
        if (first.isAfter(last) || Duration.between(first, last).dividedBy(step) >= MOST_POINTS) {
            throw ProblemException.invalid("from", "must be before to, and at most 400 " + bucket + "s before it");
        }
        List<Instant> instants = new ArrayList<>();
        for (Instant at = first; !at.isAfter(last); at = at.plus(step)) {
            instants.add(at);
        }
        List<Bucket> buckets = instants.stream().map(at -> bucketOf(unit, at)).toList();
        Map<Bucket, Counts> counts = statistics.read(scope(stream), buckets);
        return new Timeline(
                bucket,
                instants.stream()
                        .map(at -> new Point(at, CountsView.of(counts.getOrDefault(bucketOf(unit, at), Counts.NONE))))
                        .toList());
    }

    private static Instant inOurTime(String field, Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw ProblemException.invalid(field, "must be between 2000 and 3000");
        }
        return at;
    }

    private static Bucket bucketOf(ChronoUnit unit, Instant at) {
        return unit == ChronoUnit.DAYS ? Bucket.day(at) : Bucket.hour(at);
    }

    private static ChronoUnit unit(String bucket) {
        return switch (bucket) {
            case "day" -> ChronoUnit.DAYS;
            case "hour" -> ChronoUnit.HOURS;
            default -> throw ProblemException.invalid("bucket", "must be day or hour");
        };
    }

    private static Scope scope(String stream) {
        return switch (stream) {
            case "all" -> Scope.ALL;
            case "campaigns" -> Scope.CAMPAIGNS;
            case "notifications" -> Scope.NOTIFICATIONS;
            default -> throw ProblemException.invalid("stream", "must be all, campaigns or notifications");
        };
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
