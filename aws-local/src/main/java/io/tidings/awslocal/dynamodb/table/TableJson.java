package io.tidings.awslocal.dynamodb.table;

import io.tidings.awslocal.dynamodb.request.RequestReader;
import io.tidings.awslocal.dynamodb.wire.JsonWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** Writes definitions: for clients, and for the store. */
public final class TableJson {
    private TableJson() {}

    public static byte[] stored(TableDefinition table) {
        var json = new JsonWriter().beginObject();
        shared(json, table);
        json.name("BillingMode").string(table.onDemand() ? "PAY_PER_REQUEST" : "PROVISIONED");
        json.name("TableId").string(table.id());
        json.name("CreatedMillis").number(table.created().toEpochMilli());
        json.name("DeletionProtectionEnabled").bool(table.deletionProtected());
        if (table.ttlAttribute() != null) {
            json.name("TtlAttribute").string(table.ttlAttribute());
        }
        indexes(json, table, (index) -> {});
        return json.endObject().bytes();
    }

    public static TableDefinition read(byte[] stored) {
        return TableRequest.stored(RequestReader.read(stored, TableRequest.SHAPE));
    }

    /** How much is in a table. */
    public record Extent(long items, long bytes) {}

    /** A client's TableDescription. */
    public static void describe(
            JsonWriter json,
            TableDefinition table,
            String status,
            Extent extent,
            ToLongFunction<IndexDefinition> itemsInIndex) {
        json.beginObject();
        shared(json, table);
        json.name("TableStatus").string(status);
        json.name("TableArn").string(table.arn());
        json.name("TableId").string(table.id());
        json.name("CreationDateTime").number(table.created().toEpochMilli() / 1000.0);
        json.name("ItemCount").number(extent.items());
        json.name("TableSizeBytes").number(extent.bytes());
        json.name("DeletionProtectionEnabled").bool(table.deletionProtected());
        if (table.onDemand()) {
            json.name("BillingModeSummary")
                    .beginObject()
                    .name("BillingMode")
                    .string("PAY_PER_REQUEST")
                    .name("LastUpdateToPayPerRequestDateTime")
                    .number(table.created().toEpochMilli() / 1000.0)
                    .endObject();
        }
        indexes(json, table, index -> {
            if (!index.local()) {
                json.name("IndexStatus").string(status.equals("DELETING") ? "DELETING" : "ACTIVE");
            }
            json.name("IndexArn").string(table.arn() + "/index/" + index.name());
            json.name("ItemCount").number(itemsInIndex.applyAsLong(index));
            json.name("IndexSizeBytes").number(0);
        });
        json.endObject();
    }

    private static void shared(JsonWriter json, TableDefinition table) {
        json.name("TableName").string(table.name());
        json.name("AttributeDefinitions").beginArray();
        for (var attribute : table.attributes()) {
            json.beginObject().name("AttributeName").string(attribute.name());
            json.name("AttributeType").string(attribute.type()).endObject();
        }
        json.endArray();
        key(json, table.key());
        throughput(json, table.throughput());
    }

    private static void indexes(JsonWriter json, TableDefinition table, Consumer<IndexDefinition> more) {
        for (var local : List.of(false, true)) {
            var indexes = table.indexes().stream()
                    .filter(index -> index.local() == local)
                    .toList();
            if (indexes.isEmpty()) {
                continue;
            }
            json.name(local ? "LocalSecondaryIndexes" : "GlobalSecondaryIndexes")
                    .beginArray();
            for (var index : indexes) {
                json.beginObject().name("IndexName").string(index.name());
                key(json, index.key());
                projection(json, index);
                if (!local) {
                    throughput(json, index.throughput());
                }
                more.accept(index);
                json.endObject();
            }
            json.endArray();
        }
    }

    private static void projection(JsonWriter json, IndexDefinition index) {
        json.name("Projection").beginObject();
        json.name("ProjectionType").string(index.projected().name());
        if (!index.nonKeyAttributes().isEmpty()) {
            json.name("NonKeyAttributes").beginArray();
            index.nonKeyAttributes().forEach(json::string);
            json.endArray();
        }
        json.endObject();
    }

    private static void key(JsonWriter json, Key key) {
        json.name("KeySchema").beginArray();
        for (var attribute : key.attributes()) {
            json.beginObject().name("AttributeName").string(attribute.name());
            json.name("KeyType").string(attribute.equals(key.partition()) ? "HASH" : "RANGE");
            json.endObject();
        }
        json.endArray();
    }

    private static void throughput(JsonWriter json, Throughput throughput) {
        json.name("ProvisionedThroughput").beginObject();
        json.name("NumberOfDecreasesToday").number(0);
        json.name("ReadCapacityUnits").number(throughput.read());
        json.name("WriteCapacityUnits").number(throughput.write());
        json.endObject();
    }
}
