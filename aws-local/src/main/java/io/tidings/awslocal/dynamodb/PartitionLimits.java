package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.value.KeyCodec;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB's limit of a partition: 1,000 write units and 3,000 read units a second, here of each partition key in a
 * table. A request is let in while there are units left, and pays when it is done; indexes are not limited.
 */
final class PartitionLimits {
    private static final double WRITES = 1_000;
    private static final double READS = 3_000;

    /** Partitions remembered; those that have rested for a second need not be. */
    private static final int MOST = 50_000;

    private final boolean on;
    private final Meter meter;
    private final InstantSource clock;
    private final ConcurrentHashMap<Partition, Bucket> buckets = new ConcurrentHashMap<>();

    PartitionLimits(boolean on, Meter meter, InstantSource clock) {
        this.on = on;
        this.meter = meter;
        this.clock = clock;
    }

    private record Partition(String tableId, int hash, boolean write) {}

    /** What is left, and when that was so. */
    private record Bucket(double left, long at) {}

    boolean allowsWrite(WriteAction action) {
        return allows(action.table(), action.key(), true);
    }

    /** @param price what a unit costs: double in a transaction */
    void chargeWrite(WriteAction action, Capacity capacity, double price) {
        meter.wrote(capacity, price);
        charge(action.table(), action.key(), true, price * capacity.ofTable());
    }

    boolean allowsRead(Table table, byte[] key) {
        return allows(table, key, false);
    }

    void chargeRead(Table table, byte[] key, double units) {
        meter.read(table.name(), units);
        charge(table, key, false, units);
    }

    /** A scan goes through all partitions, and none is held to its limit for it. */
    void chargeScan(Table table, double units) {
        meter.read(table.name(), units);
    }

    /** Does a read that is refused if its partition has nothing left. */
    void requireRead(Table table, byte[] key) {
        if (!allowsRead(table, key)) {
            throw FaultErrors.throttled();
        }
    }

    /** A batch of which nothing could be done is refused as a whole. */
    void refuseIfNothingDone(boolean nothing) {
        if (on && nothing) {
            throw FaultErrors.throttled();
        }
    }

    private boolean allows(Table table, byte[] key, boolean write) {
        return !on || refilled(buckets.get(partition(table, key, write)), write).left() > 0;
    }

    private void charge(Table table, byte[] key, boolean write, double units) {
        if (!on) {
            return;
        }
        if (buckets.size() > MOST) {
            buckets.values().removeIf(bucket -> clock.millis() - bucket.at() > 1_000);
        }
        buckets.compute(partition(table, key, write), (_, bucket) -> {
            var now = refilled(bucket, write);
            return new Bucket(now.left() - units, now.at());
        });
    }

    private Bucket refilled(@Nullable Bucket bucket, boolean write) {
        var rate = write ? WRITES : READS;
        var now = clock.millis();
        return bucket == null
                ? new Bucket(rate, now)
                : new Bucket(Math.min(rate, bucket.left() + (now - bucket.at()) * rate / 1_000), now);
    }

    private static Partition partition(Table table, byte[] key, boolean write) {
        return new Partition(table.definition().id(), KeyCodec.partitionHash(key), write);
    }
}
