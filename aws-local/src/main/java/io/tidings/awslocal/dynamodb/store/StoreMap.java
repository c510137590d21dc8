package io.tidings.awslocal.dynamodb.store;

import java.util.Arrays;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** An ordered map of bytes. Reads see a consistent state and wait for nobody; writes go through a {@link Batch}. */
public final class StoreMap {
    private final String name;
    private final MVMap<byte[], byte[]> map;

    StoreMap(String name, MVMap<byte[], byte[]> map) {
        this.name = name;
        this.map = map;
    }

    String name() {
        return name;
    }

    MVMap<byte[], byte[]> map() {
        return map;
    }

    public byte @Nullable [] get(byte[] key) {
        return map.get(key);
    }

    public long size() {
        return map.sizeAsLong();
    }

    /** The entries of a range in order, or in reverse, as they are now. */
    public Entries entries(Range range, boolean forward) {
        return forward
                ? new Entries(map.cursor(range.low(), null, false), range, true)
                : new Entries(map.cursor(range.high(), null, true), range, false);
    }

    /** From {@code low} to before {@code high}; null is unbounded. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Range(byte @Nullable [] low, byte @Nullable [] high) {
        public static final Range ALL = new Range(null, null);

        /** All keys that begin like this. */
        public static Range prefix(byte[] prefix) {
            return new Range(prefix, after(prefix));
        }

        /** What comes after this key, it included or not. */
        public Range from(byte[] key) {
            return low != null && Arrays.compareUnsigned(low, key) > 0 ? this : new Range(key, high);
        }

        public Range until(byte[] key) {
            return high != null && Arrays.compareUnsigned(high, key) < 0 ? this : new Range(low, key);
        }

        /** The first key behind all that begin like this; null if there is none. */
        public static byte @Nullable [] after(byte[] prefix) {
            var end = prefix.length;
            while (end > 0 && prefix[end - 1] == (byte) 0xFF) {
                end--;
            }
            if (end == 0) {
                return null;
            }
            var next = Arrays.copyOf(prefix, end);
            next[end - 1]++;
            return next;
        }

        public boolean has(byte[] key) {
            return (low == null || Arrays.compareUnsigned(key, low) >= 0)
                    && (high == null || Arrays.compareUnsigned(key, high) < 0);
        }
    }
}
