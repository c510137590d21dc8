package io.tidings.core.pacing;

import io.tidings.core.pacing.PermitStore.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells when messages may be handed to SES, so that all processes together stay at its rate and never above it.
 *
 * <p>One virtual line (GCRA) is shared through {@link PermitStore}. A campaign takes a place only while the line is short, a
 * notification also in a longer one, an urgent one in nearly any: so the urgent go first, and whatever notifications leave unused belongs
 * to the campaigns.
 *
 * <p>SES's bucket holds a second's worth. What may be used early, the longest grant, what may be used late, and how long a call takes have
 * to fit into that.
 */
public final class SendPacer {

    /** How long the line may be for campaigns: it bounds what a notification waits for. */
    private static final Duration CAMPAIGN_HORIZON = Duration.ofMillis(250);
    /** So much longer when getting ready takes long, or the line would run dry meanwhile. */
    private static final Duration MOST_LEAD = Duration.ofMillis(250);
    /**
     * Longer than for any campaign, or they would keep notifications out; bounded, so that what is urgent does not wait behind
     * many.
     */
    private static final Duration NOTIFICATION_HORIZON = Duration.ofMillis(750);
    /** Longer lets nobody else in anyway. */
    private static final Duration URGENT_HORIZON = Duration.ofSeconds(10);

    /** A grant is of this much of the rate at most. */
    private static final Duration LONGEST_GRANT = Duration.ofMillis(500);

    private static final Duration TOO_LATE = Duration.ofMillis(250);
    /** SES: at most 50 destinations a call. */
    private static final int MOST_TOGETHER = 50;

    private static final Duration UNTIL_QUOTA_ROLLS = Duration.ofSeconds(60);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    /** By how much the clocks of two processes may differ. */
    private static final Duration MOST_SKEW = Duration.ofSeconds(5);

    private static final int TRIES = 20;

    private final PermitStore store;
    private final QuotaSource quotas;
    private final InstantSource clock;
    private final double notificationShare;

    private final ReentrantLock lock = new ReentrantLock();
    private final Lead writing = new Lead();
    private final AtomicReference<@Nullable Instant> refused = new AtomicReference<>();
    private volatile Seen seen = new Seen(new Line(Instant.EPOCH, 0), Instant.MIN);
    private @Nullable Line left;
    private Instant mine = Instant.EPOCH;
    private Snapshot snapshot = new Snapshot(null, 0);

    private record Seen(Line line, Instant at) {}

    /** @param notificationShare the part of the 24-hour quota that campaigns leave alone, 0 to 1 */
    public SendPacer(PermitStore store, QuotaSource quotas, InstantSource clock, double notificationShare) {
        this.store = store;
        this.quotas = quotas;
        this.clock = clock;
        this.notificationShare = notificationShare;
    }

    /** SES refused a call for its rate. All processes hear of it with the next permits. */
    public void throttled() {
        refused.set(clock.instant());
    }

    /** What keeps the account from using its whole rate, if anything does; as of a moment ago. */
    public @Nullable Slowdown slowdown() {
        Instant now = clock.instant();
        Seen last = seen;
        if (last.at().isBefore(now.minus(A_MOMENT))) {
            last = new Seen(store.read(), now);
            seen = last;
        }
        return slowdown(last.line(), now);
    }

    private @Nullable Slowdown slowdown(Line line, Instant now) {
        Instant again = refused.get();
        Slowdown slowdown = again == null ? line.slowdown() : Slowdown.after(line.slowdown(), again);
        return slowdown == null || slowdown.isOver(now) ? null : slowdown;
    }

    private static double factor(@Nullable Slowdown slowdown, Instant now) {
        return slowdown == null ? 1 : slowdown.factorAt(now);
    }

    /** No grant is for more. */
    public int mostAtOnce() {
        Instant now = clock.instant();
        return mostAtOnce(quotas.current().perSecond() * factor(slowdown(seen.line(), now), now));
    }

    private static int mostAtOnce(double perSecond) {
        return (int) Math.clamp(perSecond * seconds(LONGEST_GRANT), 1, MOST_TOGETHER);
    }

    public Permit reserve(Lane lane, int wanted) {
        return reserve(lane, wanted, Duration.ZERO);
    }

