package io.tidings.core.suppression;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is made of what is known; nothing of it is stored with the evidence, so a change holds at once, and for the past too.
 *
 * @param softBounces so many temporary bounces without a delivery between stop all mail
 * @param softSpan when the first and the last of them are at least so far apart
 * @param softExpiry for so long after the last of them
 * @param complaintsStopNotifications whether who complained of a campaign gets no notifications either
 * @param bounceExpiry after how long a permanent bounce is forgotten; never, when it is not given
 */
public record SuppressionPolicy(
        int softBounces,
        Duration softSpan,
        Duration softExpiry,
        boolean complaintsStopNotifications,
        @Nullable Duration bounceExpiry) {

    public static final SuppressionPolicy DEFAULT =
            new SuppressionPolicy(5, Duration.ofDays(3), Duration.ofDays(30), false, null);

    public SuppressionPolicy {
        if (softBounces < 1 || softBounces > SoftBounces.MOST) {
            throw new IllegalArgumentException(
                    "soft bounces must be 1 to " + SoftBounces.MOST + ", not " + softBounces);
        }
        if (softSpan.isNegative() || softSpan.compareTo(Duration.ofDays(SoftBounces.MOST_DAYS)) > 0) {
            throw new IllegalArgumentException(
                    "the span of soft bounces must be 0 to " + SoftBounces.MOST_DAYS + " days, not " + softSpan);
        }
        if (!softExpiry.isPositive() || bounceExpiry != null && !bounceExpiry.isPositive()) {
            throw new IllegalArgumentException("an expiry must be longer than nothing");
        }
    }
}
