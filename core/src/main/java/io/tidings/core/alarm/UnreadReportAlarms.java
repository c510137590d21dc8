package io.tidings.core.alarm;

import io.tidings.core.feedback.EventStore;
import io.tidings.core.feedback.EventStore.Progress;
import io.tidings.core.sending.FeedbackBacklog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What SES reported lies unread. A queue does not tell how old its oldest message is, and to take one for looking would count as a try.
 * So two things must hold for as long as the limit: reports waited whenever we looked, and none was read that came later.
 */
public final class UnreadReportAlarms implements AlarmSource {

    private final FeedbackBacklog backlog;
    private final EventStore events;
    private final Duration limit;
    private @Nullable Instant waitingSince;

    public UnreadReportAlarms(FeedbackBacklog backlog, EventStore events, Duration limit) {
        this.backlog = backlog;
        this.events = events;
        this.limit = limit;
    }

    @Override
    public Alarm.Kind kind() {
        return Alarm.Kind.UNREAD_REPORTS;
    }

    @Override
    public synchronized List<Alarm> look(Instant now, List<Alarm> open) {
        long waiting = backlog.depth().waiting();
        if (waiting == 0) {
            waitingSince = null;
            return List.of();
        }
        Instant seenSince = waitingSince == null ? now : waitingSince;
        waitingSince = seenSince;
        Instant readUpTo = events.progress().map(Progress::sent).orElse(Instant.EPOCH);
        if (readUpTo.plus(limit).isAfter(now)) {
            return List.of();
        }
        // Another process may have seen them wait for longer than we have.
        if (open.isEmpty() && seenSince.plus(limit).isAfter(now)) {
            return List.of();
        }
        return List.of(new Alarm(
                kind(),
                "feedback",
                seenSince.isAfter(readUpTo) ? seenSince : readUpTo,
                "About " + waiting + " reports of SES wait, the oldest for more than " + limit.toMinutes()
                        + " minutes.",
                "Look whether the bounce processor runs, and what it logs. Until they are read, unknown messages are not sent"
                        + " again, and the figures are behind.",
                "/statistics"));
    }
}
