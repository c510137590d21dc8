package io.tidings.core.sending;

import io.tidings.core.address.RecipientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the planning of one shard of a campaign's audience is.
 *
 * @param step the step this shard waits for; a message that asks for another one is stale
 * @param planned everybody of the shard is in a batch
 * @param settled and none of these batches is open any more
 */
public record ShardPlan(
        String campaignId,
        int shard,
        long step,
        long batches,
        @Nullable RecipientId cursor,
        boolean planned,
        boolean settled,
        Instant touchedAt) {

    public static ShardPlan start(String campaignId, int shard, Instant now) {
        return new ShardPlan(campaignId, shard, 1, 0, null, false, false, now);
    }

    ShardPlan fed(RecipientId last, Instant now) {
        return new ShardPlan(campaignId, shard, step, batches + 1, last, planned, settled, now);
    }

    ShardPlan exhausted(Instant now) {
        return new ShardPlan(campaignId, shard, step, batches, cursor, true, settled, now);
    }

    ShardPlan next(boolean allSettled, Instant now) {
        return new ShardPlan(campaignId, shard, step + 1, batches, cursor, planned, allSettled, now);
    }
}