    /** @param preparing what the permits are for is ready only after this time, if that is longer than it takes to get them */
    public Permit reserve(Lane lane, int wanted, Duration preparing) {
        SendQuota quota = quotas.current();
        // Threads of one process take turns here rather than fail each other's conditional writes.
        lock.lock();
        try {
            return reserve(lane, wanted, preparing, quota);
        } finally {
            lock.unlock();
        }
    }

    private Permit reserve(Lane lane, int wanted, Duration preparing, SendQuota quota) {
        for (int i = 0; i < TRIES; i++) {
            Line line = left == null ? store.read() : left;
            left = null;
            Instant now = clock.instant();
            Instant again = refused.get();
            Slowdown slowdown = slowdown(line, now);
            double perSecond = quota.perSecond() * factor(slowdown, now);
            Duration lead = longest(writing.time(), preparing);
            Instant ready = now.plus(lead);
            Instant free = free(line, now, quota.perSecond());
            Duration tooLong = Duration.between(now, free).minus(horizon(lane, lead));
            if (tooLong.isPositive()) {
                return new Permit.Later(tooLong);
            }
            int most = Math.min(wanted, mostAtOnce(perSecond));
            int count = (int) Math.min(most, leftToday(lane, quota, line));
            if (count <= 0) {
                return new Permit.QuotaSpent(UNTIL_QUOTA_ROLLS);
            }
            Instant slot = latest(free, ready);
            Line next = new Line(slot.plus(cost(count, perSecond)), line.granted() + count, slowdown);
            boolean moved = store.move(line, next);
            Instant told = clock.instant();
            writing.took(Duration.between(now, told));
            if (moved) {
                left = next;
                seen = new Seen(next, told);
                mine = next.takenUntil();
                refused.compareAndSet(again, null);
                Instant early = slot.minus(shortest(lead, early(perSecond)));
                return new Permit.Granted(count, free.isBefore(early) ? free : early, slot.plus(TOO_LATE));
            }
        }
        // So many others moved the line that there is nothing to be had just now.
        return new Permit.Later(CAMPAIGN_HORIZON);
    }

    /**
     * Up to when permits are given away. No grant takes the line farther than what is reckoned here: where it is, a clock is wrong, and
     * nobody would send for an hour. Then each goes by his own permits alone.
     */
    private Instant free(Line line, Instant now, double quota) {
        Instant farthest = now.plus(URGENT_HORIZON)
                .plus(Lead.LONGEST)
                .plus(longest(LONGEST_GRANT, cost(1, quota * Slowdown.LEAST)))
                .plus(MOST_SKEW);
        return Stream.of(line.takenUntil(), mine)
                .filter(until -> until.isAfter(now) && !until.isAfter(farthest))
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    private static Duration horizon(Lane lane, Duration lead) {
        return switch (lane) {
            case CAMPAIGN -> CAMPAIGN_HORIZON.plus(shortest(lead, MOST_LEAD));
            case NOTIFICATION -> NOTIFICATION_HORIZON;
            case URGENT -> URGENT_HORIZON;
        };
    }

    /** Where grants are short there is room in the bucket for permits that are used before their slot. */
    private static Duration early(double perSecond) {
        return LONGEST_GRANT.minus(shortest(LONGEST_GRANT, cost(MOST_TOGETHER, perSecond)));
    }

    private static Duration cost(int count, double perSecond) {
        return Duration.ofNanos((long) (count * 1e9 / perSecond));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private double leftToday(Lane lane, SendQuota quota, Line line) {
        if (quota.per24Hours().isEmpty()) {
            return Double.MAX_VALUE;
        }
        Snapshot last = snapshot;
        if (!quota.equals(last.quota)) {
            last = new Snapshot(quota, line.granted());
            snapshot = last;
        }
        double day = quota.per24Hours().getAsDouble();
        double allowed = lane == Lane.CAMPAIGN ? day * (1 - notificationShare) : day;
        // What was granted since SES counted is not yet in its figure.
        return allowed - quota.sentLast24Hours() - (line.granted() - last.grantedThen);
    }

    private record Snapshot(@Nullable SendQuota quota, long grantedThen) {}
}
