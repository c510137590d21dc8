package io.tidings.core.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Calls off what was posted under a key. Workers read it just before they claim, so nobody has to find what it stops. */
public final class CancelNotifications {

    /** As long as anything may wait: ninety days until it is due, and as many until it expires. */
    private static final Duration REMEMBERED = Duration.ofDays(181);

    private final CancellationStore cancellations;
    private final InstantSource clock;

    public CancelNotifications(CancellationStore cancellations, InstantSource clock) {
        this.cancellations = cancellations;
        this.clock = clock;
    }

    public Instant cancel(String key) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        cancellations.add(key, now, now.plus(REMEMBERED));
        return now;
    }
}
