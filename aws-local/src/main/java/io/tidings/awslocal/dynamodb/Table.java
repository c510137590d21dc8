package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.store.Storage;
import io.tidings.awslocal.dynamodb.store.StoreMap;
import io.tidings.awslocal.dynamodb.table.IndexDefinition;
import io.tidings.awslocal.dynamodb.table.TableDefinition;
import io.tidings.awslocal.dynamodb.value.ItemCodec;
import io.tidings.awslocal.dynamodb.value.KeyCodec;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table and where its items are. */
final class Table {
    private static final long UNKNOWN = -1;

    private final StoreMap items;
    private final List<Index> indexes;
    private volatile TableDefinition definition;
    private volatile boolean deleted;
    private long bytes = UNKNOWN;

    Table(TableDefinition definition, Storage storage) {
        this.definition = definition;
        var prefix = mapPrefix(definition);
        items = storage.map(prefix + "items");
        indexes = definition.indexes().stream()
                .map(index -> new Index(index, storage.map(prefix + "index/" + index.name())))
                .toList();
    }

    /** An index's entries lead from its key to the item's own; what an index shows is read from the item. */
    record Index(IndexDefinition definition, StoreMap entries) {
        /** Null if the item is not in the index: it lacks one of the index's attributes. */
        byte @Nullable [] keyOf(Value.MapOf item, byte[] tableKey) {
            var partition = item.attributes().get(definition.key().partition().name());
            var sortAttribute = definition.key().sort();
            var sort = sortAttribute == null ? null : item.attributes().get(sortAttribute.name());
            if (partition == null || (sortAttribute != null && sort == null)) {
                return null;
            }
            return KeyCodec.indexKey(partition, sort, tableKey);
        }
    }

    static String mapPrefix(TableDefinition definition) {
        return "table/" + definition.id() + "/";
    }

    TableDefinition definition() {
        return definition;
    }

    void redefine(TableDefinition changed) {
        definition = changed;
    }

    /** A request that found the table before it was deleted must not write to it any more. */
    void refuseIfDeleted() {
        if (deleted) {
            throw DynamoDbException.tableNotFound();
        }
    }

    void markDeleted() {
        deleted = true;
    }

    String name() {
        return definition.name();
    }

    StoreMap items() {
        return items;
    }

    List<Index> indexes() {
        return indexes;
    }

    Index index(String name) {
        return indexes.stream()
                .filter(index -> index.definition().name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> DynamoDbException.validation("The table does not have the specified index: " + name));
    }

    /** The stored key of an item, or of a key. */
    byte[] keyOf(Value.MapOf item) {
        var key = definition.key();
        var sort = key.sort();
        var partition = item.attributes().get(key.partition().name());
        if (partition == null) {
            throw new IllegalStateException("No partition key");
        }
        return KeyCodec.key(partition, sort == null ? null : item.attributes().get(sort.name()));
    }

    List<StoreMap> maps() {
        var all = new ArrayList<StoreMap>();
        all.add(items);
        indexes.forEach(index -> all.add(index.entries()));
        return all;
    }

    /** As DynamoDB counts it. Called by who holds the write lock; only the first time after a restart takes long. */
    long sizeInBytes() {
        if (bytes == UNKNOWN) {
            var total = 0L;
            var entries = items.entries(StoreMap.Range.ALL, true);
            while (entries.next() != null) {
                total += ItemCodec.size(entries.value());
            }
            bytes = total;
        }
        return bytes;
    }

    /** Called by who holds the write lock. */
    void grow(int byBytes) {
        if (bytes != UNKNOWN) {
            bytes += byBytes;
        }
    }
}
