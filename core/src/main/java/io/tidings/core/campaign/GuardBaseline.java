package io.tidings.core.campaign;

import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Metric;

/**
 * What had happened when somebody saw a campaign's figures and resumed it: the guard judges only what comes after.
 *
 * @param tried messages that SES took and tried
 */
public record GuardBaseline(long tried, long bounced, long complained) {

    public static final GuardBaseline NONE = new GuardBaseline(0, 0, 0);

    public static GuardBaseline of(Counts counts) {
        return new GuardBaseline(
                // Nobody's server was asked about those that SES itself suppressed.
                counts.of(Metric.ACCEPTED) - counts.of(Metric.SUPPRESSED_BOUNCES),
                counts.of(Metric.BOUNCED_PERMANENT),
                counts.of(Metric.COMPLAINED));
    }

    GuardBaseline minus(GuardBaseline earlier) {
        return new GuardBaseline(tried - earlier.tried, bounced - earlier.bounced, complained - earlier.complained);
    }
}
