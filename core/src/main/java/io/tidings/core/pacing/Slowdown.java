package io.tidings.core.pacing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * SES took less than it says it does: since {@code at} only this part of its rate is used. What is taken back again grows with the
 * square of the time, so the rate is near the one that was refused for long, and yet whole again in good time.
 *
 * @param factor the part of the rate, at that moment
 */
public record Slowdown(double factor, Instant at) {

    private static final double EACH_TIME = 0.8;
    static final double LEAST = 0.1;
    /** In this time nothing becomes all. */
    private static final double SECONDS_TO_ALL = 140;
    /** What was on its way when SES refused the first is refused for the same reason. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /** Either way: a clock that is an hour ahead slows nobody for an hour. */
    public double factorAt(Instant now) {
        double part = seconds(Duration.between(at, now).abs()) / SECONDS_TO_ALL;
        return Math.min(1, factor + part * part);
    }

    public boolean isOver(Instant now) {
        return factorAt(now) >= 1;
    }

    /** When all of the rate is used again, if SES refuses nothing more. */
    public Instant until() {
        return at.plusMillis((long) Math.ceil(Math.sqrt(1 - factor) * SECONDS_TO_ALL * 1_000));
    }

    /** The slowdown when SES has refused something now. */
    static Slowdown after(@Nullable Slowdown before, Instant now) {
        if (before == null) {
            return new Slowdown(EACH_TIME, now);
        }
        return Duration.between(before.at, now).compareTo(A_MOMENT) < 0
                ? before
                : new Slowdown(Math.max(LEAST, before.factorAt(now) * EACH_TIME), now);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
