package io.tidings.core.notification;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Origin;
import io.tidings.core.notification.Progress.State;
import java.time.Instant;

/** One mail that a program asked for: what it says, how it may be sent, and how far it has come. */
public record Notification(
        String id, EmailAddress to, Letter letter, Terms terms, Instant createdAt, Progress progress) {

    public Origin origin() {
        return new Origin.OfNotification(id);
    }

    /** Of its message in the ledger. */
    MessageLedger.Key key() {
        return new MessageLedger.Key(to.recipientId(), origin());
    }

    public boolean over() {
        return progress.state() != State.WAITING;
    }

    /** Whether events may still join it. */
    public boolean gathers() {
        return terms.collapseKey() != null;
    }

    /** When it could go: whatever it waited for on purpose was over. */
    Instant readyAt() {
        Instant ready = createdAt.isAfter(terms.notBefore()) ? createdAt : terms.notBefore();
        Instant quiet = progress.quietUntil();
        return quiet != null && quiet.isAfter(ready) ? quiet : ready;
    }

    Notification with(Letter other) {
        return new Notification(id, to, other, terms, createdAt, progress);
    }

    Notification with(Progress next) {
        return new Notification(id, to, letter, terms, createdAt, next);
    }
}
