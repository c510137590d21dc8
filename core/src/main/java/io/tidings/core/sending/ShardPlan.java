package io.tidings.core.sending;

import io.tidings.core.address.RecipientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the planning of one shard of a campaign's audience is.
 *
 * @param step the step this shard waits for; a message that asks for another one is stale
 * @param missed where it is in the list of those who were missed; nothing when it has not to walk it, or has done so
 * @param planned everybody of the shard is in a batch
 * @param settled and none of these batches is open any more
 */
public record ShardPlan(
        String campaignId,
        int shard,
        long step,
        long batches,
        @Nullable RecipientId cursor,
        @Nullable String missed,
        boolean planned,
        boolean settled,
        Instant touchedAt) {

    public static ShardPlan start(String campaignId, int shard, Instant now) {
        return new ShardPlan(campaignId, shard, 1, 0, null, null, false, false, now);
    }

    /** Begins anew, after what was planned before. The list of those who were missed is walked by the first shard for all. */
    ShardPlan again(Instant now) {
        return new ShardPlan(
                campaignId, shard, step + 1, batches, null, shard == 0 ? MissedPeople.START : null, false, false, now);
    }

    ShardPlan fed(RecipientId last, Instant now) {
        return new ShardPlan(campaignId, shard, step, batches + 1, last, missed, planned, settled, now);
    }

    /** Nobody to write to up to here. */
    ShardPlan passed(RecipientId last, Instant now) {
        return new ShardPlan(campaignId, shard, step, batches, last, missed, planned, settled, now);
    }

    ShardPlan walked(@Nullable String next, long newBatches, Instant now) {
        return new ShardPlan(campaignId, shard, step, batches + newBatches, cursor, next, planned, settled, now);
    }

    ShardPlan exhausted(Instant now) {
        return new ShardPlan(campaignId, shard, step, batches, cursor, missed, true, settled, now);
    }

    ShardPlan next(boolean allSettled, Instant now) {
        return new ShardPlan(campaignId, shard, step + 1, batches, cursor, missed, planned, allSettled, now);
    }
}
