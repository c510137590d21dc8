package io.tidings.core.notification;

import io.tidings.core.notification.NotificationStore.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Posts what is past due: what was to wait for its time, and what the queue or a worker lost. Any number of processes may sweep at
 * once; each of those that wait is posted by one of them.
 */
public final class SweepNotifications {

    private static final int PAGE = 100;
    private static final int PAGES = 20;
    private static final Duration SOONEST = Duration.ofSeconds(10);
    /** Then it is asked for every eleven minutes. */
    private static final int MOST_DOUBLINGS = 6;

    private final NotificationStore notifications;
    private final NotificationQueue queue;
    private final InstantSource clock;

    public SweepNotifications(NotificationStore notifications, NotificationQueue queue, InstantSource clock) {
        this.notifications = notifications;
        this.queue = queue;
        this.clock = clock;
    }

    /** @return how many were posted */
    public int sweep() {
        int posted = 0;
        // The urgent first.
        for (Priority priority : Priority.values()) {
            for (int shard = 0; shard < NotificationStore.SHARDS; shard++) {
                posted += sweep(priority, shard);
            }
        }
        return posted;
    }

    private int sweep(Priority priority, int shard) {
        int posted = 0;
        Instant now = clock.instant();
        for (int page = 0; page < PAGES; page++) {
            List<Waiting> due = notifications.due(priority, shard, now, PAGE);
            for (Waiting waiting : due) {
                if (notifications.move(waiting, now.plus(patience(waiting.sweeps())))) {
                    queue.post(waiting.id(), waiting.priority());
                    posted++;
                }
            }
            if (due.size() < PAGE) {
                break;
            }
        }
        return posted;
    }

    /** Longer each time: what stands in a long queue must not be put into it many times. */
    private static Duration patience(int sweeps) {
        return SOONEST.multipliedBy(1L << Math.min(sweeps, MOST_DOUBLINGS));
    }
}
