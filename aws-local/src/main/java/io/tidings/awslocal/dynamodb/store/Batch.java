package io.tidings.awslocal.dynamodb.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes that happen together or not at all. */
public final class Batch {
    private final List<Change> changes = new ArrayList<>(4);

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Change(StoreMap map, byte[] key, byte @Nullable [] value) {}

    public void put(StoreMap map, byte[] key, byte[] value) {
        changes.add(new Change(map, key, value));
    }

    public void remove(StoreMap map, byte[] key) {
        changes.add(new Change(map, key, null));
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    List<Change> changes() {
        return changes;
    }
}
