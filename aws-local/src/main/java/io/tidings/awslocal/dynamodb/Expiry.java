package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.store.Batch;
import io.tidings.awslocal.dynamodb.store.Storage;
import io.tidings.awslocal.dynamodb.store.StoreMap;
import io.tidings.awslocal.dynamodb.value.ItemCodec;
import io.tidings.awslocal.dynamodb.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;

/** Deletes items whose time to live is over, at nobody's expense. */
final class Expiry {
    /** DynamoDB leaves alone what should have expired more than five years ago: most likely no time at all. */
    private static final Duration OLDEST = Duration.ofDays(5 * 365);

    private final Tables tables;
    private final WriteLock writes;
    private final Storage storage;
    private final InstantSource clock;

    Expiry(Tables tables, WriteLock writes, Storage storage, InstantSource clock) {
        this.tables = tables;
        this.writes = writes;
        this.storage = storage;
        this.clock = clock;
    }

    void sweep() {
        for (var table : tables.all()) {
            var attribute = table.definition().ttlAttribute();
            if (attribute != null) {
                sweep(table, attribute);
            }
        }
    }

    private void sweep(Table table, String attribute) {
        var entries = table.items().entries(StoreMap.Range.ALL, true);
        for (var key = entries.next(); key != null; key = entries.next()) {
            if (isOver(entries.value(), attribute)) {
                delete(table, key, attribute);
            }
        }
    }

    /** Looks again under the lock: the item may have been given more time. */
    private void delete(Table table, byte[] key, String attribute) {
        writes.alone(() -> {
            var bytes = table.items().get(key);
            if (bytes != null && isOver(bytes, attribute)) {
                var action =
                        new WriteAction(table, key, ItemCodec.decode(bytes), new WriteAction.Delete(), null, false);
                var batch = new Batch();
                Write.prepare(action).store(batch);
                storage.commit(batch);
            }
            return true;
        });
    }

    private boolean isOver(byte[] item, String attribute) {
        if (!(ItemCodec.decode(item).attributes().get(attribute) instanceof Value.Num(var text))) {
            return false;
        }
        var now = BigDecimal.valueOf(clock.instant().getEpochSecond());
        var time = new BigDecimal(text);
        return time.compareTo(now) < 0 && time.compareTo(now.subtract(BigDecimal.valueOf(OLDEST.toSeconds()))) > 0;
    }
}
