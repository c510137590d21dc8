package io.tidings.core.notification;

import io.tidings.core.notification.Progress.State;

/** Takes back what still waits. A second time changes nothing. */
public final class WithdrawNotification {

    private static final int TRIES = 10;

    private final NotificationStore notifications;
    private final SettleNotification settle;

    public WithdrawNotification(NotificationStore notifications, SettleNotification settle) {
        this.notifications = notifications;
        this.settle = settle;
    }

    public sealed interface Outcome {}

    public record Withdrawn(Notification notification) implements Outcome {}

    /** It is with SES already, or over. */
    public record TooLate(Notification notification) implements Outcome {}

    public record Unheard() implements Outcome {}

    public Outcome withdraw(String id) {
        for (int i = 0; i < TRIES; i++) {
            Notification seen = notifications.find(id).orElse(null);
            if (seen == null) {
                return new Unheard();
            }
            if (seen.progress().state() == State.WITHDRAWN) {
                return new Withdrawn(seen);
            }
            if (seen.over()
                    || seen.progress().askedAt() != null
                    || seen.progress().refusal() != null) {
                return new TooLate(seen);
            }
            if (settle.withdraw(seen)) {
                return new Withdrawn(notifications.find(id).orElse(seen));
            }
        }
        throw new IllegalStateException("after " + TRIES + " tries others still change the notification " + id);
    }
}
