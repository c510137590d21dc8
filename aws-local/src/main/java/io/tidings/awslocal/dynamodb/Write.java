package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.expression.Evaluation;
import io.tidings.awslocal.dynamodb.expression.UpdateRun;
import io.tidings.awslocal.dynamodb.store.Batch;
import io.tidings.awslocal.dynamodb.value.ItemCodec;
import io.tidings.awslocal.dynamodb.value.Sizes;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A write in the middle of being done, while nobody else writes. */
final class Write {
    private final WriteAction action;
    private final byte @Nullable [] oldBytes;
    private Value.@Nullable MapOf oldItem;
    private Value.@Nullable MapOf newItem;
    private byte @Nullable [] newBytes;

    private Write(WriteAction action) {
        this.action = action;
        this.oldBytes = action.table().items().get(action.key());
    }

    /** Reads the item, tests the condition, computes what is to be stored; stores nothing yet. */
    static Write prepare(WriteAction action) {
        action.table().refuseIfDeleted();
        var write = new Write(action);
        write.test();
        write.compute();
        return write;
    }

    Value.@Nullable MapOf oldItem() {
        if (oldItem == null && oldBytes != null) {
            oldItem = ItemCodec.decode(oldBytes);
        }
        return oldItem;
    }

    Value.@Nullable MapOf newItem() {
        return newItem;
    }

    WriteAction action() {
        return action;
    }

    /** Adds what changes to the batch, and tells what it costs. */
    Capacity store(Batch batch) {
        var table = action.table();
        var oldSize = oldBytes == null ? 0 : ItemCodec.size(oldBytes);
        var newSize = newBytes == null ? 0 : ItemCodec.size(newBytes);
        var capacity = new Capacity(table.name()).add(Capacity.writeUnits(Math.max(oldSize, newSize)));
        if (action.kind() instanceof WriteAction.Check) {
            return capacity;
        }
        table.grow(newSize - oldSize);
        if (newBytes != null) {
            batch.put(table.items(), action.key(), newBytes);
        } else if (oldBytes != null) {
            batch.remove(table.items(), action.key());
        }
        for (var index : table.indexes()) {
            IndexWrite.store(index, action, oldItem(), newItem, batch, capacity);
        }
        return capacity;
    }

    /** Units to read the larger of what was there and what is. */
    int readUnits() {
        var oldSize = oldBytes == null ? 0 : ItemCodec.size(oldBytes);
        var newSize = newBytes == null ? 0 : ItemCodec.size(newBytes);
        return (int) Capacity.readUnits(Math.max(oldSize, newSize), true);
    }

    private void test() {
        var condition = action.condition();
        if (condition == null) {
            return;
        }
        var old = oldItem();
        if (!Evaluation.holds(condition, old == null ? new Value.MapOf(Map.of()) : old)) {
            throw action.returnOld() && old != null ? Errors.conditionFailed(old) : DynamoDbException.conditionFailed();
        }
    }

    private void compute() {
        switch (action.kind()) {
            case WriteAction.Put(var item, var encoded) -> {
                newItem = item;
                newBytes = encoded;
            }
            case WriteAction.Change change -> {
                var before = oldItem();
                var start = before == null ? action.keyAttributes() : before;
                var after = change.update() == null ? start : UpdateRun.apply(change.update(), start);
                UpdateRules.checkResult(action.table().definition(), after);
                newItem = after;
                newBytes = ItemCodec.encode(after);
                if (ItemCodec.size(newBytes) > Sizes.MAX_ITEM) {
                    throw DynamoDbException.validation("Item size to update has exceeded the maximum allowed size");
                }
            }
            case WriteAction.Delete ignored -> {}
            case WriteAction.Check ignored -> {}
        }
    }
}
