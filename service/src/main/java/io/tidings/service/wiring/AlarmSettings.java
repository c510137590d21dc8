package io.tidings.service.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/** When somebody has to be told; docs/settings.md tells what for. */
@Context
@ConfigurationProperties("tidings.alarms")
public record AlarmSettings(
        @Bindable(defaultValue = "30s") Duration lookEvery,
        @Bindable(defaultValue = "5m") Duration unreadFor) {

    public AlarmSettings {
        if (lookEvery.toMillis() < 100 || lookEvery.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("tidings.alarms.look-every must be 100ms to 10m, not " + lookEvery);
        }
        if (unreadFor.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("tidings.alarms.unread-for must be 1m or more, not " + unreadFor);
        }
    }
}
