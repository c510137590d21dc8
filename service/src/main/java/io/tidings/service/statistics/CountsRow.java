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
            "openedByHuman",
            "clicked",
            "clickedByHuman",
            "unsubscribed",
            "skipped",
            "refused",
            "rejected",
            "renderingFailed",
            "messageFaults");

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
                counts.openedByHuman(),
                counts.clicked(),
                counts.clickedByHuman(),
                counts.unsubscribed(),
                counts.skipped(),
                counts.refused(),
                counts.rejected(),
                counts.renderingFailed(),
                counts.messageFaults());
    }
}
