package io.tidings.awslocal.dynamodb.store;

import java.util.Arrays;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/** Walks over a range. */
public final class Entries {
    private final Cursor<byte[], byte[]> cursor;
    private final StoreMap.Range range;
    private final boolean forward;

    Entries(Cursor<byte[], byte[]> cursor, StoreMap.Range range, boolean forward) {
        this.cursor = cursor;
        this.range = range;
        this.forward = forward;
    }

    /** The next key, or null at the end. */
    public byte @Nullable [] next() {
        while (cursor.hasNext()) {
            var key = cursor.next();
            if (range.has(key)) {
                return key;
            }
            if (isPast(key)) {
                return null;
            }
        }
        return null;
    }

    /** The value of the key that was returned last. */
    public byte[] value() {
        return cursor.getValue();
    }

    private boolean isPast(byte[] key) {
        return forward
                ? range.high() != null && Arrays.compareUnsigned(key, range.high()) >= 0
                : range.low() != null && Arrays.compareUnsigned(key, range.low()) < 0;
    }
}
