package io.tidings.service.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import io.tidings.core.suppression.SuppressionPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Who gets no mail, as far as that is a matter of policy; docs/settings.md tells what for. */
@Context
@ConfigurationProperties("tidings.suppression")
public record SuppressionSettings(
        @Bindable(defaultValue = "5") int softBounces,
        @Bindable(defaultValue = "3d") Duration softBounceSpan,
        @Bindable(defaultValue = "30d") Duration softBounceExpiry,
        @Bindable(defaultValue = "false") boolean complaintsStopNotifications,
        @Nullable Duration bounceExpiry) {

    public SuppressionSettings {
        try {
            policy(softBounces, softBounceSpan, softBounceExpiry, complaintsStopNotifications, bounceExpiry);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("tidings.suppression: " + e.getMessage(), e);
        }
    }

    SuppressionPolicy policy() {
        return policy(softBounces, softBounceSpan, softBounceExpiry, complaintsStopNotifications, bounceExpiry);
    }

    private static SuppressionPolicy policy(
            int softBounces, Duration span, Duration expiry, boolean complaints, @Nullable Duration bounceExpiry) {
        return new SuppressionPolicy(softBounces, span, expiry, complaints, bounceExpiry);
    }
}
