package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.store.Batch;
import io.tidings.awslocal.dynamodb.store.Storage;
import io.tidings.awslocal.dynamodb.value.ItemCodec;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Does writes one at a time, which makes conditions and transactions simple. A write holds the lock for some
 * microseconds: parsing is done before, and a log's write goes to memory of the operating system.
 */
final class WriteLock {
    private final Storage storage;
    private final PartitionLimits limits;

    WriteLock(Storage storage, PartitionLimits limits) {
        this.storage = storage;
        this.limits = limits;
    }

    record Done(Write write, Capacity capacity) {}

    Done write(WriteAction action) {
        if (!limits.allowsWrite(action)) {
            throw FaultErrors.throttled();
        }
        var done = alone(() -> {
            var write = Write.prepare(action);
            var batch = new Batch();
            var capacity = write.store(batch);
            storage.commit(batch);
            return new Done(write, capacity);
        });
        limits.chargeWrite(action, done.capacity(), 1);
        return done;
    }

    /** All of them or none; the reasons if none. {@code more} joins the batch, knowing what reading it all would cost. */
    List<Capacity> transact(List<TransactionReader.Planned> planned, BiConsumer<Batch, Map<String, Integer>> more) {
        return alone(() -> {
            var writes = prepareAll(planned);
            var batch = new Batch();
            var capacities = new ArrayList<Capacity>();
            writes.forEach(write -> capacities.add(write.store(batch)));
            more.accept(batch, readUnits(writes));
            storage.commit(batch);
            for (var i = 0; i < writes.size(); i++) {
                limits.chargeWrite(writes.get(i).action(), capacities.get(i), Transactions.PRICE);
            }
            return capacities;
        });
    }

    private static Map<String, Integer> readUnits(List<Write> writes) {
        var units = new LinkedHashMap<String, Integer>();
        writes.forEach(write -> units.merge(write.action().table().name(), write.readUnits(), Integer::sum));
        return units;
    }

    /** What reads of several items see when nobody writes between them. */
    <T> T alone(Supplier<T> work) {
        storage.writing().lock();
        try {
            return work.get();
        } finally {
            storage.writing().unlock();
        }
    }

    private List<Write> prepareAll(List<TransactionReader.Planned> planned) {
        var writes = new ArrayList<Write>();
        var reasons = new ArrayList<Errors.Reason>();
        for (var each : planned) {
            var action = each.action();
            if (action == null) {
                reasons.add(each.problem() == null ? Errors.Reason.NONE : each.problem());
                continue;
            }
            if (!limits.allowsWrite(action)) {
                reasons.add(new Errors.Reason("ThrottlingError", FaultErrors.THROTTLED, null));
                continue;
            }
            try {
                writes.add(Write.prepare(action));
                reasons.add(Errors.Reason.NONE);
            } catch (DynamoDbException e) {
                if (KeyRules.isPlain(e) || e.type().equals("ResourceNotFoundException")) {
                    throw e;
                }
                reasons.add(reason(action, e));
            }
        }
        if (writes.size() < planned.size()) {
            throw Errors.cancelled(reasons);
        }
        return writes;
    }

    private static Errors.Reason reason(WriteAction action, DynamoDbException e) {
        if (!e.type().equals("ConditionalCheckFailedException")) {
            return new Errors.Reason("ValidationError", e.message(), null);
        }
        var old = action.returnOld() ? action.table().items().get(action.key()) : null;
        return new Errors.Reason("ConditionalCheckFailed", e.message(), old == null ? null : ItemCodec.decode(old));
    }
}
