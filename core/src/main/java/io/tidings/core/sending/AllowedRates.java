package io.tidings.core.sending;

import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.pacing.QuotaSource;
import io.tidings.core.pacing.SendPacer;
import io.tidings.core.pacing.Slowdown;
import io.tidings.core.sending.AllowedRate.Limit;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Asked for each second by everybody who looks at a campaign: what it needs was read a moment ago, or is for all who ask. */
public final class AllowedRates {

    /** For what is reckoned with fractions. */
    private static final double NEARLY = 0.999;

    private final RunningCampaigns running;
    private final SendPacer pacer;
    private final QuotaSource quotas;
    private final InstantSource clock;

    public AllowedRates(
            CampaignStore campaigns, PlanStore plans, SendPacer pacer, QuotaSource quotas, InstantSource clock) {
        this.running = new RunningCampaigns(campaigns, plans, clock);
        this.pacer = pacer;
        this.quotas = quotas;
        this.clock = clock;
    }

    public AllowedRate of(Campaign campaign) {
        Slowdown slowdown = pacer.slowdown();
        Double slowedTo = slowdown == null ? null : slowdown.factorAt(clock.instant());
        double account = quotas.perSecond() * (slowedTo == null ? 1 : slowedTo);
        double share = running.shareOf(campaign, account);
        return new AllowedRate(share, limit(campaign, share, account, slowedTo), running.besides(campaign), slowedTo);
    }

    private static Limit limit(Campaign campaign, double share, double account, @Nullable Double slowedTo) {
        double own = campaign.limitPerSecond().orElse(Double.POSITIVE_INFINITY);
        if (own < account && share >= own * NEARLY) {
            Double chosen = campaign.settings().perSecond();
            return chosen != null && chosen <= own ? Limit.OWN_LIMIT : Limit.SPREADING;
        }
        if (share < account * NEARLY) {
            return Limit.OTHER_CAMPAIGNS;
        }
        return slowedTo == null ? Limit.ACCOUNT : Limit.THROTTLING;
    }
}
