package io.tidings.core.sending;

import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.pacing.Shares;
import io.tidings.core.pacing.Shares.Claimant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who shares the account's rate now. Looked up once a second and process. */
final class RunningCampaigns {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final CampaignStore campaigns;
    private final PlanStore plans;
    private final InstantSource clock;
    private volatile Seen seen = new Seen(Instant.MIN, List.of());

    private record Seen(Instant at, List<Campaign> hungry) {}

    RunningCampaigns(CampaignStore campaigns, PlanStore plans, InstantSource clock) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.clock = clock;
    }

    /** @param campaign as it is now; of the others, what was seen a moment ago will do */
    double shareOf(Campaign campaign, double rate) {
        List<Claimant> claimants = new ArrayList<>();
        claimants.add(claimant(campaign));
        others(campaign).forEach(other -> claimants.add(claimant(other)));
        return Shares.divide(rate, claimants).getOrDefault(campaign.id(), rate);
    }

    /** With how many others it shares the rate. */
    int besides(Campaign campaign) {
        return (int) others(campaign).count();
    }

    private Stream<Campaign> others(Campaign campaign) {
        return hungry().stream().filter(other -> !other.id().equals(campaign.id()));
    }

    private static Claimant claimant(Campaign campaign) {
        return new Claimant(campaign.id(), campaign.settings().weight(), campaign.limitPerSecond());
    }

    /** A campaign all of whose people are in batches, and that merely waits for their end, leaves the rate to the others. */
    private List<Campaign> hungry() {
        Instant now = clock.instant();
        Seen last = seen;
        if (last.at().isBefore(now.minus(REMEMBERED))) {
            List<Campaign> running = campaigns.underWay().stream()
                    .filter(campaign -> campaign.state() == CampaignState.SENDING)
                    .toList();
            last = new Seen(
                    now,
                    running.size() < 2
                            ? running
                            : running.stream().filter(this::isHungry).toList());
            seen = last;
        }
        return last.hungry();
    }

    private boolean isHungry(Campaign campaign) {
        return !plans.find(campaign.id()).stream().allMatch(ShardPlan::planned);
    }
}
