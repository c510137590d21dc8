package io.tidings.core.sending;

import io.tidings.core.ledger.BatchKey;
import java.util.List;

/** Where batches wait for a sender. One may come twice. */
public interface BatchQueue {
    void post(List<BatchKey> batches);
}
