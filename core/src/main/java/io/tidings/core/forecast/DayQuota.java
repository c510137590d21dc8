package io.tidings.core.forecast;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The quota of 24 hours as time passes: what is sent is missing from it for 24 hours. How what was sent before now is spread over the
 * last 24 hours is not known; it is taken for even, so it comes back evenly. Times are seconds from now.
 */
final class DayQuota {

    static final double DAY = 86_400;
    /** Less than this of a recipient is none. */
    private static final double NOTHING = 1e-6;

    private final double usedBefore;
    private final Deque<Piece> sent = new ArrayDeque<>();
    private double left;

    private record Piece(double from, double to, double rate) {}

    DayQuota(double allowed, double usedBefore) {
        this.usedBefore = Math.max(0, usedBefore);
        this.left = allowed - this.usedBefore;
    }

    double left() {
        return Math.max(0, left);
    }

    boolean spent() {
        return left <= NOTHING;
    }

    /** How much of it comes back a second; nobody may send faster while it is spent. */
    double returning(double at) {
        double returning = at < DAY ? usedBefore / DAY : 0;
        for (Piece piece : sent) {
            if (piece.from() + DAY <= at && at < piece.to() + DAY) {
                returning += piece.rate();
            }
        }
        return returning;
    }

    /** Whether it is so overdrawn that all that comes back is needed to make up for it. */
    boolean overdrawn() {
        return left < -NOTHING;
    }

    /** When something about it changes next, if messages go out at this rate. */
    double nextChange(double at, double rate) {
        double next = at < DAY && usedBefore > 0 ? DAY : Double.POSITIVE_INFINITY;
        for (Piece piece : sent) {
            for (double edge : new double[] {piece.from() + DAY, piece.to() + DAY}) {
                if (edge > at) {
                    next = Math.min(next, edge);
                }
            }
        }
        double falling = rate - returning(at);
        if (falling > NOTHING && left > NOTHING) {
            next = Math.min(next, at + left / falling);
        } else if (falling < -NOTHING && left < -NOTHING) {
            next = Math.min(next, at + left / falling);
        }
        return next;
    }

    void pass(double from, double to, double rate) {
        left += (returning(from) - rate) * (to - from);
        // What is left of a rounding must not look like quota, nor like a debt.
        left = Math.abs(left) < NOTHING ? 0 : left;
        while (!sent.isEmpty() && sent.getFirst().to() + DAY <= to) {
            sent.removeFirst();
        }
        if (rate > 0) {
            sent.addLast(new Piece(from, to, rate));
        }
    }
}
