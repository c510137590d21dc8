package io.tidings.service.campaigns;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.sending.AllowedRate;
import org.jspecify.annotations.Nullable;

/** What keeps a campaign from going faster than it is allowed now. */
@Serdeable
@Schema(name = "AllowedRateLimit", description = "what keeps the campaign from going faster")
record LimitView(
        @Schema(allowableValues = {"account", "ownLimit", "spreading", "otherCampaigns", "throttling"})
        String by,

        @Schema(description = "how many share the account's rate with it")
        int otherCampaigns,

        @Schema(
                description =
                        "the part of the account's rate that is used while SES throttles; nothing when it does not")
        @Nullable
        Double slowedTo) {

    static LimitView of(AllowedRate allowed) {
        String by = switch (allowed.limit()) {
            case ACCOUNT -> "account";
            case OWN_LIMIT -> "ownLimit";
            case SPREADING -> "spreading";
            case OTHER_CAMPAIGNS -> "otherCampaigns";
            case THROTTLING -> "throttling";
        };
        return new LimitView(by, allowed.otherCampaigns(), allowed.slowedTo());
    }
}
