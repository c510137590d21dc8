package io.tidings.core.notification;

import java.time.Duration;

/** How long a notification waits before it is tried again: longer each time, and not all that failed together at the same time. */
enum Backoff {
    /** Over the rate: a moment is enough. */
    THROTTLED(Duration.ofMillis(500), Duration.ofSeconds(30)),
    /** SES would not take it, for a reason that may pass. */
    REFUSED(Duration.ofSeconds(5), Duration.ofMinutes(5)),
    /** A report may come any moment. */
    UNKNOWN(Duration.ofSeconds(4), Duration.ofSeconds(10)),
    /** The day's quota is spent, or the account stands still until somebody acts. */
    HALTED(Duration.ofSeconds(20), Duration.ofMinutes(2));

    private static final int MOST_ATTEMPTS = 6;
    private static final int MOST_DOUBLINGS = 10;

    private final Duration first;
    private final Duration longest;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** Exponential, and up to half as much again by an accident of the id. */
    Duration next(Notification notification) {
        long doublings = Math.clamp(notification.progress().attempts() - 1, 0, MOST_DOUBLINGS);
        long millis = Math.min(longest.toMillis(), first.toMillis() << doublings);
        int accident =
                Math.floorMod((notification.id() + notification.progress().fence()).hashCode(), 512);
        return Duration.ofMillis(millis + millis * accident / 1_024);
    }

    boolean isUsedUp(Notification notification) {
        return notification.progress().attempts() >= MOST_ATTEMPTS;
    }
}
