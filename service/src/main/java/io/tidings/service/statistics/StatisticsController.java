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
import io.tidings.core.statistics.Days;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.core.statistics.Stream;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Ids;
import io.tidings.service.web.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Campaign mail and notifications, together or apart. A day and an hour are those of UTC. */
@Controller("/api/v1/statistics")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Statistics")
class StatisticsController {

    private final StatisticsStore statistics;
    private final BreakdownReader breakdowns;
    private final CompareCampaigns comparisons;
    private final InstantSource clock;

    StatisticsController(
            StatisticsStore statistics, BreakdownReader breakdowns, CompareCampaigns comparisons, InstantSource clock) {
        this.statistics = statistics;
        this.breakdowns = breakdowns;
        this.comparisons = comparisons;
        this.clock = clock;
    }

    /** @param times of notifications; nothing where only campaigns are asked for */
    @Serdeable
    @Schema(name = "Summary")
    record Summary(
            String stream,
            Instant from,
            Instant to,
            CountsView counts,
            RateView bounceRate,
            RateView complaintRate,
            RatesView rates,
            @Nullable TimesView times) {}

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
            @QueryValue(defaultValue = "30") @Min(1) @Max(Asked.MOST_DAYS) int days) {
        Days range = new Days(today().minusDays(days - 1L), today());
        List<Stream> streams = Asked.streams(stream);
        Counts sum = breakdowns.sum(streams, range);
        RatesView rates = RatesView.of(sum);
        return new Summary(
                stream,
                range.first().atStartOfDay().toInstant(ZoneOffset.UTC),
                clock.instant(),
                CountsView.of(sum),
                rates.bounced(),
                rates.complained(),
                rates,
                BreakdownReader.times(streams, sum));
    }

    /** Of one campaign where it is named; the stream is then that of campaigns. */
    @Get("/timeline")
    @Operation(operationId = "getTimeline", summary = "Day by day or hour by hour, of all mail or of one campaign")
    Timeline timeline(
            @QueryValue(defaultValue = "all") String stream,
            @QueryValue(defaultValue = "day") String bucket,
            @Nullable @QueryValue Instant from,
            @Nullable @QueryValue Instant to,
            @Nullable @QueryValue String campaignId) {
        ChronoUnit unit = Asked.unit(bucket);
        if (campaignId != null && unit != ChronoUnit.HOURS) {
            throw ProblemException.invalid("bucket", "must be hour for one campaign");
        }
        List<Instant> points = Asked.points(unit, from, to, clock.instant());
        List<Scope> scopes = campaignId == null
                ? Asked.streams(stream).stream().map(Scope::of).toList()
                : List.of(Scope.campaign(Ids.checked("the campaign", campaignId)));
        List<Bucket> buckets = points.stream().map(at -> bucketOf(unit, at)).toList();
        List<Map<Bucket, Counts>> counts =
                scopes.stream().map(scope -> statistics.read(scope, buckets)).toList();
        return new Timeline(
                bucket,
                points.stream()
                        .map(at -> new Point(at, CountsView.of(at(counts, bucketOf(unit, at)))))
                        .toList());
    }

    private static Counts at(List<Map<Bucket, Counts>> counts, Bucket bucket) {
        return counts.stream().map(one -> one.getOrDefault(bucket, Counts.NONE)).reduce(Counts.NONE, Counts::plus);
    }

    @Get("/breakdown")
    @Operation(
            operationId = "getBreakdown",
            summary = "By stream, campaign, template, topic, category, domain, provider, bounceType or smtpStatus")
    Breakdown breakdown(
            @QueryValue String by,
            @QueryValue(defaultValue = "all") String stream,
            @Nullable @QueryValue LocalDate from,
            @Nullable @QueryValue LocalDate to) {
        return breakdowns.read(by, stream, Asked.days(from, to, today(), BreakdownReader.MOST_DAYS));
    }

    @Get("/matrix")
    @Operation(operationId = "getStatusMatrix", summary = "The largest domains by the SMTP statuses their servers gave")
    Matrix matrix(
            @QueryValue(defaultValue = "all") String stream,
            @Nullable @QueryValue LocalDate from,
            @Nullable @QueryValue LocalDate to) {
        return breakdowns.matrix(stream, Asked.days(from, to, today(), BreakdownReader.MOST_DAYS));
    }

    @Get("/compare")
    @Operation(operationId = "compareCampaigns", summary = "Up to ten campaigns, each at the same age")
    Comparison compare(
            @QueryValue List<String> campaigns,
            @QueryValue(defaultValue = "336") @Min(1) @Max(CompareCampaigns.MOST_HOURS) int hours) {
        return comparisons.compare(campaigns, hours);
    }

    private static Bucket bucketOf(ChronoUnit unit, Instant at) {
        return unit == ChronoUnit.DAYS ? Bucket.day(at) : Bucket.hour(at);
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
