package io.tidings.core.campaign;

import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Metric;

/** Where everybody of a campaign's audience is. */
public record Books(
        long audience, long accepted, long skipped, long refused, long cancelled, long waiting, long unknown) {

    /**
     * Every count moves in the transaction that makes it true, so the sums hold at every instant: who is claimed and has no outcome yet
     * is unknown, who is not claimed waits, or was cancelled with the campaign.
     */
    public static Books of(Counts counts, CampaignState state) {
        long audience = counts.of(Metric.AUDIENCE);
        long claimed = counts.of(Metric.CLAIMED);
        long settled = counts.of(Metric.ACCEPTED) + counts.of(Metric.SKIPPED) + counts.of(Metric.REFUSED);
        long unclaimed = audience - claimed;
        boolean cancelled = state == CampaignState.CANCELLED;
        return new Books(
                audience,
                counts.of(Metric.ACCEPTED),
                counts.of(Metric.SKIPPED),
                counts.of(Metric.REFUSED),
                cancelled ? unclaimed : 0,
                cancelled ? 0 : unclaimed,
                claimed - settled);
    }

    /** The sum alone would always hold; a bucket below zero is how a miscount shows. */
    public boolean balanced() {
        return audience == accepted + skipped + refused + cancelled + waiting + unknown
                && accepted >= 0
                && skipped >= 0
                && refused >= 0
                && cancelled >= 0
                && waiting >= 0
                && unknown >= 0;
    }
}
