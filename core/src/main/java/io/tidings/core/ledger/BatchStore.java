package io.tidings.core.ledger;

import io.tidings.core.statistics.CounterChanges;
import java.util.List;
import java.util.Optional;

public interface BatchStore {

    Optional<Batch> find(BatchKey key);

    /** Those of one shard that are not settled yet, in the order they were planned. */
    List<Batch> open(String campaignId, int shard, int limit);

    /**
     * Replaces {@code seen}, if the batch has its fence still and as many unknown, and counts what that changes, in one transaction; an
     * empty batch is removed. False when somebody else took the batch, or changed it under the same fence.
     */
    boolean replace(Batch seen, Batch next, CounterChanges counted);
}
