package io.tidings.service.statistics;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.service.access.Roles;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The same figures as tables for a spreadsheet. */
@Controller("/api/v1/statistics")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Statistics")
class StatisticsCsvController {

    private static final String TEXT_CSV = "text/csv";

    private final StatisticsController figures;

    StatisticsCsvController(StatisticsController figures) {
        this.figures = figures;
    }

    @Get(
            value = "/summary.csv",
            produces = {TEXT_CSV, MediaType.APPLICATION_JSON})
    @Operation(operationId = "getSummaryCsv", summary = "The sums of the last days, as CSV")
    String summary(
            @QueryValue(defaultValue = "all") String stream,
            @QueryValue(defaultValue = "30") @Min(1) @Max(Asked.MOST_DAYS) int days) {
        StatisticsController.Summary summary = figures.summary(stream, days);
        return new Csv()
                .row(with(List.of("stream", "from", "to"), CountsRow.HEAD, RatesRow.HEAD, TimesRow.HEAD))
                .row(with(
                        List.of(summary.stream(), summary.from(), summary.to()),
                        CountsRow.of(summary.counts()),
                        RatesRow.of(summary.rates()),
                        TimesRow.of(summary.times())))
                .toString();
    }

    @Get(
            value = "/timeline.csv",
            produces = {TEXT_CSV, MediaType.APPLICATION_JSON})
    @Operation(operationId = "getTimelineCsv", summary = "Day by day or hour by hour, as CSV")
    String timeline(
            @QueryValue(defaultValue = "all") String stream,
            @QueryValue(defaultValue = "day") String bucket,
            @Nullable @QueryValue Instant from,
            @Nullable @QueryValue Instant to,
            @Nullable @QueryValue String campaignId) {
        Csv csv = new Csv().row(with(List.of(bucket), CountsRow.HEAD));
        figures.timeline(stream, bucket, from, to, campaignId)
                .items()
                .forEach(point -> csv.row(with(List.of(point.at()), CountsRow.of(point.counts()))));
        return csv.toString();
    }

    @Get(
            value = "/breakdown.csv",
            produces = {TEXT_CSV, MediaType.APPLICATION_JSON})
    @Operation(operationId = "getBreakdownCsv", summary = "Told apart by one thing, as CSV")
    String breakdown(
            @QueryValue String by,
            @QueryValue(defaultValue = "all") String stream,
            @Nullable @QueryValue LocalDate from,
            @Nullable @QueryValue LocalDate to) {
        Csv csv = new Csv().row(with(List.of(by, "name"), CountsRow.HEAD, RatesRow.HEAD, TimesRow.HEAD));
        figures.breakdown(by, stream, from, to)
                .items()
                .forEach(part -> csv.row(with(
                        List.of(part.key(), part.name()),
                        CountsRow.of(part.counts()),
                        RatesRow.of(part.rates()),
                        TimesRow.of(part.times()))));
        return csv.toString();
    }

    @Get(
            value = "/matrix.csv",
            produces = {TEXT_CSV, MediaType.APPLICATION_JSON})
    @Operation(operationId = "getStatusMatrixCsv", summary = "Domains by SMTP statuses, as CSV")
    String matrix(
            @QueryValue(defaultValue = "all") String stream,
            @Nullable @QueryValue LocalDate from,
            @Nullable @QueryValue LocalDate to) {
        Matrix matrix = figures.matrix(stream, from, to);
        Csv csv = new Csv().row(with(List.of("domain"), matrix.statuses()));
        matrix.items().forEach(row -> csv.row(with(List.of(row.domain()), row.counts())));
        return csv.toString();
    }

    @Get(
            value = "/compare.csv",
            produces = {TEXT_CSV, MediaType.APPLICATION_JSON})
    @Operation(operationId = "compareCampaignsCsv", summary = "Campaigns at the same age, as CSV")
    String compare(
            @QueryValue List<String> campaigns,
            @QueryValue(defaultValue = "336") @Min(1) @Max(CompareCampaigns.MOST_HOURS) int hours) {
        Comparison comparison = figures.compare(campaigns, hours);
        Csv csv = new Csv()
                .row(with(List.of("campaignId", "name", "launchedAt", "ageHours"), CountsRow.HEAD, RatesRow.HEAD));
        comparison
                .items()
                .forEach(campaign -> csv.row(with(
                        List.of(campaign.campaignId(), campaign.name(), campaign.launchedAt(), comparison.ageHours()),
                        CountsRow.of(campaign.counts()),
                        RatesRow.of(campaign.rates()))));
        return csv.toString();
    }

    private static List<Object> with(List<?>... parts) {
        return new ArrayList<>(Stream.of(parts).flatMap(List::stream).toList());
    }
}
