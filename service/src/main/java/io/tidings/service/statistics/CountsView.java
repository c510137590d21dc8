package io.tidings.service.statistics;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Metric;

/** How many messages each thing happened to. */
@Serdeable
@Schema(name = "Counts")
record CountsView(
        long accepted,
        long delivered,
        long delayed,
        long bouncedPermanent,
        long bouncedTransient,
        long bouncedUndetermined,
        long bouncedAfterDelivery,
        long bouncedLate,
        long suppressedBounces,
        long autoReplied,
        long complained,
        long opened,
        long openedByHuman,
        long clicked,
        long clickedByHuman,
        long unsubscribed,
        long skipped,
        long refused,
        long rejected,
        long renderingFailed,
        long messageFaults) {

    static CountsView of(Counts counts) {
        return new CountsView(
                counts.of(Metric.ACCEPTED),
                counts.of(Metric.DELIVERED),
                counts.of(Metric.DELAYED),
                counts.of(Metric.BOUNCED_PERMANENT),
                counts.of(Metric.BOUNCED_TRANSIENT),
                counts.of(Metric.BOUNCED_UNDETERMINED),
                counts.of(Metric.BOUNCED_AFTER_DELIVERY),
                counts.of(Metric.BOUNCED_LATE),
                counts.of(Metric.SUPPRESSED_BOUNCES),
                counts.of(Metric.AUTO_REPLIED),
                counts.of(Metric.COMPLAINED),
                counts.of(Metric.OPENED),
                counts.of(Metric.OPENED_BY_HUMAN),
                counts.of(Metric.CLICKED),
                counts.of(Metric.CLICKED_BY_HUMAN),
                counts.of(Metric.UNSUBSCRIBED),
                counts.of(Metric.SKIPPED),
                counts.of(Metric.REFUSED),
                counts.of(Metric.REJECTED),
                counts.of(Metric.RENDERING_FAILED),
                counts.of(Metric.MESSAGE_FAULTS));
    }
}
