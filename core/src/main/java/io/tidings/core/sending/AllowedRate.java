package io.tidings.core.sending;

import org.jspecify.annotations.Nullable;

/**
 * How fast a campaign may send now.
 *
 * @param limit what keeps it from going faster
 * @param otherCampaigns how many share the account's rate with it
 * @param slowedTo the part of the account's rate that is used while SES throttles
 */
public record AllowedRate(
        double perSecond,
        Limit limit,
        int otherCampaigns,
        @Nullable Double slowedTo) {

    public enum Limit {
        ACCOUNT,
        OWN_LIMIT,
        SPREADING,
        OTHER_CAMPAIGNS,
        THROTTLING
    }
}
