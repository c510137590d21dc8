package io.tidings.core.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long to wait after each failed try: soon at first, for a hiccup, then for more than a day in all, for a bad night. */
public final class RetrySchedule {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(10));

    /** Of each wait, so that the events of a bad minute do not all come back in the same second. */
    private static final double JITTER = 0.2;

    private static final Duration LONGEST_ASKED_FOR = Duration.ofDays(1);

    public static final int TRIES = WAITS.size() + 1;

    private RetrySchedule() {}

    /**
     * @param tries how often it was tried
     * @param asked for how long the receiver wants to be left alone
     * @param random from 0 to 1
     * @return nothing when it is to be given up
     */
    static Optional<Duration> after(int tries, @Nullable Duration asked, double random) {
        if (tries >= TRIES) {
            return Optional.empty();
        }
        Duration wait = WAITS.get(Math.max(1, tries) - 1);
        Duration spread = Duration.ofMillis(Math.round(wait.toMillis() * (1 + JITTER * random)));
        if (asked == null || asked.compareTo(spread) <= 0) {
            return Optional.of(spread);
        }
        return Optional.of(asked.compareTo(LONGEST_ASKED_FOR) < 0 ? asked : LONGEST_ASKED_FOR);
    }
}
