package io.tidings.service.statistics;

import io.tidings.core.feedback.ReplayEvents;
import io.tidings.core.job.Job;
import io.tidings.core.job.JobStore;
import io.tidings.core.ledger.RebuildStatistics;
import io.tidings.core.ledger.RebuildStatistics.Compared;
import io.tidings.core.ledger.RebuildStatistics.Difference;
import io.tidings.service.web.Ids;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does such work on a thread of its own, and goes on with what a process that died left behind. */
@Singleton
public class StatisticsJobs {

    private static final Logger LOG = LoggerFactory.getLogger(StatisticsJobs.class);
    private static final int MOST_FINDINGS = 500;
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(5);

    private final JobStore store;
    private final ReplayEvents replay;
    private final RebuildStatistics rebuild;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    StatisticsJobs(JobStore store, ReplayEvents replay, RebuildStatistics rebuild, InstantSource clock) {
        this.store = store;
        this.replay = replay;
        this.rebuild = rebuild;
        this.clock = clock;
    }

    Job start(Job.Kind kind, String by, @Nullable String from) {
        Job job = Job.started(Ids.next(), kind, by, from, clock.instant());
        store.add(job);
        threads.submit(() -> run(job));
        return job;
    }

    /** Takes over what nobody has touched for a while. */
    public void sweep() {
        Instant now = clock.instant();
        for (Job job : store.running()) {
            Job mine = job.at(job.cursor(), 0, now);
            if (job.orphanedAt(now) && store.replace(mine)) {
                threads.submit(() -> run(mine));
            }
        }
    }

    private void run(Job job) {
        Run run = new Run(job);
        try {
            switch (job.kind()) {
                case REPLAY -> run.replay();
                case COMPARE -> run.finish(rebuild.compare(run::stillHere), "");
                case REBUILD -> run.finish(rebuild.rebuild(run::stillHere), "mended: ");
            }
        } catch (TakenOver e) {
            LOG.info("the job {} is another process's now", job.id());
        } catch (RuntimeException e) {
            LOG.error("the job {} failed: {}", job.id(), e.toString(), e);
            store.replace(run.job.failed("it failed: " + e.getMessage(), clock.instant()));
        }
    }

    private static final class TakenOver extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final class Run {
        private Job job;

        Run(Job job) {
            this.job = job;
        }

        void replay() {
            LocalDate from = LocalDate.parse(Objects.requireNonNull(job.from()));
            while (true) {
                ReplayEvents.Step step = replay.step(from, job.cursor());
                Instant now = clock.instant();
                if (step.cursor() == null) {
                    change(job.finished(List.of(), step.events(), now));
                    return;
                }
                change(job.at(step.cursor(), step.events(), now));
            }
        }

        void stillHere() {
            Instant now = clock.instant();
            if (now.isAfter(job.touchedAt().plus(BETWEEN_SIGNS_OF_LIFE))) {
                change(job.at(null, 0, now));
            }
        }

        void finish(Compared compared, String mended) {
            List<String> findings = new ArrayList<>();
            List<Difference> differences = compared.differences();
            differences.stream().limit(MOST_FINDINGS).forEach(difference -> findings.add(mended + difference));
            if (differences.size() > MOST_FINDINGS) {
                findings.add("and " + (differences.size() - MOST_FINDINGS) + " more");
            }
            findings.add(differences.isEmpty() ? "no difference" : differences.size() + " counters differ");
            if (compared.moving() > 0) {
                findings.add(compared.moving()
                        + " counters moved meanwhile and were not compared; ask again when less is sent");
            }
            change(job.finished(findings, compared.messages(), clock.instant()));
        }

        private void change(Job next) {
            if (stopping || !store.replace(next)) {
                throw new TakenOver();
            }
            job = next;
        }
    }

    /** What is not finished is gone on with by whoever starts next. */
    @PreDestroy
    void stop() {
        stopping = true;
        threads.shutdown();
    }
}
