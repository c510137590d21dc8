package io.tidings.core.sending;

import io.tidings.core.campaign.Campaign;
import io.tidings.core.ledger.Batch;
import io.tidings.core.statistics.CounterChanges;
import java.util.List;

public interface PlanStore {

    /** Starts all shards, counts the audience and changes the campaign, together or not at all. */
    boolean start(Campaign next, List<ShardPlan> shards, CounterChanges audience);

    /** Has all shards planned once more from exactly {@code seen}, and changes campaign and audience with it. */
    boolean restart(Campaign next, List<ShardPlan> seen, List<ShardPlan> again, CounterChanges audience);

    /** Those of all shards, in order; empty before the start. */
    List<ShardPlan> find(String campaignId);

    /** So many batches are planned together at most. */
    int MOST_BATCHES = 10;

    /** Replaces exactly {@code seen}, and plans batches with it, all or none. */
    boolean advance(ShardPlan seen, ShardPlan next, List<Batch> planned);
}
