package io.tidings.service.notifications;

import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.notification.LookAtNotification;
import io.tidings.core.notification.LookAtNotification.Seen;
import io.tidings.core.notification.Notification;
import io.tidings.core.notification.Progress;
import io.tidings.core.notification.Terms;
import io.tidings.service.campaigns.MessageView;
import io.tidings.service.notifications.NotificationAnswers.NotificationView;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a notification's life: what the lane knows while it waits, and what the ledger knows from then on. */
@Singleton
final class NotificationViews {

    private final LookAtNotification look;
    private final MessageLedger ledger;

    NotificationViews(LookAtNotification look, MessageLedger ledger) {
        this.look = look;
        this.ledger = ledger;
    }

    Optional<NotificationView> find(String id) {
        return look.at(id).map(this::view);
    }

    NotificationView of(Notification notification) {
        return view(look.at(notification));
    }

    private NotificationView view(Seen seen) {
        Notification notification = seen.notification();
        Progress progress = notification.progress();
        Terms terms = notification.terms();
        MessageLedger.Key key = new MessageLedger.Key(notification.to().recipientId(), notification.origin());
        Message message = Optional.ofNullable(ledger.find(List.of(key)).get(key))
                .filter(known -> !known.facts().isEmpty())
                .orElse(null);
        MessageView told = message == null ? null : MessageView.of(message);
        return new NotificationView(
                notification.id(),
                notification.to().toString(),
                told == null ? seen.state().key() : told.outcome(),
                told == null ? seen.why() : told.why(),
                terms.category().key(),
                terms.priority().key(),
                notification.letter().templateId(),
                notification.letter().locale(),
                terms.reference(),
                terms.tags(),
                notification.createdAt(),
                seen.dueAt(),
                terms.expiresAt(),
                notification.gathers() ? terms.notBefore() : null,
                seen.events(),
                progress.quietUntil(),
                progress.askedAt(),
                at(message, FactKind.ACCEPTED),
                at(message, FactKind.DELIVERED),
                seen.withdrawnAt(),
                progress.attempts(),
                told == null ? List.of() : told.facts());
    }

    private static @Nullable Instant at(@Nullable Message message, FactKind kind) {
        Fact fact = message == null ? null : message.facts().get(kind);
        return fact == null ? null : fact.at();
    }
}
