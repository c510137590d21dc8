package io.tidings.core.pacing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one line all processes of the account queue in. */
public interface PermitStore {

    /**
     * @param takenUntil up to when permits are given away
     * @param granted how many were given in all; only ever grows
     * @param slowdown nothing as long as SES takes what it says
     */
    record Line(Instant takenUntil, long granted, @Nullable Slowdown slowdown) {

        public Line(Instant takenUntil, long granted) {
            this(takenUntil, granted, null);
        }
    }

    Line read();

    /** Moves the line from exactly {@code seen} to one with more granted; false when another process was quicker. */
    boolean move(Line seen, Line next);
}
