package io.tidings.core.memory;

import io.tidings.core.notification.Notification;
import io.tidings.core.notification.Progress;
import java.time.Instant;

/** Changes when a notification is due and nothing else, as the sweep's own write does. */
final class MemoryDue {

    private MemoryDue() {}

    static Notification at(Notification notification, Instant due) {
        Progress now = notification.progress();
        return new Notification(
                notification.id(),
                notification.to(),
                notification.letter(),
                notification.terms(),
                notification.createdAt(),
                new Progress(
                        now.state(),
                        due,
                        now.fence(),
                        now.leasedUntil(),
                        now.askedAt(),
                        now.attempts(),
                        now.quietUntil(),
                        now.countedOn(),
                        now.refusal(),
                        now.endedAt()));
    }
}
