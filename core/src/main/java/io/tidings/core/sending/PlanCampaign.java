package io.tidings.core.sending;

import io.tidings.core.audience.Audience;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignLife;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.campaign.PlanQueue;
import io.tidings.core.campaign.PlanQueue.LaunchStep;
import io.tidings.core.campaign.PlanQueue.ShardStep;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.pacing.QuotaSource;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts an audience into batches just in time. Every step is small, keeps its place in the store, and asks for the next one through the
 * queue: so a pause acts at once, campaigns share the sender, and a crash repeats at most one step.
 */
public final class PlanCampaign {

    private static final Duration BETWEEN_STEPS = Duration.ofSeconds(1);
    private static final int STEPS_BETWEEN_LOOKS = 5;

    private static final Duration BETWEEN_LOOKS_AT_THE_UNKNOWN = Duration.ofSeconds(30);
    /** A shard that took no step for this long has lost its queue message. */
    private static final Duration STALLED = Duration.ofSeconds(15);

    private final CampaignStore campaigns;
    private final AudienceStore audiences;
    private final PlanStore plans;
    private final BatchStore batches;
    private final PlanQueue planQueue;
    private final FeedShard shard;
    private final InstantSource clock;

    public PlanCampaign(
            CampaignStore campaigns,
            AudienceStore audiences,
            PlanStore plans,
            BatchStore batches,
            MessageLedger ledger,
            PlanQueue planQueue,
            BatchQueue batchQueue,
            QuotaSource quotas,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.audiences = audiences;
        this.plans = plans;
        this.batches = batches;
        this.planQueue = planQueue;
        this.clock = clock;
        RunningCampaigns running = new RunningCampaigns(campaigns, plans, clock);
        this.shard = new FeedShard(audiences, plans, batches, ledger, batchQueue, quotas, running, clock);
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
            Instant now = clock.instant();
            Instant holdUntil = campaign.launched().holdUntil();
            if (holdUntil != null && holdUntil.isAfter(now)) {
                planQueue.post(new LaunchStep(campaignId), Duration.between(now, holdUntil));
                return;
            }
            start(campaign, now);
        }
        if (campaign != null && campaign.state() == CampaignState.CANCELLED) {
            lookAfterTheUnknown(campaignId);
        } else {
            wake(plans.find(campaignId));
        }
    }

    /** No shard takes a step any more, so nothing else would feed again what lost its queue message; until nobody is unknown. */
    private void lookAfterTheUnknown(String campaignId) {
        boolean any = false;
        for (ShardPlan plan : plans.find(campaignId)) {
            List<Batch> unknown = batches.open(campaignId, plan.shard(), UnknownPeople.MOST_OPEN).stream()
                    .filter(batch -> !batch.unknown().isEmpty())
                    .toList();
            shard.feedAgain(unknown);
            any |= !unknown.isEmpty();
        }
        if (any) {
            planQueue.post(new LaunchStep(campaignId), BETWEEN_LOOKS_AT_THE_UNKNOWN);
        }
    }

    private void start(Campaign campaign, Instant now) {
        Instant until = campaign.launched().membersUntil();
        // An import may be under way: whoever is counted now is planned later, and nobody else.
        audiences.cut(campaign.audienceId(), until);
        long people = shards().mapToLong(shard -> audiences.count(campaign.audienceId(), shard, until))
                .sum();
        Duration spread = campaign.settings().spreadOver();
        Double spreadPerSecond = spread == null || people == 0 ? null : (double) people / spread.toSeconds();
        plans.start(
                campaign.sendingSpread(spreadPerSecond),
                shards().mapToObj(shard -> ShardPlan.start(campaign.id(), shard, now))
                        .toList(),
                new CounterChanges().add(Scope.campaign(campaign.id()), Bucket.TOTAL, Metric.AUDIENCE, people));
    }

    /** Feeds again what is open and asks for the step each shard waits for: after a launch, a resume, or when one was lost. */
    private void wake(List<ShardPlan> shards) {
        for (ShardPlan plan : shards) {
            if (!plan.settled()) {
                shard.feedAgain(batches.open(plan.campaignId(), plan.shard(), FeedShard.MOST_OPEN));
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
                    Campaign.Launch launch = campaign.launched();
                    Instant startsAt = launch.holdUntil() == null ? launch.at() : launch.holdUntil();
                    if (startsAt.isBefore(longAgo)) {
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
        List<Batch> open = batches.open(campaign.id(), plan.shard(), FeedShard.MOST_OPEN);
        if (plan.step() % STEPS_BETWEEN_LOOKS == 0) {
            shard.feedLost(open);
        }
        ShardPlan fed = shard.feed(campaign, plan, all, open);
        boolean settled = fed.planned() && open.isEmpty() && fed.batches() == plan.batches();
        ShardPlan next = fed.next(settled, clock.instant());
        if (plans.advance(fed, next, List.of())) {
            if (settled) {
                finish(campaign, plans.find(campaign.id()));
            } else {
                planQueue.post(new ShardStep(campaign.id(), next.shard(), next.step()), BETWEEN_STEPS);
            }
        }
    }

    private void finish(Campaign campaign, List<ShardPlan> shards) {
        if (!shards.isEmpty() && shards.stream().allMatch(ShardPlan::settled)) {
            // When somebody changed the campaign meanwhile, the sweep comes back to it.
            Instant now = clock.instant();
            campaigns.replace(campaign.finished(now).noted(new Campaign.Step(now, CampaignLife.ITSELF, "finished")));
        }
    }

    private static IntStream shards() {
        return IntStream.range(0, Audience.SHARDS);
    }
}
