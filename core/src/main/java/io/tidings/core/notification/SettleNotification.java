package io.tidings.core.notification;

import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.notification.Progress.State;
import java.time.InstantSource;
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
        recorder.recordFirst(new News(
                notification.to(),
                notification.origin(),
                notification.letter().templateId(),
                notification.terms().category().key(),
                List.of(Fact.of(kind, clock.instant(), detail))));
        done(notification);
    }

    /** The ledger knows its outcome already. */
    void done(Notification notification) {
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
