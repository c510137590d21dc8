package io.tidings.core.notification;

import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.notification.Progress.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a notification: the ledger learns of it first, and then the sweep no more looks after it. */
public final class SettleNotification {

    private final NotificationStore notifications;
    private final GatheringStore gatherings;
    private final Recorder recorder;
    private final InstantSource clock;

    public SettleNotification(
            NotificationStore notifications, GatheringStore gatherings, MessageLedger ledger, InstantSource clock) {
        this.notifications = notifications;
        this.gatherings = gatherings;
        this.recorder = new Recorder(ledger);
        this.clock = clock;
    }

    void skip(Notification notification, Refusal why) {
        record(notification, FactKind.SKIPPED, why.words());
    }

    void record(Notification notification, FactKind kind, @Nullable String detail) {
        closeGathering(notification);
        recorder.recordFirst(news(notification, List.of(Fact.of(kind, clock.instant(), detail))));
        done(notification);
    }

    /** SES took it. When it was ready and when SES was asked goes with that, so that its times can be counted. */
    void accepted(Notification notification, String sesId) {
        List<Fact> facts = marks(notification);
        facts.add(Fact.of(FactKind.ACCEPTED, clock.instant(), sesId));
        recorder.recordFirst(news(notification, facts));
        done(notification);
    }

    /** SES's reports, or a worker that died then, were quicker than the record of its outcome. */
    void settled(Notification notification, Message known) {
        if (known.has(FactKind.ACCEPTED)) {
            recorder.record(List.of(news(notification, marks(notification))));
        }
        done(notification);
    }

    private static List<Fact> marks(Notification notification) {
        List<Fact> marks = new ArrayList<>();
        marks.add(Fact.of(FactKind.READY, notification.readyAt(), null));
        Instant asked = notification.progress().askedAt();
        if (asked != null) {
            marks.add(Fact.of(FactKind.ASKED, asked, null));
        }
        return marks;
    }

    private static News news(Notification notification, List<Fact> facts) {
        return new News(
                notification.to(),
                notification.origin(),
                notification.letter().templateId(),
                notification.terms().category().key(),
                facts);
    }

    private void done(Notification notification) {
        end(notification, State.DONE);
    }

    /** False when a worker was quicker. */
    boolean withdraw(Notification notification) {
        closeGathering(notification);
        return end(notification, State.WITHDRAWN);
    }

    /** Events that come later begin the next one: none is lost in one that is over. */
    void closeGathering(Notification notification) {
        if (notification.gathers()) {
            gatherings.close(PostNotification.keyOf(notification), notification.id());
        }
    }

    private boolean end(Notification notification, State how) {
        return notifications.replace(
                notification, notification.with(notification.progress().over(how, clock.instant())));
    }
}
