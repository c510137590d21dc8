package io.tidings.core.sending;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Audience;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.campaign.PlanQueue;
import io.tidings.core.campaign.PlanQueue.LaunchStep;
import io.tidings.core.campaign.PlanQueue.ShardStep;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchKey;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.pacing.QuotaSource;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts an audience into batches just in time. Every step is small, keeps its place in the store, and asks for the next one through the
 * queue: so a pause acts at once, campaigns share the sender, and a crash repeats at most one step.
 */
public final class PlanCampaign {

    /** Batches are fed for this long ahead of the sender. */
    private static final double SECONDS_AHEAD = 4;

    private static final int LEAST_AHEAD = 2;
    private static final int MOST_AHEAD = 64;
    private static final Duration BETWEEN_STEPS = Duration.ofSeconds(1);
    /** A batch whose queue message was lost is fed again; one that merely waits is then in the queue twice, which does no harm. */
    private static final int STEPS_BETWEEN_REFEEDS = 60;
    /** A shard that took no step for this long has lost its queue message. */
    private static final Duration STALLED = Duration.ofSeconds(15);

    private final CampaignStore campaigns;
    private final AudienceStore audiences;
    private final PlanStore plans;
    private final BatchStore batches;
    private final PlanQueue planQueue;
    private final BatchQueue batchQueue;
    private final QuotaSource quotas;
    private final InstantSource clock;

    public PlanCampaign(
            CampaignStore campaigns,
            AudienceStore audiences,
            PlanStore plans,
            BatchStore batches,
            PlanQueue planQueue,
            BatchQueue batchQueue,
            QuotaSource quotas,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.audiences = audiences;
        this.plans = plans;
        this.batches = batches;
        this.planQueue = planQueue;
        this.batchQueue = batchQueue;
        this.quotas = quotas;
        this.clock = clock;
    }

    public void take(PlanQueue.PlanStep step) {
        switch (step) {
            case LaunchStep(String campaignId) -> launch(campaignId);
            case ShardStep shardStep -> feed(shardStep);
        }
    }

    private void launch(String campaignId) {
        Campaign campaign = campaigns.find(campaignId).orElse(null);
        if (campaign != null && campaign.state() == CampaignState.LAUNCHING) {
            Instant launchedAt = campaign.launched().at();
            long people = shards().mapToLong(shard -> audiences.count(campaign.audienceId(), shard, launchedAt))
                    .sum();
            CounterChanges audience =
                    new CounterChanges().add(Scope.campaign(campaignId), Bucket.TOTAL, Metric.AUDIENCE, people);
            Instant now = clock.instant();
            plans.start(
                    campaign.sending(),
                    shards().mapToObj(shard -> ShardPlan.start(campaignId, shard, now))
                            .toList(),
                    audience);
        }
        wake(plans.find(campaignId));
    }

    /** Feeds again what is open and asks for the step each shard waits for: after a launch, a resume, or when one was lost. */
    private void wake(List<ShardPlan> shards) {
        for (ShardPlan plan : shards) {
            if (!plan.settled()) {
                refeed(batches.open(plan.campaignId(), plan.shard(), MOST_AHEAD));
                planQueue.post(new ShardStep(plan.campaignId(), plan.shard(), plan.step()), Duration.ZERO);
            }
        }
    }

    /** Looks after campaigns whose next step got lost with the process that was to take it. */
    public void sweep() {
        Instant longAgo = clock.instant().minus(STALLED);
        for (Campaign campaign : campaigns.underWay()) {
            switch (campaign.state()) {
                case LAUNCHING -> {
                    if (campaign.launched().at().isBefore(longAgo)) {
                        planQueue.post(new LaunchStep(campaign.id()), Duration.ZERO);
                    }
                }
                case SENDING -> {
                    List<ShardPlan> shards = plans.find(campaign.id());
                    wake(shards.stream()
                            .filter(plan -> plan.touchedAt().isBefore(longAgo))
                            .toList());
                    finish(campaign, shards);
                }
                case DRAFT, SCHEDULED, PAUSED, FINISHED, CANCELLED -> {}
            }
        }
    }

    private void feed(ShardStep step) {
        Campaign campaign = campaigns.find(step.campaignId()).orElse(null);
        if (campaign == null || campaign.state() != CampaignState.SENDING) {
            return;
        }
        List<ShardPlan> all = plans.find(step.campaignId());
        ShardPlan plan = all.get(step.shard());
        if (plan.step() != step.step() || plan.settled()) {
            return;
        }
        int ahead = ahead();
        List<Batch> open = batches.open(campaign.id(), plan.shard(), ahead);
        if (plan.step() % STEPS_BETWEEN_REFEEDS == 0) {
            refeed(open);
        }
        ShardPlan fed = feed(campaign, plan, ahead - open.size());
        boolean settled = fed.planned() && open.isEmpty() && fed.batches() == plan.batches();
        ShardPlan next = fed.next(settled, clock.instant());
        if (plans.advance(fed, next, null)) {
            if (settled) {
                finish(campaign, plans.find(campaign.id()));
            } else {
                planQueue.post(new ShardStep(campaign.id(), next.shard(), next.step()), BETWEEN_STEPS);
            }
        }
    }

    private ShardPlan feed(Campaign campaign, ShardPlan from, int room) {
        ShardPlan plan = from;
        for (int i = 0; i < room && !plan.planned(); i++) {
            Instant now = clock.instant();
            List<RecipientId> members = audiences.members(
                    campaign.audienceId(), plan.shard(), campaign.launched().at(), plan.cursor(), Batch.MOST);
            if (members.isEmpty()) {
                return plan.exhausted(now);
            }
            BatchKey key = new BatchKey(campaign.id(), plan.shard(), plan.batches());
            ShardPlan next = plan.fed(members.getLast(), now);
            if (!plans.advance(plan, next, Batch.planned(key, members, now))) {
                return plan;
            }
            batchQueue.post(List.of(key));
            plan = next;
        }
        return plan;
    }

    private void refeed(List<Batch> open) {
        Instant now = clock.instant();
        List<BatchKey> lost = new ArrayList<>();
        for (Batch batch : open) {
            if (!batch.heldAt(now)) {
                lost.add(batch.key());
            }
        }
        batchQueue.post(lost);
    }

    private void finish(Campaign campaign, List<ShardPlan> shards) {
        if (!shards.isEmpty() && shards.stream().allMatch(ShardPlan::settled)) {
            // When somebody changed the campaign meanwhile, the sweep comes back to it.
            campaigns.replace(campaign.finished(clock.instant()));
        }
    }

    private int ahead() {
        double batchesAhead = quotas.current().perSecond() * SECONDS_AHEAD / Batch.MOST / Audience.SHARDS;
        return (int) Math.clamp(Math.ceil(batchesAhead), LEAST_AHEAD, MOST_AHEAD);
    }

    private static IntStream shards() {
        return IntStream.range(0, Audience.SHARDS);
    }
}
