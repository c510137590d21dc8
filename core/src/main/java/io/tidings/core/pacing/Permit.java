package io.tidings.core.pacing;

import java.time.Duration;
import java.time.Instant;

/** What the pacer answers. */
public sealed interface Permit {

    /**
     * {@code count} messages may be handed to SES between these two moments. Used later they would come together with those of others:
     * more than SES takes at once.
     */
    record Granted(int count, Instant from, Instant until) implements Permit {

        public static Granted atAnyTime(int count) {
            return new Granted(count, Instant.MIN, Instant.MAX);
        }

        /** How long to wait until they may be used. */
        public Duration untilUse(Instant now) {
            return from.isAfter(now) ? Duration.between(now, from) : Duration.ZERO;
        }

        public boolean isTooLate(Instant now) {
            return now.isAfter(until);
        }
    }

    /** Others are ahead; ask again after {@code delay}. */
    record Later(Duration delay) implements Permit {}

    /** Today's quota, or the campaigns' part of it, is spent; the window rolls, so some of it comes back by itself. */
    record QuotaSpent(Duration delay) implements Permit {}
}
