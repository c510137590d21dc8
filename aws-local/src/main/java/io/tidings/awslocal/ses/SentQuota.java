package io.tidings.awslocal.ses;

import io.tidings.awslocal.state.Records;
import io.tidings.awslocal.state.StateStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The rate and the rolling 24-hour quota, both counted in recipients. */
public final class SentQuota {
    private static final String KEY = "sent";

    /** What is kept of the count between runs. */
    record Minutes(Map<Long, Long> recipients) {}

    private final SesState state;
    private final Records<Minutes> kept;
    private final InstantSource clock;
    private final TokenBucket bucket = new TokenBucket();
    private final DailyCount today = new DailyCount();
    private final AtomicLong throttled = new AtomicLong();
    private long keptSum = -1;

    public SentQuota(SesState state, StateStore store, InstantSource clock) {
        this.state = state;
        this.kept = store.records("sent-quota", Minutes.class);
        this.clock = clock;
        var before = kept.get(KEY);
        if (before != null) {
            today.restore(before.recipients());
        }
    }

    public double sentLast24Hours() {
        return today.count(clock.millis());
    }

    /** Recipients' calls that were refused for the rate since the start. */
    public long throttled() {
        return throttled.get();
    }

    /** Takes from both, or says which is used up. Simulator mail counts against the rate only. */
    @Nullable
    SendRefusal charge(List<String> recipients) {
        var account = state.account();
        var counted = recipients.stream()
                .filter(recipient -> !Simulator.owns(Addresses.address(recipient)))
                .count();
        if (account.dailyQuota() >= 0 && sentLast24Hours() + counted > account.dailyQuota()) {
            return SendRefusal.dailyQuota(account);
        }
        if (!bucket.take(recipients.size(), account.rate(), System.nanoTime())) {
            throttled.incrementAndGet();
            return SendRefusal.throttled(account);
        }
        today.add(clock.millis(), counted);
        return null;
    }

    /** Writes the count down; called now and then, because an hour's exactness is not worth a write for each mail. */
    public synchronized void keep() {
        var sum = today.count(clock.millis());
        if (sum != keptSum) {
            kept.put(KEY, new Minutes(today.snapshot()));
            keptSum = sum;
        }
    }

    public void clear() {
        today.restore(Map.of());
        kept.clear();
    }
}
