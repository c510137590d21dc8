package io.tidings.core.forecast;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one campaign's sending will go.
 *
 * @param end nothing when it is not over within the time that is looked ahead
 * @param firstRate messages a second it begins with
 * @param spentAt when the quota of 24 hours no longer lets it have its rate
 * @param goesOnAt and when the first of that quota comes back after that
 * @param leftBefore of the quota that campaigns may use, when it starts; infinite without one
 * @param leftAfter of the quota that campaigns may use, when it ends; infinite without one
 */
public record Course(
        Instant start,
        @Nullable Instant end,
        double firstRate,
        @Nullable Instant spentAt,
        @Nullable Instant goesOnAt,
        double leftBefore,
        double leftAfter) {

    /** The quota of 24 hours, rather than anybody's rate, is what it begins with. */
    public boolean startsWithoutQuota() {
        return spentAt != null && !spentAt.isAfter(start);
    }
}
