package io.tidings.service.workers;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.tidings.aws.sqs.Queue;
import io.tidings.aws.sqs.QueueConsumer;
import io.tidings.aws.sqs.QueueConsumer.Finished;
import io.tidings.aws.sqs.QueueConsumer.Later;
import io.tidings.aws.sqs.QueueConsumer.Verdict;
import io.tidings.aws.sqs.QueueMessages;
import io.tidings.core.campaign.CampaignLife;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.campaign.PauseReason;
import io.tidings.core.campaign.PauseReason.Halt;
import io.tidings.core.deadletter.FailureLog;
import io.tidings.core.notification.SendNotifications;
import io.tidings.core.notification.SweepNotifications;
import io.tidings.core.pacing.QuotaUnknown;
import io.tidings.core.sending.BatchQueue.Fed;
import io.tidings.core.sending.BatchResult;
import io.tidings.core.sending.FeedbackSilence;
import io.tidings.core.sending.GuardCampaigns;
import io.tidings.core.sending.PlanCampaign;
import io.tidings.core.sending.SendBatch;
import io.tidings.core.statistics.RankMembers;
import io.tidings.service.statistics.StatisticsJobs;
import io.tidings.service.wiring.Queues;
import io.tidings.service.wiring.TidingsSettings;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Takes steps, batches and notifications from their queues. On stopping, what is in hand is finished and the rest given back. */
@Context
final class Workers implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final int PLAN_AT_ONCE = 8;
    /** Of each queue; with ten in each they are what a process holds of letters. */
    private static final int NOTIFICATIONS_AT_ONCE = 6;
    // SQS hands out at most ten at once.
    private static final int NOTIFICATIONS_TOGETHER = 10;
    /** Nobody notices it, and in a rush five or ten share what one alone would cost. */
    private static final Duration NOTIFICATIONS_GATHER = Duration.ofMillis(25);
    /** The order of the largest domains, templates and topics may be this old; a ranking reads all of them of this month and the last. */
    private static final long RANK_SECONDS = 30;

    /** More often than the gap between two looks may be long. */
    private static final long LOOK_SECONDS = 3;

    /** What is due waits no longer than this for the sweep. */
    private static final long LANE_SWEEP_MILLIS = 1_000;

    /** It is asked for once a second at most, and the first answer is for all. */
    private static final Duration WITHOUT_QUOTA = Duration.ofSeconds(2);

    private final Queues queues;
    private final CampaignLife life;
    private final PlanCampaign plan;
    private final GuardCampaigns guard;
    private final SendBatch sendBatch;
    private final SendNotifications sendNotifications;
    private final SweepNotifications sweepNotifications;
    private final FeedbackSilence silence;
    private final StatisticsJobs statisticsJobs;
    private final RankMembers rankMembers;
    private final FailureLog failures;
    private final InstantSource clock;
    private final TidingsSettings settings;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("sweep").factory());
    /** Of its own: a campaign that takes long to look after must not hold up mail that is due. */
    private final ScheduledExecutorService laneSweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("sweep-notifications").factory());
    /** Of its own as well: a look that comes late is a gap in what is known. */
    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("look-at-reports").factory());

    private List<QueueConsumer> consumers = List.of();

    Workers(
            Queues queues,
            CampaignLife life,
            PlanCampaign plan,
            GuardCampaigns guard,
            SendBatch sendBatch,
            SendNotifications sendNotifications,
            SweepNotifications sweepNotifications,
            FeedbackSilence silence,
            StatisticsJobs statisticsJobs,
            RankMembers rankMembers,
            FailureLog failures,
            InstantSource clock,
            TidingsSettings settings) {
        this.queues = queues;
        this.life = life;
        this.plan = plan;
        this.guard = guard;
        this.sendBatch = sendBatch;
        this.sendNotifications = sendNotifications;
        this.sweepNotifications = sweepNotifications;
        this.silence = silence;
        this.statisticsJobs = statisticsJobs;
        this.rankMembers = rankMembers;
        this.failures = failures;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        consumers = List.of(
                alone(queues.plan(), PLAN_AT_ONCE, this::plan),
                alone(queues.batches(), settings.sendAtOnce(), this::send),
                together(queues.notifications()),
                together(queues.urgentNotifications()));
        consumers.forEach(QueueConsumer::start);
        laneSweeper.scheduleWithFixedDelay(
                () -> sweep("sweep of notifications", sweepNotifications::sweep),
                LANE_SWEEP_MILLIS,
                LANE_SWEEP_MILLIS,
                TimeUnit.MILLISECONDS);
        looker.scheduleWithFixedDelay(
                () -> sweep("look at the reports of SES", silence::look), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        long every = settings.sweepEvery().toMillis();
        sweeper.scheduleWithFixedDelay(() -> sweep("sweep", this::sweepCampaigns), every, every, TimeUnit.MILLISECONDS);
        sweeper.scheduleWithFixedDelay(() -> sweep("guard", guard::sweep), every, every, TimeUnit.MILLISECONDS);
        sweeper.scheduleWithFixedDelay(
                () -> sweep("look for jobs left behind", statisticsJobs::sweep), every, every, TimeUnit.MILLISECONDS);
        sweeper.scheduleWithFixedDelay(
                () -> sweep("ranking of domains, templates and topics", rankMembers::rank),
                RANK_SECONDS,
                RANK_SECONDS,
                TimeUnit.SECONDS);
    }

    private interface Work {
        Verdict on(String body) throws InterruptedException;
    }

    private QueueConsumer alone(Queue queue, int atOnce, Work work) {
        return new QueueConsumer(
                queue, 1, Duration.ZERO, atOnce, this::note, bodies -> List.of(work.on(bodies.getFirst())));
    }

    private QueueConsumer together(Queue notifications) {
        return new QueueConsumer(
                notifications,
                NOTIFICATIONS_TOGETHER,
                NOTIFICATIONS_GATHER,
                NOTIFICATIONS_AT_ONCE,
                this::note,
                this::notifications);
    }

    private void note(String message, String cause) {
        failures.note(message, cause, clock.instant());
    }

    private Verdict plan(String body) {
        var step = QueueMessages.planStep(body);
        try (var _ = MDC.putCloseable("campaign", step.campaignId())) {
            plan.take(step);
            return new Finished();
        } catch (QuotaUnknown e) {
            return withoutQuota(step.campaignId(), e);
        }
    }

    private Verdict send(String body) throws InterruptedException {
        Fed fed = QueueMessages.batch(body);
        try (var _ = MDC.putCloseable("campaign", fed.key().campaignId())) {
            return switch (sendBatch.send(fed)) {
                case BatchResult.Settled(), BatchResult.Dropped() -> new Finished();
                case BatchResult.Again(Duration delay, String why) -> {
                    LOG.debug("batch {} goes on in {}: {}", fed.key(), delay, why);
                    yield new Later(delay);
                }
            };
        } catch (QuotaUnknown e) {
            return withoutQuota(fed.key().campaignId(), e);
        }
    }

    /** Waiting is not failing: nothing of it parks. Where waiting does not help, the campaign says what does; resuming posts all anew. */
    private Verdict withoutQuota(String campaignId, QuotaUnknown unknown) {
        if (!unknown.refused()) {
            return new Later(WITHOUT_QUOTA);
        }
        Halt halt = new Halt(PauseKind.CREDENTIALS_REFUSED, String.valueOf(unknown.getMessage()));
        life.pause(campaignId, PauseReason.of(halt, clock.instant()));
        return new Finished();
    }

    private List<Verdict> notifications(List<String> bodies) throws InterruptedException {
        List<String> ids = bodies.stream().map(QueueMessages::notification).toList();
        try (var _ = MDC.putCloseable("notification", String.join(",", ids))) {
            sendNotifications.send(ids);
        }
        return Collections.nCopies(bodies.size(), new Finished());
    }

    private void sweepCampaigns() {
        life.launchDue();
        plan.sweep();
    }

    private static void sweep(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("the {} failed and comes again: {}", what, e.toString());
        }
    }

    @PreDestroy
    void stop() {
        sweeper.shutdown();
        laneSweeper.shutdown();
        looker.shutdown();
        consumers.parallelStream().forEach(QueueConsumer::close);
    }
}
