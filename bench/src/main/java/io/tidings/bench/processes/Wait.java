package io.tidings.bench.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waiting for something that happens in another process. */
public final class Wait {

    private Wait() {}

    public static void until(Duration longest, Duration every, String what, BooleanSupplier done) {
        Instant end = Instant.now().plus(longest);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("waited " + longest.toSeconds() + " s in vain for " + what);
            }
            sleep(every);
        }
    }

    public static void until(Duration longest, String what, BooleanSupplier done) {
        until(longest, Duration.ofMillis(200), what, done);
    }

    public static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
