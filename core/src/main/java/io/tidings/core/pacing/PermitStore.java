package io.tidings.core.pacing;

import java.time.Instant;

/**
 * The one line all processes of the account queue in: the instant up to which permits are given away, and how many were given in all.
 * Both only ever grow.
 */
public interface PermitStore {

    record Line(Instant takenUntil, long granted) {}

    Line read();

    /** Moves the line from exactly {@code seen}; false when another process was quicker. */
    boolean move(Line seen, Line next);
}
