package io.tidings.service.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How events are posted to programs elsewhere; docs/settings.md tells what for.
 *
 * @param allowPrivate whether plain http and addresses of one's own network may be posted to; for laptops
 * @param atOnce posts to one webhook at the same time
 * @param disableAfter so long nothing but failures, and a webhook is disabled
 * @param secretOverlap how long an old secret signs on beside a new one, unless whoever replaces it says otherwise
 */
@Context
@ConfigurationProperties("tidings.webhooks")
public record WebhookSettings(
        @Bindable(defaultValue = "false") boolean allowPrivate,
        @Bindable(defaultValue = "8") int atOnce,
        @Bindable(defaultValue = "24h") Duration disableAfter,
        @Bindable(defaultValue = "24h") Duration secretOverlap) {

    private static final int MOST_AT_ONCE = 100;

    public WebhookSettings {
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "tidings.webhooks.at-once must be 1 to " + MOST_AT_ONCE + ", not " + atOnce);
        }
        if (!disableAfter.isPositive()) {
            throw new IllegalArgumentException(
                    "tidings.webhooks.disable-after must be longer than nothing, not " + disableAfter);
        }
        if (secretOverlap.isNegative()) {
            throw new IllegalArgumentException(
                    "tidings.webhooks.secret-overlap must not be negative, not " + secretOverlap);
        }
    }
}
