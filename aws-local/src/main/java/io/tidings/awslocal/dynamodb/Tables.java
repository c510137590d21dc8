package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.store.Batch;
import io.tidings.awslocal.dynamodb.store.Storage;
import io.tidings.awslocal.dynamodb.store.StoreMap;
import io.tidings.awslocal.dynamodb.table.TableDefinition;
import io.tidings.awslocal.dynamodb.table.TableJson;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The tables there are. They come and go at once: none is ever CREATING. */
final class Tables {
    private final Storage storage;
    private final StoreMap definitions;
    private final ConcurrentSkipListMap<String, Table> tables = new ConcurrentSkipListMap<>();

    Tables(Storage storage) {
        this.storage = storage;
        this.definitions = storage.map("tables");
        var entries = definitions.entries(StoreMap.Range.ALL, true);
        while (entries.next() != null) {
            var definition = TableJson.read(entries.value());
            tables.put(definition.name(), new Table(definition, storage));
        }
        storage.dropUnless(name -> name.equals("tables")
                || !name.startsWith("table/")
                || tables.values().stream().anyMatch(table -> name.startsWith(Table.mapPrefix(table.definition()))));
    }

    @Nullable
    Table find(String name) {
        return tables.get(name);
    }

    Table require(String name) {
        var table = tables.get(name);
        if (table == null) {
            throw DynamoDbException.tableNotFound();
        }
        return table;
    }

    /** For operations on tables, which name the missing one. */
    Table requireNamed(String name) {
        var table = tables.get(name);
        if (table == null) {
            throw DynamoDbException.of(
                    "ResourceNotFoundException", "Requested resource not found: Table: " + name + " not found");
        }
        return table;
    }

    Table create(TableDefinition definition) {
        return locked(() -> {
            if (tables.containsKey(definition.name())) {
                throw DynamoDbException.of("ResourceInUseException", "Table already exists: " + definition.name());
            }
            store(definition);
            var table = new Table(definition, storage);
            tables.put(definition.name(), table);
            return table;
        });
    }

    void redefine(Table table, TableDefinition changed) {
        locked(() -> {
            store(changed);
            table.redefine(changed);
            return table;
        });
    }

    void delete(Table table) {
        locked(() -> {
            if (tables.remove(table.name(), table)) {
                var batch = new Batch();
                batch.remove(definitions, key(table.name()));
                storage.commit(batch);
                table.markDeleted();
                storage.drop(table.maps());
            }
            return table;
        });
    }

    /** In the order of their names. */
    List<String> namesAfter(@Nullable String start) {
        var names =
                start == null ? tables.keySet() : tables.tailMap(start, false).keySet();
        return List.copyOf(names);
    }

    Collection<Table> all() {
        return tables.values();
    }

    private void store(TableDefinition definition) {
        var batch = new Batch();
        batch.put(definitions, key(definition.name()), TableJson.stored(definition));
        storage.commit(batch);
    }

    private static byte[] key(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    private Table locked(java.util.function.Supplier<Table> change) {
        storage.writing().lock();
        try {
            return change.get();
        } finally {
            storage.writing().unlock();
        }
    }
}
