package io.tidings.service.statistics;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Metric;

/** Every rate of some counts, each with its own denominator. */
@Serdeable
@Schema(name = "Rates")
record RatesView(
        RateView delivered,
        RateView bounced,
        RateView softBounced,
        RateView complained,
        RateView opened,
        RateView openedByHuman,
        RateView clicked,
        RateView clickedByHuman,
        RateView unsubscribed) {

    static final String ACCEPTED = "accepted by SES";
    private static final String DELIVERED = "delivered";
    private static final String ANSWERED = "answered by the recipient's server";

    static RatesView of(Counts all) {
        Counts counts = all.real();
        return of(counts, accepted(counts), ACCEPTED);
    }

    /** Of a domain only answers are counted. */
    static RatesView ofAnswers(Counts all) {
        Counts counts = all.real();
        return of(counts, counts.of(Metric.ANSWERED), ANSWERED);
    }

    /** What SES took and did not try, because the address is on a list, is in no rate. */
    static long accepted(Counts counts) {
        return counts.of(Metric.ACCEPTED) - counts.of(Metric.SUPPRESSED_BOUNCES);
    }

    private static RatesView of(Counts counts, long tried, String of) {
        long delivered = counts.of(Metric.DELIVERED);
        return new RatesView(
                RateView.of(delivered, tried, of),
                RateView.of(counts.of(Metric.BOUNCED_PERMANENT), tried, of),
                RateView.of(counts.of(Metric.BOUNCED_TRANSIENT) + counts.of(Metric.BOUNCED_UNDETERMINED), tried, of),
                RateView.of(counts.of(Metric.COMPLAINED), delivered, DELIVERED),
                RateView.of(counts.of(Metric.OPENED), delivered, DELIVERED),
                RateView.of(counts.of(Metric.OPENED_BY_HUMAN), delivered, DELIVERED),
                RateView.of(counts.of(Metric.CLICKED), delivered, DELIVERED),
                RateView.of(counts.of(Metric.CLICKED_BY_HUMAN), delivered, DELIVERED),
                RateView.of(counts.of(Metric.UNSUBSCRIBED), delivered, DELIVERED));
    }
}
