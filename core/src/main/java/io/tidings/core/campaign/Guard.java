package io.tidings.core.campaign;

import io.tidings.core.campaign.Settings.GuardLimits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges by its counts whether a campaign does harm to the account. It believes a rate only as far as the number of messages carries:
 * the lower bound of the rate's interval has to be above the limit.
 *
 * @param bounceRate permanent bounces of the messages tried
 * @param complaintRate complaints of the messages tried
 * @param minimumVolume so many must have been tried before either counts
 */
public record Guard(double bounceRate, double complaintRate, long minimumVolume) {

    // The normal distribution's quantile for 99 %, and not the usual 95 %: the guard looks again and again, and each
    // look is one more
    // chance to be wrong.
    private static final double Z = 2.575829;

    public Guard {
        require(bounceRate > 0 && bounceRate <= 1, "a bounce limit is above 0, at most 1");
        require(complaintRate > 0 && complaintRate <= 1, "a complaint limit is above 0, at most 1");
        require(minimumVolume > 0, "a minimum volume is above 0");
    }

    /** These limits, where the campaign has none of its own. */
    public Guard with(GuardLimits own) {
        return new Guard(
                own.bounceRate() == null ? bounceRate : own.bounceRate(),
                own.complaintRate() == null ? complaintRate : own.complaintRate(),
                own.minimumVolume() == null ? minimumVolume : own.minimumVolume());
    }

    /** What speaks for a pause of this kind; nothing when the campaign may go on. */
    public Optional<GuardEvidence> judge(PauseKind kind, GuardBaseline seen, @Nullable GuardBaseline acknowledged) {
        GuardBaseline from = acknowledged == null ? GuardBaseline.NONE : acknowledged;
        GuardBaseline since = seen.minus(from);
        if (since.tried() < minimumVolume) {
            return Optional.empty();
        }
        return switch (kind) {
            case TOO_MANY_BOUNCES -> above(kind, since.bounced(), bounceRate, since, from);
            case TOO_MANY_COMPLAINTS -> above(kind, since.complained(), complaintRate, since, from);
            default -> throw new IllegalArgumentException("the guard does not judge " + kind);
        };
    }

    private static Optional<GuardEvidence> above(
            PauseKind kind, long count, double limit, GuardBaseline since, GuardBaseline from) {
        double bound = lowerBound(count, since.tried());
        return bound > limit
                ? Optional.of(
                        new GuardEvidence(kind, count, since.tried(), bound, limit, from.tried(), List.of(), List.of()))
                : Optional.empty();
    }

    // E. B. Wilson, Probable inference (1927): holds for small numbers too.
    static double lowerBound(long count, long of) {
        double n = of;
        double p = Math.clamp(count / n, 0, 1);
        double centre = p + Z * Z / (2 * n);
        double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return Math.max(0, (centre - spread) / (1 + Z * Z / n));
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
