package io.tidings.service.statistics;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.job.Job;
import io.tidings.core.job.JobStore;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Ids;
import io.tidings.service.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Work on the statistics that takes long: it goes on by itself, and is asked for by its id. */
@Controller("/api/v1/statistics")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Statistics")
class StatisticsJobController {

    private final StatisticsJobs jobs;
    private final JobStore store;
    private final InstantSource clock;

    StatisticsJobController(StatisticsJobs jobs, JobStore store, InstantSource clock) {
        this.jobs = jobs;
        this.store = store;
        this.clock = clock;
    }

    /** @param from the first day (UTC) whose events are recorded again */
    @Serdeable
    @Schema(name = "Replay")
    record Replay(@NotNull LocalDate from) {}

    /** @param dryRun whether it only compares */
    @Serdeable
    @Schema(name = "Rebuild")
    record Rebuild(@NotNull Boolean dryRun) {}

    /** @param done how many events or messages it has been through */
    @Serdeable
    @Schema(name = "StatisticsJob")
    record JobView(
            String id,
            String kind,
            String state,
            String startedBy,
            Instant startedAt,
            Instant touchedAt,
            long done,
            List<String> findings) {
        static JobView of(Job job) {
            return new JobView(
                    job.id(),
                    job.kind().name().toLowerCase(Locale.ROOT),
                    job.state().name().toLowerCase(Locale.ROOT),
                    job.by(),
                    job.startedAt(),
                    job.touchedAt(),
                    job.done(),
                    job.findings());
        }
    }

    @Post("/replay")
    @Status(HttpStatus.ACCEPTED)
    @Operation(operationId = "replayEvents", summary = "Records again what SES sent since a day; what was right stays")
    JobView replay(@Valid @Body Replay replay, Authentication caller) {
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        if (replay.from().isAfter(today) || replay.from().isBefore(today.minusDays(Asked.MOST_DAYS))) {
            throw ProblemException.invalid("from", "must be today or one of the 400 days before");
        }
        return JobView.of(
                jobs.start(Job.Kind.REPLAY, caller.getName(), replay.from().toString()));
    }

    @Post("/rebuild")
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "rebuildStatistics",
            summary = "Compares every counter with the ledger, and mends what is wrong unless it is a dry run")
    JobView rebuild(@Valid @Body Rebuild rebuild, Authentication caller) {
        return JobView.of(jobs.start(rebuild.dryRun() ? Job.Kind.COMPARE : Job.Kind.REBUILD, caller.getName(), null));
    }

    @Get("/jobs/{id}")
    @Operation(operationId = "getStatisticsJob", summary = "Where such work is, and what it found")
    JobView job(String id) {
        return store.find(Ids.checked("the job", id))
                .map(JobView::of)
                .orElseThrow(() -> ProblemException.notFound("the job"));
    }
}
