package io.tidings.core.sending;

import io.tidings.core.sending.FeedbackBacklog.Depth;
import io.tidings.core.sending.FeedbackReading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether SES's silence about a message means that it never took it. Time alone proves nothing while reports lie unread: the
 * processor may be down, or behind, or die with what it took again and again.
 *
 * <p>What is proven is that every report that had come by the end of the grace period is recorded. So the ledger has to be read after
 * the question, not before: between the two, the last report may be recorded.
 */
public final class FeedbackSilence {

    /** Whoever read one that is older tells so: it was in somebody's hands before, or the processor was behind. */
    public static final Duration LATE = Duration.ofSeconds(30);

    /** A look is as good as a new one for so long; many workers ask at the same time. */
    private static final Duration FRESH = Duration.ofSeconds(1);
    /** What happened between two looks that are farther apart is not known. */
    private static final Duration LONGEST_GAP = Duration.ofSeconds(10);
    /** When nobody asked for so long, nobody needs the looks. */
    private static final Duration WANTED = Duration.ofMinutes(1);

    private final FeedbackBacklog backlog;
    private final FeedbackReading reading;
    private final InstantSource clock;
    private final SendSettings settings;

    private Instant askedAt = Instant.EPOCH;
    private Instant lookedAt = Instant.EPOCH;
    /** The last look that found no report, neither lying there nor in somebody's hands. */
    private Instant quietAt = Instant.EPOCH;
    /** Since then every look found that the processor keeps up, and no report that was late. */
    private @Nullable Instant smoothSince;

    public FeedbackSilence(
            FeedbackBacklog backlog, FeedbackReading reading, InstantSource clock, SendSettings settings) {
        this.backlog = backlog;
        this.reading = reading;
        this.clock = clock;
        this.settings = settings;
    }

    /** To be called every few seconds, or a busy system could not be judged at all. */
    public synchronized void look() {
        if (askedAt.plus(WANTED).isAfter(clock.instant())) {
            lookNow();
        }
    }

    private void lookNow() {
        Instant now = clock.instant();
        Depth depth = backlog.depth();
        Reading read = reading.now();
        // On a busy system some reports lie there whenever one looks.
        boolean keepsUp = depth.waiting() == 0 || read.upTo().plus(LATE).isAfter(now);
        if (depth.parked() > 0 || !keepsUp) {
            smoothSince = null;
        } else {
            if (depth.waiting() == 0 && depth.inWork() == 0) {
                quietAt = now;
            }
            Instant since = smoothSince == null || lookedAt.plus(LONGEST_GAP).isBefore(now) ? now : smoothSince;
            smoothSince = read.lateAt().isAfter(since) ? read.lateAt() : since;
        }
        lookedAt = now;
    }

    /** Whether a message asked for at {@code asked}, and not settled in the ledger as it is read hereafter, may be asked for again. */
    public synchronized boolean provesNotTaken(@Nullable Instant asked) {
        if (asked == null) {
            return true;
        }
        Instant now = clock.instant();
        askedAt = now;
        Instant graceEnds = asked.plus(settings.grace());
        if (graceEnds.isAfter(now)) {
            return false;
        }
        if (quietAt.isBefore(graceEnds) && lookedAt.plus(FRESH).isBefore(now)) {
            lookNow();
        }
        return !quietAt.isBefore(graceEnds) || wentSmoothlySince(graceEnds);
    }

    /**
     * On a busy system somebody is always at work. A report in his hands comes back when he dies, which is late, and may die with the
     * next one too before he can tell; but after its tries it is parked. When none of that was seen for as long as it could take, it
     * did not happen.
     */
    private boolean wentSmoothlySince(Instant graceEnds) {
        if (smoothSince == null) {
            return false;
        }
        Instant from = smoothSince.isAfter(graceEnds) ? smoothSince : graceEnds;
        return from.plus(settings.longestTries()).isBefore(lookedAt);
    }
}
