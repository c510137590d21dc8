package io.tidings.core.pacing;

import java.time.Duration;

/**
 * How long before its use a permit has to be asked for, by how long that took lately: half way up at once, for who is late gives his
 * permit up, and slowly down again.
 */
public final class Lead {

    /** Longer than that DynamoDB does not work, it stands still. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration time = Duration.ZERO;

    public synchronized Duration time() {
        return time;
    }

    public synchronized void took(Duration taken) {
        Duration more = taken.minus(time);
        Duration next = time.plus(more.isNegative() ? more.dividedBy(8) : more.dividedBy(2));
        time = next.isNegative() ? Duration.ZERO : next.compareTo(LONGEST) > 0 ? LONGEST : next;
    }
}
