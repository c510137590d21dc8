package io.tidings.core.sending;

import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.CampaignStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Campaigns that were sending a moment ago: batches come by the hundred, and a pause acts soon enough when it is seen within that moment.
 * Any other state is read anew, for it may have ended just now, and a batch that is dropped comes again only much later.
 */
public final class RecentCampaigns {

    private static final Duration A_MOMENT = Duration.ofMillis(500);
    private static final int MOST = 256;

    private final CampaignStore campaigns;
    private final InstantSource clock;
    private final Map<String, Seen> sending = new ConcurrentHashMap<>();

    private record Seen(Campaign campaign, Instant at) {}

    public RecentCampaigns(CampaignStore campaigns, InstantSource clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** The campaign, if it is sending. */
    Optional<Campaign> sending(String id) {
        Seen seen = sending.get(id);
        return seen == null || seen.at().plus(A_MOMENT).isBefore(clock.instant())
                ? sendingNow(id)
                : Optional.of(seen.campaign());
    }

    Optional<Campaign> cancelled(String id) {
        return campaigns.find(id).filter(campaign -> campaign.state() == CampaignState.CANCELLED);
    }

    /** As it is now. */
    Optional<Campaign> sendingNow(String id) {
        Instant now = clock.instant();
        Optional<Campaign> found = campaigns.find(id).filter(campaign -> campaign.state() == CampaignState.SENDING);
        sending.remove(id);
        if (sending.size() < MOST) {
            found.ifPresent(campaign -> sending.put(id, new Seen(campaign, now)));
        }
        return found;
    }
}
