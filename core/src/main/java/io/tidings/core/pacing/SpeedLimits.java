package io.tidings.core.pacing;

import io.tidings.core.pacing.PermitStore.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * The speed limits of campaigns: each has a line of its own beside the account's, shared by all processes, and a changed limit is another
 * one. Nobody waits in it; whoever comes too early comes again, and what nobody asked for in time can be made up for.
 */
public final class SpeedLimits {

    /** A changed limit acts within this time, because nobody is sent away for longer. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    /** As long as a batch may be away: a steady speed although nobody stands in the line. */
    private static final Duration CREDIT = LONGEST_WAIT;

    /** By how much the clocks of two processes may differ. */
    private static final Duration MOST_SKEW = Duration.ofSeconds(10);

    private static final double LONGEST_GRANT_SECONDS = 0.5;
    private static final int TRIES = 20;

    private final Function<String, PermitStore> lines;
    private final InstantSource clock;

    /** @param lines the line of each limit, by the campaign and how many a second */
    public SpeedLimits(Function<String, PermitStore> lines, InstantSource clock) {
        this.lines = lines;
        this.clock = clock;
    }

    public Permit reserve(String campaignId, double perSecond, int wanted) {
        PermitStore store = lines.apply(campaignId + "@" + perSecond);
        int most = (int) Math.max(1, perSecond * LONGEST_GRANT_SECONDS);
        for (int i = 0; i < TRIES; i++) {
            Line line = store.read();
            Instant now = clock.instant();
            Instant start = start(line, now, cost(most, perSecond));
            if (start.isAfter(now)) {
                Duration wait = Duration.between(now, start);
                return new Permit.Later(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
            }
            int count = Math.min(most, wanted);
            if (store.move(line, new Line(start.plus(cost(count, perSecond)), line.granted() + count))) {
                return Permit.Granted.atAnyTime(count);
            }
        }
        return new Permit.Later(LONGEST_WAIT);
    }

    /** No grant takes the line farther than the longest one, by the clock of whoever took it; where it is, that clock is wrong. */
    private static Instant start(Line line, Instant now, Duration longestGrant) {
        Instant until = line.takenUntil();
        if (line.granted() == 0 || until.isAfter(now.plus(longestGrant).plus(MOST_SKEW))) {
            return now;
        }
        return until.isBefore(now.minus(CREDIT)) ? now.minus(CREDIT) : until;
    }

    private static Duration cost(int count, double perSecond) {
        return Duration.ofNanos((long) (count * 1e9 / perSecond));
    }
}
