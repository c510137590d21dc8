package io.tidings.core.campaign;

import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Metric;

/**
 * The figures that the guard judges by. Those of the moment at which somebody saw them and resumed the campaign are kept with it: from
 * then on only what comes after is judged.
 *
 * @param tried messages that SES took and tried
 */
public record GuardBaseline(long tried, long bounced, long complained) {

    public static final GuardBaseline NONE = new GuardBaseline(0, 0, 0);

    public static GuardBaseline of(Counts counts) {
        // Mail to the simulator harms nobody.
        Counts real = counts.real();
        return new GuardBaseline(
                // Nobody's server was asked about those that SES itself suppressed.
                real.of(Metric.ACCEPTED) - real.of(Metric.SUPPRESSED_BOUNCES),
                real.of(Metric.BOUNCED_PERMANENT),
                real.of(Metric.COMPLAINED));
    }

    GuardBaseline minus(GuardBaseline earlier) {
        return new GuardBaseline(tried - earlier.tried, bounced - earlier.bounced, complained - earlier.complained);
    }
}
