package io.tidings.core.sending;

import io.tidings.core.ledger.Batch;
import org.jspecify.annotations.Nullable;

/** The next piece of a shard: where planning is after it, and who is to be written to, if anybody. */
record Slice(ShardPlan next, @Nullable Batch batch) {}
