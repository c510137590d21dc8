package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.store.Batch;
import io.tidings.awslocal.dynamodb.table.IndexDefinition;
import io.tidings.awslocal.dynamodb.table.Key;
import io.tidings.awslocal.dynamodb.value.Sizes;
import io.tidings.awslocal.dynamodb.value.Value;
import java.util.Arrays;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** Keeps an index in step with a write, and charges what DynamoDB would: only for a projection that changed. */
final class IndexWrite {
    private IndexWrite() {}

    static void store(
            Table.Index index,
            WriteAction action,
            Value.@Nullable MapOf oldItem,
            Value.@Nullable MapOf newItem,
            Batch batch,
            Capacity capacity) {
        var oldKey = oldItem == null ? null : index.keyOf(oldItem, action.key());
        var newKey = newItem == null ? null : index.keyOf(newItem, action.key());
        var tableKey = action.table().definition().key();
        if (oldItem != null && newItem != null && oldKey != null && Arrays.equals(oldKey, newKey)) {
            var before = projected(index.definition(), tableKey, oldItem);
            var after = projected(index.definition(), tableKey, newItem);
            if (!before.equals(after)) {
                capacity.add(index, Capacity.writeUnits(Math.max(Sizes.item(before), Sizes.item(after))));
            }
            return;
        }
        if (oldItem != null && oldKey != null) {
            batch.remove(index.entries(), oldKey);
            capacity.add(index, units(index, tableKey, oldItem));
        }
        if (newItem != null && newKey != null) {
            batch.put(index.entries(), newKey, action.key());
            capacity.add(index, units(index, tableKey, newItem));
        }
    }

    /** What the index holds of an item. */
    static Value.MapOf projected(IndexDefinition index, Key tableKey, Value.MapOf item) {
        if (index.projected() == IndexDefinition.Projected.ALL) {
            return item;
        }
        var held = new HashMap<String, Value>();
        item.attributes().forEach((name, value) -> {
            if (index.holds(name, tableKey)) {
                held.put(name, value);
            }
        });
        return new Value.MapOf(held);
    }

    private static int units(Table.Index index, Key tableKey, Value.MapOf item) {
        return Capacity.writeUnits(Sizes.item(projected(index.definition(), tableKey, item)));
    }
}
