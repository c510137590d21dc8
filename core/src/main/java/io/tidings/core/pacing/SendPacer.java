package io.tidings.core.pacing;

import io.tidings.core.pacing.PermitStore.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tells how long to wait so that all processes together stay at SES's rate and never above it.
 *
 * <p>One virtual line (GCRA) is shared through {@link PermitStore}. A campaign takes a place only while the line is short, a
 * notification also in a longer one, an urgent one always: so the urgent go first, and whatever notifications leave unused belongs to
 * the campaigns.
 */
public final class SendPacer {

    /** How far ahead campaigns may reserve: it bounds what a notification waits for. */
    private static final Duration CAMPAIGN_HORIZON = Duration.ofMillis(250);
    /** Farther than campaigns, or they would keep notifications out; bounded, so that what is urgent does not wait behind many. */
    private static final Duration NOTIFICATION_HORIZON = Duration.ofMillis(500);
    /** One grant is at most this much of the rate, so that SES's own bucket (a second's worth) is never asked for a burst. */
    private static final double LONGEST_GRANT_SECONDS = 0.5;

    private static final Duration UNTIL_QUOTA_ROLLS = Duration.ofSeconds(60);
    private static final int TRIES = 20;

    private final PermitStore store;
    private final QuotaSource quotas;
    private final InstantSource clock;
    private final double notificationShare;

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Line lastSeen;
    private Snapshot snapshot = new Snapshot(null, 0);

    /** @param notificationShare the part of the 24-hour quota that campaigns leave alone, 0 to 1 */
    public SendPacer(PermitStore store, QuotaSource quotas, InstantSource clock, double notificationShare) {
        this.store = store;
        this.quotas = quotas;
        this.clock = clock;
        this.notificationShare = notificationShare;
    }

    /** No grant is for more. */
    public int mostAtOnce() {
        return mostAtOnce(quotas.current());
    }

    private static int mostAtOnce(SendQuota quota) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, quota.perSecond() * LONGEST_GRANT_SECONDS));
    }

    public Permit reserve(Lane lane, int wanted) {
        SendQuota quota = quotas.current();
        // Threads of one process take turns here rather than fail each other's conditional writes.
        lock.lock();
        try {
            return reserve(lane, wanted, quota);
        } finally {
            lock.unlock();
        }
    }

    private Permit reserve(Lane lane, int wanted, SendQuota quota) {
        int most = Math.min(wanted, mostAtOnce(quota));
        for (int i = 0; i < TRIES; i++) {
            Line line = lastSeen == null ? store.read() : lastSeen;
            lastSeen = null;
            Instant now = clock.instant();
            Instant start = line.takenUntil().isAfter(now) ? line.takenUntil() : now;
            Duration ahead = Duration.between(now, start);
            Duration horizon = horizon(lane);
            if (horizon != null && ahead.compareTo(horizon) > 0) {
                return new Permit.Later(ahead.minus(horizon));
            }
            int count = (int) Math.min(most, leftToday(lane, quota, line));
            if (count <= 0) {
                return new Permit.QuotaSpent(UNTIL_QUOTA_ROLLS);
            }
            Duration cost = Duration.ofNanos((long) (count * 1e9 / quota.perSecond()));
            Line next = new Line(start.plus(cost), line.granted() + count);
            if (store.move(line, next)) {
                lastSeen = next;
                return new Permit.Granted(count, ahead);
            }
        }
        // So many others moved the line that there is nothing to be had just now.
        return new Permit.Later(CAMPAIGN_HORIZON);
    }

    /** How far ahead a lane may reserve; as far as it likes, when there is nothing. */
    private static @Nullable Duration horizon(Lane lane) {
        return switch (lane) {
            case CAMPAIGN -> CAMPAIGN_HORIZON;
            case NOTIFICATION -> NOTIFICATION_HORIZON;
            case URGENT -> null;
        };
    }

    private double leftToday(Lane lane, SendQuota quota, Line line) {
        if (quota.per24Hours().isEmpty()) {
            return Double.MAX_VALUE;
        }
        Snapshot seen = snapshot;
        if (!quota.equals(seen.quota)) {
            seen = new Snapshot(quota, line.granted());
            snapshot = seen;
        }
        double day = quota.per24Hours().getAsDouble();
        double allowed = lane == Lane.CAMPAIGN ? day * (1 - notificationShare) : day;
        // What was granted since SES counted is not yet in its figure.
        return allowed - quota.sentLast24Hours() - (line.granted() - seen.grantedThen);
    }

    private record Snapshot(@Nullable SendQuota quota, long grantedThen) {}
}
