package io.tidings.bounceprocessor;

import io.tidings.aws.ses.SesReportReader;
import io.tidings.aws.sqs.Received;
import io.tidings.core.deadletter.FailureLog;
import io.tidings.core.feedback.EventStore;
import io.tidings.core.feedback.EventStore.Progress;
import io.tidings.core.feedback.RecordFeedback;
import io.tidings.core.feedback.Report.Control;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.feedback.Report.Ignored;
import io.tidings.core.feedback.Report.Unreadable;
import io.tidings.core.sending.FeedbackSilence;
import io.tidings.core.webhook.ReportEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a gathering of queue messages, keeps them as they came, records what they report and
 * stores who is to be told of it; only what is stored is finished.
 */
final class FeedbackWorker {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackWorker.class);
    /** When so many fail alone one after the other it is not they that are at fault. */
    private static final int STORE_IS_AWAY = 3;

    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LATE_NOTES = Duration.ofSeconds(1);

    private final RecordFeedback recordFeedback;
    private final ReportEvents announced;
    private final EventStore events;
    private final FailureLog failures;
    private final InstantSource clock;
    private final AtomicLong progressNotedAt = new AtomicLong();
    private final AtomicLong lateNotedAt = new AtomicLong();

    FeedbackWorker(
            RecordFeedback recordFeedback,
            ReportEvents announced,
            EventStore events,
            FailureLog failures,
            InstantSource clock) {
        this.recordFeedback = recordFeedback;
        this.announced = announced;
        this.events = events;
        this.failures = failures;
        this.clock = clock;
    }

    private record News(String id, Happened report) {}

    /** @return of those that failed the causes, by the queue message's id */
    Map<String, String> on(List<Received> messages) {
        noteLate(messages);
        Gathering gathering = new Gathering();
        List<News> news = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (Received message : messages) {
            switch (SesReportReader.read(message.body())) {
                case Happened report -> {
                    news.add(new News(message.id(), report));
                    bodies.add(message.body());
                }
                case Control(String what) -> LOG.info("control message: {}", what);
                case Ignored(String why) -> LOG.info("ignored: {}", why);
                case Unreadable(String why) -> gathering.fails(message.id(), why);
            }
        }
        if (!bodies.isEmpty()) {
            events.keep(bodies, clock.instant());
        }
        gathering.record(news);
        if (!messages.isEmpty() && gathering.failed.size() < messages.size()) {
            noteProgress(messages);
        }
        return gathering.failed;
    }

    /** Before anything else, for we may die with them: the sender must not take silence about these for a proof. */
    private void noteLate(List<Received> messages) {
        Instant now = clock.instant();
        Instant longAgo = now.minus(FeedbackSilence.LATE);
        if (messages.stream().anyMatch(message -> message.sentAt().isBefore(longAgo))
                && isDue(lateNotedAt, now, BETWEEN_LATE_NOTES)) {
            events.noteLate(now);
        }
    }

    private static boolean isDue(AtomicLong last, Instant now, Duration between) {
        long before = last.get();
        return now.toEpochMilli() - before >= between.toMillis() && last.compareAndSet(before, now.toEpochMilli());
    }

    /** The one in the middle tells: a few come out of order, or again. */
    private void noteProgress(List<Received> messages) {
        Instant now = clock.instant();
        if (!isDue(progressNotedAt, now, BETWEEN_NOTES)) {
            return;
        }
        Instant sent = messages.stream()
                .map(Received::sentAt)
                .sorted()
                .skip(messages.size() / 2)
                .findFirst()
                .orElseThrow();
        try {
            events.noteProgress(new Progress(sent, now));
        } catch (RuntimeException e) {
            LOG.warn("the progress cannot be noted: {}", e.getMessage());
        }
    }

    private final class Gathering {
        private final Map<String, String> failed = new HashMap<>();
        private int failedAlone;

        /** All together, or where that fails by halves, so that one that cannot be stored holds up no other. */
        void record(List<News> news) {
            if (news.isEmpty()) {
                return;
            }
            if (failedAlone >= STORE_IS_AWAY) {
                news.forEach(one -> failed.put(one.id(), "the store was away"));
                return;
            }
            try {
                List<Happened> reports = news.stream().map(News::report).toList();
                recordFeedback.record(reports);
                announced.announce(reports);
                failedAlone = 0;
            } catch (RuntimeException e) {
                if (news.size() == 1) {
                    failedAlone++;
                    fails(news.getFirst().id(), "it cannot be recorded: " + e.getMessage());
                } else {
                    record(news.subList(0, news.size() / 2));
                    record(news.subList(news.size() / 2, news.size()));
                }
            }
        }

        void fails(String id, String why) {
            LOG.warn("queue message {} comes back, and parks after its tries: {}", id, why);
            failed.put(id, why);
            try {
                failures.note(id, why, clock.instant());
            } catch (RuntimeException e) {
                LOG.warn("the cause cannot be noted: {}", e.getMessage());
            }
        }
    }
}
