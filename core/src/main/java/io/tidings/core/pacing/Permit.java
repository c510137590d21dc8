package io.tidings.core.pacing;

import java.time.Duration;

/** What the pacer answers. */
public sealed interface Permit {

    /** {@code count} messages may be handed to SES after {@code delay}. */
    record Granted(int count, Duration delay) implements Permit {}

    /** Others are ahead; ask again after {@code delay}. */
    record Later(Duration delay) implements Permit {}

    /** Today's quota, or the campaigns' part of it, is spent; the window rolls, so some of it comes back by itself. */
    record QuotaSpent(Duration delay) implements Permit {}
}
