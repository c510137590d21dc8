package io.tidings.awslocal.dynamodb.value;

import io.tidings.awslocal.dynamodb.wire.ByteBuilder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Keys as bytes whose unsigned order is DynamoDB's: by a hash of the partition key, so that a parallel scan's segments
 * are ranges; then by partition key; then by sort key, text by UTF-8, numbers by value. An index's key ends with the
 * key of its item.
 */
public final class KeyCodec {
    private static final int NEGATIVE = 1;
    private static final int ZERO = 2;
    private static final int POSITIVE = 3;
    private static final int EXPONENT_BIAS = 129;

    private KeyCodec() {}

    public static byte[] key(Value partition, @Nullable Value sort) {
        var out = partitionPrefix(partition);
        if (sort != null) {
            sort(out, sort);
        }
        return out.bytes();
    }

    public static byte[] indexKey(Value partition, @Nullable Value sort, byte[] tableKey) {
        var out = partitionPrefix(partition);
        if (sort != null) {
            sort(out, sort);
        }
        return out.put(tableKey).bytes();
    }

    /** What all keys of a partition begin with. */
    public static ByteBuilder partitionPrefix(Value partition) {
        var bytes = partitionBytes(partition);
        return new ByteBuilder(bytes.length + 48)
                .putInt(hash(bytes))
                .putShort(bytes.length)
                .put(bytes);
    }

    public static int partitionHash(byte[] key) {
        return (key[0] & 0xFF) << 24 | (key[1] & 0xFF) << 16 | (key[2] & 0xFF) << 8 | (key[3] & 0xFF);
    }

    /** A whole sort key. */
    public static void sort(ByteBuilder out, Value sort) {
        switch (sort) {
            case Value.Text text -> terminated(out, text.text().getBytes(StandardCharsets.UTF_8));
            case Value.Bytes bytes -> terminated(out, bytes.bytes());
            case Value.Num number -> number(out, number);
            default -> throw new IllegalArgumentException("No key: " + sort.type());
        }
    }

    /** What all sort keys with that beginning begin with. */
    public static void sortPrefix(ByteBuilder out, Value beginning) {
        switch (beginning) {
            case Value.Text text -> escaped(out, text.text().getBytes(StandardCharsets.UTF_8));
            case Value.Bytes bytes -> escaped(out, bytes.bytes());
            default -> throw new IllegalArgumentException("No prefix: " + beginning.type());
        }
    }

    private static byte[] partitionBytes(Value partition) {
        return switch (partition) {
            case Value.Text text -> text.text().getBytes(StandardCharsets.UTF_8);
            case Value.Num number -> number.text().getBytes(StandardCharsets.ISO_8859_1);
            case Value.Bytes bytes -> bytes.bytes();
            default -> throw new IllegalArgumentException("No key: " + partition.type());
        };
    }

    private static void terminated(ByteBuilder out, byte[] bytes) {
        escaped(out, bytes);
        out.put(0).put(1);
    }

    private static void escaped(ByteBuilder out, byte[] bytes) {
        for (var b : bytes) {
            out.put(b);
            if (b == 0) {
                out.put(0xFF);
            }
        }
    }

    private static void number(ByteBuilder out, Value.Num number) {
        var parts = Decimal.parts(number);
        if (parts.isZero()) {
            out.put(ZERO);
            return;
        }
        // A negative number is its absolute value with every byte turned over: larger magnitudes sort first.
        var flip = parts.negative() ? 0xFF : 0;
        out.put(parts.negative() ? NEGATIVE : POSITIVE);
        out.put(parts.exponent() + EXPONENT_BIAS ^ flip);
        var digits = parts.digits();
        for (var i = 0; i < digits.length(); i += 2) {
            var high = digits.charAt(i) - '0';
            var low = i + 1 < digits.length() ? digits.charAt(i + 1) - '0' : 0;
            out.put(high * 10 + low + 1 ^ flip);
        }
        out.put(flip);
    }

    /** FNV-1a, finished so that similar keys are far apart. */
    private static int hash(byte[] bytes) {
        var hash = 0x811C9DC5;
        for (var b : bytes) {
            hash = (hash ^ (b & 0xFF)) * 0x01000193;
        }
        hash ^= hash >>> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >>> 13;
        hash *= 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }
}
