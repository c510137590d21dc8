package io.tidings.core.sending;

import io.tidings.core.audience.Audience;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.Campaign.Launch;
import io.tidings.core.campaign.Campaign.Retry;
import io.tidings.core.campaign.Campaign.Step;
import io.tidings.core.campaign.CampaignLife.Change;
import io.tidings.core.campaign.CampaignLife.Changed;
import io.tidings.core.campaign.CampaignLife.Incomplete;
import io.tidings.core.campaign.CampaignLife.NoSuchCampaign;
import io.tidings.core.campaign.CampaignLife.NotAllowed;
import io.tidings.core.campaign.CampaignState.Verb;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.campaign.PlanQueue;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sends a finished campaign to those it did not reach. Nobody leaves his bucket of the books by being asked again: whoever was refused
 * is refused until SES takes it.
 */
public final class RetryMissed {

    private final CampaignStore campaigns;
    private final AudienceStore audiences;
    private final StatisticsStore statistics;
    private final PlanStore plans;
    private final PlanQueue planQueue;
    private final InstantSource clock;

    public RetryMissed(
            CampaignStore campaigns,
            AudienceStore audiences,
            StatisticsStore statistics,
            PlanStore plans,
            PlanQueue planQueue,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.audiences = audiences;
        this.statistics = statistics;
        this.plans = plans;
        this.planQueue = planQueue;
        this.clock = clock;
    }

    /**
     * @param refused SES would not take it then, and may now
     * @param unknown left unknown: they may have got it
     * @param newcomers joined the audience since
     */
    public record Missed(long refused, long unknown, long newcomers) {}

    public Missed preview(Campaign campaign) {
        Launch launch = campaign.launched();
        Counts counts = statistics.read(Scope.campaign(campaign.id()), Bucket.TOTAL);
        return new Missed(
                counts.of(Metric.REFUSED_FOR_NOW),
                counts.of(Metric.LEFT_UNKNOWN),
                joined(campaign, launch.membersUntil(), clock.instant()));
    }

    /**
     * @param unknown also those who may get it twice
     * @param newcomers also those who joined the audience since
     */
    public Change retry(String id, String by, boolean unknown, boolean newcomers) {
        while (true) {
            Campaign campaign = campaigns.find(id).orElse(null);
            if (campaign == null) {
                return new NoSuchCampaign();
            }
            if (!campaign.allowed().contains(Verb.RETRY_MISSED)) {
                return new NotAllowed(campaign, Verb.RETRY_MISSED);
            }
            Missed missed = preview(campaign);
            if (missed.refused() == 0
                    && (!unknown || missed.unknown() == 0)
                    && (!newcomers || missed.newcomers() == 0)) {
                return new Incomplete(
                        missed.unknown() > 0 && !unknown ? "unknown" : "newcomers",
                        "nobody was refused for now; " + missed.unknown() + " are unknown and " + missed.newcomers()
                                + " joined since: say whether they are meant");
            }
            if (start(campaign, by, unknown, newcomers)) {
                planQueue.post(new PlanQueue.LaunchStep(id), Duration.ZERO);
                return new Changed(campaigns.find(id).orElseThrow());
            }
        }
    }

    private boolean start(Campaign campaign, String by, boolean unknown, boolean newcomers) {
        Instant now = clock.instant();
        Retry last = campaign.launched().retry();
        Instant before = campaign.launched().membersUntil();
        Retry retry =
                new Retry(last == null ? 1 : last.round() + 1, now, by, unknown, before, newcomers ? now : before);
        String what = "sent to those who were missed" + (unknown ? ", unknown ones too" : "")
                + (newcomers ? ", newcomers too" : "");
        List<ShardPlan> seen = plans.find(campaign.id());
        if (newcomers) {
            audiences.cut(campaign.audienceId(), now);
        }
        return plans.restart(
                campaign.retrying(retry).noted(new Step(now, by, what)),
                seen,
                seen.stream().map(plan -> plan.again(now)).toList(),
                new CounterChanges()
                        .add(
                                Scope.campaign(campaign.id()),
                                Bucket.TOTAL,
                                Metric.AUDIENCE,
                                newcomers ? joined(campaign, before, now) : 0));
    }

    private long joined(Campaign campaign, Instant after, Instant until) {
        return IntStream.range(0, Audience.SHARDS)
                .mapToLong(shard -> audiences.count(campaign.audienceId(), shard, until)
                        - audiences.count(campaign.audienceId(), shard, after))
                .sum();
    }
}
