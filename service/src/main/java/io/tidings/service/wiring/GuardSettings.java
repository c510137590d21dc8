package io.tidings.service.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import io.tidings.core.campaign.Guard;

/** Where a campaign stops itself, unless it has limits of its own; docs/settings.md tells what for. */
@Context
@ConfigurationProperties("tidings.guard")
public record GuardSettings(
        @Bindable(defaultValue = "0.04") double bounceRate,
        @Bindable(defaultValue = "0.0008") double complaintRate,
        @Bindable(defaultValue = "500") long minimumVolume) {

    public GuardSettings {
        try {
            new Guard(bounceRate, complaintRate, minimumVolume);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("tidings.guard: " + e.getMessage(), e);
        }
    }

    Guard guard() {
        return new Guard(bounceRate, complaintRate, minimumVolume);
    }
}
