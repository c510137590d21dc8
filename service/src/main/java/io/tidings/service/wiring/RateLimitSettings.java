package io.tidings.service.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How fast one API key may ask; docs/settings.md tells what for.
 *
 * @param perSecond requests in the long run
 * @param burst requests at once, after a pause
 */
@Context
@ConfigurationProperties("tidings.rate-limit")
public record RateLimitSettings(
        @Bindable(defaultValue = "500") int perSecond,
        @Bindable(defaultValue = "1000") int burst) {

    private static final int MOST = 1_000_000;

    public RateLimitSettings {
        if (perSecond < 1 || perSecond > MOST) {
            throw new IllegalArgumentException(
                    "tidings.rate-limit.per-second must be 1 to " + MOST + ", not " + perSecond);
        }
        if (burst < perSecond || burst > MOST) {
            throw new IllegalArgumentException(
                    "tidings.rate-limit.burst must be " + perSecond + " (one second's) to " + MOST + ", not " + burst);
        }
    }
}
