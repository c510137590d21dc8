package io.tidings.core.campaign;

import java.time.Duration;

/** Where a campaign's next step is asked for. A step may come twice, and late. */
public interface PlanQueue {

    sealed interface PlanStep {
        String campaignId();
    }

    /** Counts the audience and starts its shards; wakes them when they were started before. */
    record LaunchStep(String campaignId) implements PlanStep {}

    /** Feeds the sender from one shard. Only the step the shard is waiting for does anything. */
    record ShardStep(String campaignId, int shard, long step) implements PlanStep {}

    void post(PlanStep step, Duration delay);
}
