package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.store.Batch;
import io.tidings.awslocal.dynamodb.store.Storage;
import io.tidings.awslocal.dynamodb.store.StoreMap;
import io.tidings.awslocal.dynamodb.wire.ByteBuilder;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The client tokens of the last ten minutes' transactions, stored with them. Used by who holds the write lock. */
final class Tokens {
    /** DynamoDB: a token counts for ten minutes. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    /** So that memory does not grow with the rate of transactions: about 170 a second for ten minutes. */
    private static final int MOST = 100_000;

    /** The bytes of a token's end and its request's fingerprint. */
    private static final int FIXED = 12;

    private final StoreMap tokens;
    private final InstantSource clock;
    private final ArrayDeque<Remembered> oldestFirst = new ArrayDeque<>();

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Remembered(byte[] token, long until) {}

    Tokens(Storage storage, InstantSource clock) {
        this.tokens = storage.map("tokens");
        this.clock = clock;
        var stored = new ArrayList<Remembered>();
        var entries = tokens.entries(StoreMap.Range.ALL, true);
        for (var key = entries.next(); key != null; key = entries.next()) {
            stored.add(new Remembered(key, ByteBuffer.wrap(entries.value()).getLong()));
        }
        stored.sort(Comparator.comparingLong(Remembered::until));
        oldestFirst.addAll(stored);
    }

    /** What a request costs that was done before; null if this very request was not. */
    @Nullable
    Map<String, Integer> unitsOfRepeated(String token, int fingerprint) {
        refuseOther(token, fingerprint);
        var stored = stored(token);
        if (stored == null) {
            return null;
        }
        var units = new LinkedHashMap<String, Integer>();
        stored.position(FIXED);
        while (stored.hasRemaining()) {
            var count = stored.getInt();
            var table = new byte[stored.getShort()];
            stored.get(table);
            units.put(new String(table, StandardCharsets.UTF_8), count);
        }
        return units;
    }

    /** A token stands for one request. */
    void refuseOther(String token, int fingerprint) {
        var stored = stored(token);
        if (stored != null && stored.getInt(8) != fingerprint) {
            throw DynamoDbException.of(
                    "IdempotentParameterMismatchException", "An error occurred (IdempotentParameterMismatchException)");
        }
    }

    private @Nullable ByteBuffer stored(String token) {
        var bytes = tokens.get(key(token));
        var stored = bytes == null ? null : ByteBuffer.wrap(bytes);
        return stored == null || stored.getLong(0) <= clock.millis() ? null : stored;
    }

    /** {@code units} is what it costs to read again, for each table, what the transaction saw. */
    void remember(Batch batch, String token, int fingerprint, Map<String, Integer> units) {
        forget(batch);
        var until = clock.millis() + LIFE.toMillis();
        var value = new ByteBuilder(64).putLong(until).putInt(fingerprint);
        units.forEach(
                (table, count) -> value.putInt(count).putShort(table.length()).put(key(table)));
        batch.put(tokens, key(token), value.bytes());
        oldestFirst.add(new Remembered(key(token), until));
    }

    private void forget(Batch batch) {
        var now = clock.millis();
        while (!oldestFirst.isEmpty() && (oldestFirst.peek().until() <= now || oldestFirst.size() >= MOST)) {
            batch.remove(tokens, oldestFirst.remove().token());
        }
    }

    private static byte[] key(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
