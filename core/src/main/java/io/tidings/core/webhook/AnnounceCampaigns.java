package io.tidings.core.webhook;

import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignStore;
import java.util.List;
import java.util.Locale;

/** Tells of the states campaigns came into. A campaign carries those not yet told with it, so a crash leaves none out. */
public final class AnnounceCampaigns {

    private final CampaignStore campaigns;
    private final Announce announce;

    public AnnounceCampaigns(CampaignStore campaigns, Announce announce) {
        this.campaigns = campaigns;
        this.announce = announce;
    }

    public void sweep() {
        for (Campaign campaign : campaigns.untold()) {
            if (announce.isWanted(EventType.CAMPAIGN_STATE)) {
                announce.announce(campaign.untold().stream()
                        .map(passage -> event(campaign, passage))
                        .toList());
            }
            campaigns.told(campaign);
        }
    }

    private static Event event(Campaign campaign, Campaign.Passage passage) {
        String id = EventIds.of(
                EventType.CAMPAIGN_STATE, passage.at(), List.of(campaign.id(), Long.toString(passage.revision())));
        return new Event(
                id,
                EventType.CAMPAIGN_STATE,
                passage.at(),
                new Event.OfCampaign(
                        campaign.id(),
                        campaign.name(),
                        passage.state().name().toLowerCase(Locale.ROOT),
                        passage.revision()));
    }
}
