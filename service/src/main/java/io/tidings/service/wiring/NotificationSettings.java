package io.tidings.service.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import io.tidings.core.notification.Category;
import io.tidings.core.notification.LaneSettings;
import io.tidings.core.notification.QuietHours;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How notifications are treated, unless they say otherwise; docs/settings.md tells what for. */
@Context
@ConfigurationProperties("tidings.notifications")
public record NotificationSettings(
        @Bindable(defaultValue = "10m") Duration expiryOneTimeCode,
        @Bindable(defaultValue = "1d") Duration expiryAccount,
        @Bindable(defaultValue = "1d") Duration expiryConversation,
        @Bindable(defaultValue = "3d") Duration expiryDigest,
        @Nullable String quietHours,
        @Bindable(defaultValue = "false") boolean quietAccount,
        @Bindable(defaultValue = "UTC") String timeZone,
        @Bindable(defaultValue = "0") int dailyCap) {

    /** As long as a request itself may ask for. */
    private static final Duration LONGEST = Duration.ofDays(90);

    public NotificationSettings {
        Map.of(
                        "expiry-one-time-code", expiryOneTimeCode,
                        "expiry-account", expiryAccount,
                        "expiry-conversation", expiryConversation,
                        "expiry-digest", expiryDigest)
                .forEach((name, value) -> {
                    if (!value.isPositive() || value.compareTo(LONGEST) > 0) {
                        throw new IllegalArgumentException("tidings.notifications." + name
                                + " must be longer than nothing and at most 90 days, not " + value);
                    }
                });
        if (dailyCap < 0) {
            throw new IllegalArgumentException(
                    "tidings.notifications.daily-cap must be 0, for no cap, or more, not " + dailyCap);
        }
        read(quietHours);
        zone(timeZone);
    }

    private static QuietHours read(@Nullable String hours) {
        try {
            return hours == null || hours.isBlank() ? QuietHours.NONE : QuietHours.parse(hours.strip());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "tidings.notifications.quiet-hours must be like 22:00-07:00, not " + hours, e);
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "tidings.notifications.time-zone must be a zone like Europe/Zurich, not " + name, e);
        }
    }

    LaneSettings lane() {
        return new LaneSettings(
                Map.of(
                        Category.ONE_TIME_CODE, expiryOneTimeCode,
                        Category.ACCOUNT, expiryAccount,
                        Category.CONVERSATION, expiryConversation,
                        Category.DIGEST, expiryDigest),
                read(quietHours),
                quietAccount,
                zone(timeZone),
                dailyCap);
    }
}
