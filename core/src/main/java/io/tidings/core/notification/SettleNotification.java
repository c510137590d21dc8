package io.tidings.core.notification;

import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.notification.NotificationStore.Change;
import io.tidings.core.notification.Progress.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends notifications: the ledger learns of it first, and then the sweep no more looks after them. */
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

    /** What ended a notification. */
    record Ending(Notification notification, List<Fact> facts) {}

    Ending skipped(Notification notification, Refusal why) {
        return refused(notification, FactKind.SKIPPED, why.words());
    }

    Ending refused(Notification notification, FactKind kind, @Nullable String detail) {
        return new Ending(notification, List.of(Fact.of(kind, clock.instant(), detail)));
    }

    /** SES took it. When it was ready and when SES was asked goes with that, so that its times can be counted. */
    Ending accepted(Notification notification, String sesId) {
        List<Fact> facts = marks(notification);
        facts.add(Fact.of(FactKind.ACCEPTED, clock.instant(), sesId));
        return new Ending(notification, facts);
    }

    void end(List<Ending> endings) {
        endings.stream()
                .map(Ending::notification)
                // Who was asked for was closed before.
                .filter(one -> one.progress().askedAt() == null)
                .forEach(this::closeGathering);
        recorder.recordFirst(endings.stream()
                .map(ending -> news(ending.notification(), ending.facts()))
                .toList());
        over(endings.stream().map(Ending::notification).toList(), State.DONE);
    }

    /** SES's reports, or a worker that died then, were quicker than the record of its outcome. */
    void settled(Notification notification, Message known) {
        if (known.has(FactKind.ACCEPTED)) {
            recorder.record(List.of(news(notification, marks(notification))));
        }
        over(List.of(notification), State.DONE);
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

    /** False when a worker was quicker. */
    boolean withdraw(Notification notification) {
        closeGathering(notification);
        return over(List.of(notification), State.WITHDRAWN).contains(notification.id());
    }

    /** Events that come later begin the next one: none is lost in one that is over. */
    void closeGathering(Notification notification) {
        if (notification.gathers()) {
            gatherings.close(PostNotification.keyOf(notification), notification.id());
        }
    }

    private Set<String> over(List<Notification> notifications, State how) {
        Instant now = clock.instant();
        return this.notifications.replace(notifications.stream()
                .map(one -> Change.of(one, one.progress().over(how, now)))
                .toList());
    }
}
