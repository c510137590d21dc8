package io.tidings.core.sending;

import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchKey;
import java.time.Instant;
import java.util.List;

/** Where batches wait for a sender. One may come twice. */
public interface BatchQueue {

    /** @param fedAt the batch knows when it was fed last, so that of two messages for it the older one can be told */
    record Fed(BatchKey key, Instant fedAt) {
        public static Fed of(Batch batch) {
            return new Fed(batch.key(), batch.fedAt());
        }
    }

    void post(List<Fed> batches);
}
