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
        return new GuardBaseline(
                // Nobody's server was asked about those that SES itself suppressed.
                counts.of(Metric.ACCEPTED) - counts.of(Metric.SUPPRESSED_BOUNCES),
                counts.of(Metric.BOUNCED_PERMANENT),
                counts.of(Metric.COMPLAINED));
    }

    /** As if so many of the bounces or complaints, and the messages they are of, had not been. */
    public GuardBaseline without(PauseKind kind, long count) {
        return switch (kind) {
            case TOO_MANY_BOUNCES -> new GuardBaseline(tried - count, bounced - count, complained);
            case TOO_MANY_COMPLAINTS -> new GuardBaseline(tried - count, bounced, complained - count);
            default -> throw new IllegalArgumentException("the guard does not judge " + kind);
        };
    }

    GuardBaseline minus(GuardBaseline earlier) {
        return new GuardBaseline(tried - earlier.tried, bounced - earlier.bounced, complained - earlier.complained);
    }
}
