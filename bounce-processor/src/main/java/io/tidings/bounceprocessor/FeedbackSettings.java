package io.tidings.bounceprocessor;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * docs/settings.md tells what for.
 *
 * @param names what the names of tables and queues begin with
 * @param recordAtOnce groups of ten reports in work at the same time
 * @param givingUpIsPermanent whether a mail that SES tried to deliver for as long as it tries (4.4.7) stops mail as a permanent bounce
 */
@Context
@ConfigurationProperties("tidings")
public record FeedbackSettings(
        @Bindable(defaultValue = "tidings-") String names,
        @Bindable(defaultValue = "8") int recordAtOnce,
        @Bindable(defaultValue = "false") boolean givingUpIsPermanent) {

    public FeedbackSettings {
        if (recordAtOnce < 1 || recordAtOnce > 256) {
            throw new IllegalArgumentException("tidings.record-at-once must be 1 to 256, not " + recordAtOnce);
        }
    }
}
