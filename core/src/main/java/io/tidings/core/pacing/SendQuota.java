package io.tidings.core.pacing;

import java.util.OptionalDouble;

/** What SES allows this account now. Quotas count recipients, not calls. */
public record SendQuota(
        double perSecond, OptionalDouble per24Hours, double sentLast24Hours, boolean sandbox, boolean sendingEnabled) {

    public SendQuota {
        if (perSecond <= 0) {
            throw new IllegalArgumentException(
                    "a quota below one message a second needs a positive rate, not " + perSecond);
        }
    }

    /** How many recipients campaigns may still write to now; infinite where the account has no limit for 24 hours. */
    public double leftForCampaigns(double notificationShare) {
        return per24Hours.isPresent()
                ? Math.max(0, per24Hours.getAsDouble() * (1 - notificationShare) - sentLast24Hours)
                : Double.POSITIVE_INFINITY;
    }
}
