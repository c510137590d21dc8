package io.tidings.bounceprocessor;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * docs/settings.md tells what for.
 *
 * @param names what the names of tables and queues begin with
 * @param recordAtOnce gatherings of reports in work at the same time
 * @param gatherFor how long a report waits for others to be recorded with it
 * @param keepEvents for how long what SES sends is kept
 * @param keepWebhookEvents for how long events for webhooks are kept
 * @param givingUpIsPermanent whether a mail that SES tried to deliver for as long as it tries (4.4.7) stops mail as a permanent bounce
 */
@Context
@ConfigurationProperties("tidings")
public record FeedbackSettings(
        @Bindable(defaultValue = "tidings-") String names,
        @Bindable(defaultValue = "4") int recordAtOnce,
        @Bindable(defaultValue = "1s") Duration gatherFor,
        @Bindable(defaultValue = "30d") Duration keepEvents,
        @Bindable(defaultValue = "7d") Duration keepWebhookEvents,
        @Bindable(defaultValue = "false") boolean givingUpIsPermanent) {

    /** About half of them are Send events, which seldom need a write: the others fill one transaction. */
    static final int TOGETHER = 140;

    // Until then the queue hands a report to nobody else.
    private static final Duration LONGEST_GATHERING = Duration.ofSeconds(5);

    public FeedbackSettings {
        if (recordAtOnce < 1 || recordAtOnce > 256) {
            throw new IllegalArgumentException("tidings.record-at-once must be 1 to 256, not " + recordAtOnce);
        }
        if (gatherFor.isNegative() || gatherFor.compareTo(LONGEST_GATHERING) > 0) {
            throw new IllegalArgumentException("tidings.gather-for must be 0s to 5s, not " + gatherFor);
        }
        if (keepEvents.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("tidings.keep-events must be a day or more, not " + keepEvents);
        }
        if (keepWebhookEvents.compareTo(Duration.ofDays(2)) < 0) {
            throw new IllegalArgumentException(
                    "tidings.keep-webhook-events must be two days or more, as they are tried for longer than one, not "
                            + keepWebhookEvents);
        }
    }
}
