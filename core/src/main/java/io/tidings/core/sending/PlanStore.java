package io.tidings.core.sending;

import io.tidings.core.campaign.Campaign;
import io.tidings.core.ledger.Batch;
import io.tidings.core.statistics.CounterChanges;
import java.util.List;
import org.jspecify.annotations.Nullable;

public interface PlanStore {

    /** Starts all shards, counts the audience and changes the campaign, together or not at all. */
    boolean start(Campaign next, List<ShardPlan> shards, CounterChanges audience);

    /** Has all shards planned once more from exactly {@code seen}, and changes campaign and audience with it. */
    boolean restart(Campaign next, List<ShardPlan> seen, List<ShardPlan> again, CounterChanges audience);

    /** Those of all shards, in order; empty before the start. */
    List<ShardPlan> find(String campaignId);

    /** Replaces exactly {@code seen}, and plans a batch with it. */
    boolean advance(ShardPlan seen, ShardPlan next, @Nullable Batch planned);
}
