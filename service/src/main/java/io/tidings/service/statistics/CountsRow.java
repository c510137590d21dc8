package io.tidings.service.statistics;

import java.util.List;

/** Counts as cells of a table. */
final class CountsRow {

    static final List<String> HEAD = List.of(
            "accepted",
            "delivered",
            "delayed",
            "bouncedPermanent",
            "bouncedTransient",
            "bouncedUndetermined",
            "bouncedAfterDelivery",
            "bouncedLate",
            "suppressedBounces",
            "autoReplied",
            "complained",
            "opened",
            "clicked",
            "unsubscribed",
            "skipped",
            "refused",
            "rejected",
            "renderingFailed");

    private CountsRow() {}

    static List<Long> of(CountsView counts) {
        return List.of(
                counts.accepted(),
                counts.delivered(),
                counts.delayed(),
                counts.bouncedPermanent(),
                counts.bouncedTransient(),
                counts.bouncedUndetermined(),
                counts.bouncedAfterDelivery(),
                counts.bouncedLate(),
                counts.suppressedBounces(),
                counts.autoReplied(),
                counts.complained(),
                counts.opened(),
                counts.clicked(),
                counts.unsubscribed(),
                counts.skipped(),
                counts.refused(),
                counts.rejected(),
                counts.renderingFailed());
    }
}
