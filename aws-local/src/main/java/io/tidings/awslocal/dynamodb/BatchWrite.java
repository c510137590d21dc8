package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.request.Constraints;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.value.ItemJson;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.Answer;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import io.tidings.awslocal.dynamodb.wire.JsonWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** BatchWriteItem: many puts and deletes, each by itself. */
final class BatchWrite {
    private static final int MAX_WRITES = 25;

    private final Tables tables;
    private final WriteLock writes;
    private final PartitionLimits limits;

    BatchWrite(Tables tables, WriteLock writes, PartitionLimits limits) {
        this.tables = tables;
        this.writes = writes;
        this.limits = limits;
    }

    Answer write(Fields request) {
        var items = Batches.requestItems(request, "BatchWriteItem");
        Parameters.capacity(new Constraints(), request)
                .oneOf(request.string("ReturnItemCollectionMetrics"), "returnItemCollectionMetrics", Parameters.METRICS)
                .check();
        checkCounts(items);
        var actions = actions(items);
        var capacities = new LinkedHashMap<String, Capacity>();
        var unprocessed = new LinkedHashMap<String, List<WriteAction>>();
        for (var action : actions) {
            var table = action.table().name();
            if (limits.allowsWrite(action)) {
                capacities
                        .computeIfAbsent(table, Capacity::new)
                        .addAll(writes.write(action).capacity(), 1);
            } else {
                unprocessed.computeIfAbsent(table, _ -> new ArrayList<>()).add(action);
            }
        }
        limits.refuseIfNothingDone(capacities.isEmpty());
        var json = new JsonWriter().beginObject();
        unprocessed(json, unprocessed);
        metrics(json, request, actions);
        Batches.capacities(json, capacities.values(), request.string("ReturnConsumedCapacity"));
        return new Answer(200, json.endObject().bytes());
    }

    private static void checkCounts(Map<String, Object> items) {
        var total = 0;
        for (var each : items.values()) {
            var count = ((List<?>) each).size();
            total += count;
            if (count == 0 || count > MAX_WRITES) {
                throw DynamoDbException.validation(
                        "1 validation error detected: Value '{" + shown(items)
                                + "}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: "
                                + "[Member must have length less than or equal to 25, Member must have length greater than or equal to 1]");
            }
        }
        if (total > MAX_WRITES) {
            throw DynamoDbException.validation("Too many items requested for the BatchWriteItem call");
        }
    }

    @SuppressWarnings("unchecked")
    private List<WriteAction> actions(Map<String, Object> items) {
        var actions = new ArrayList<WriteAction>();
        for (var entry : items.entrySet()) {
            var seen = new HashSet<ByteBuffer>();
            for (var each : (List<Fields>) entry.getValue()) {
                var action = action(each, entry.getKey());
                actions.add(action);
                if (!seen.add(ByteBuffer.wrap(action.key()))) {
                    throw Batches.duplicates();
                }
            }
        }
        return actions;
    }

    private WriteAction action(Fields request, String tableName) {
        var put = request.struct("PutRequest");
        var delete = request.struct("DeleteRequest");
        if ((put == null) == (delete == null)) {
            throw DynamoDbException.validation(
                    "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
        }
        if (put != null) {
            var item = required(put, "Item");
            KeyRules.refuseMalformed(item);
            var table = tables.require(Batches.tableName(tableName));
            KeyRules.checkBatched(table.definition(), item);
            return ActionReader.put(table, item, null, false);
        }
        var key = required(Objects.requireNonNull(delete), "Key");
        var table = tables.require(Batches.tableName(tableName));
        KeyRules.checkKey(table.definition(), key);
        return new WriteAction(table, table.keyOf(key), key, new WriteAction.Delete(), null, false);
    }

    private static Value.MapOf required(Fields request, String name) {
        var attributes = request.attributes(name);
        return attributes == null ? new Value.MapOf(Map.of()) : attributes;
    }

    private static void unprocessed(JsonWriter json, Map<String, List<WriteAction>> unprocessed) {
        json.name("UnprocessedItems").beginObject();
        unprocessed.forEach((table, actions) -> {
            json.name(table).beginArray();
            for (var action : actions) {
                var put = action.kind() instanceof WriteAction.Put;
                json.beginObject().name(put ? "PutRequest" : "DeleteRequest").beginObject();
                ItemJson.write(action.keyAttributes(), json.name(put ? "Item" : "Key"));
                json.endObject().endObject();
            }
            json.endArray();
        });
        json.endObject();
    }

    private static void metrics(JsonWriter json, Fields request, List<WriteAction> actions) {
        var withMetrics = new LinkedHashMap<String, List<WriteAction>>();
        for (var action : actions) {
            if (ItemCollections.wanted(request, action)) {
                withMetrics
                        .computeIfAbsent(action.table().name(), ignored -> new ArrayList<>())
                        .add(action);
            }
        }
        if (!withMetrics.isEmpty()) {
            ItemCollections.byTable(json, withMetrics);
        }
    }

    private static String shown(Map<String, Object> items) {
        var text = new StringBuilder();
        items.forEach((table, writes) -> text.append(text.isEmpty() ? "" : ", ")
                .append(table)
                .append("=[")
                .append(((List<?>) writes).size())
                .append(" WriteRequests]"));
        return text.toString();
    }
}
