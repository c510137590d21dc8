package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.expression.Projection;
import io.tidings.awslocal.dynamodb.request.Constraints;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.request.TableName;
import io.tidings.awslocal.dynamodb.value.ItemCodec;
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
import org.jspecify.annotations.Nullable;

/** BatchGetItem and BatchWriteItem: many items, each by itself. */
final class Batches {
    private static final int MAX_KEYS = 100;
    private static final int MAX_WRITES = 25;

    /** DynamoDB: a BatchGetItem answers with at most 16 MB of items. */
    private static final int MAX_ANSWER = 16 * 1024 * 1024;

    private final Tables tables;
    private final WriteLock writes;

    Batches(Tables tables, WriteLock writes) {
        this.tables = tables;
        this.writes = writes;
    }

    Answer get(Fields request) {
        var items = requestItems(request, "BatchGetItem");
        Parameters.capacity(new Constraints(), request).check();
        var total = 0;
        var lookups = new ArrayList<Lookup>();
        for (var entry : items.entrySet()) {
            var fields = (Fields) entry.getValue();
            List<Value.MapOf> keys = fields.list("Keys");
            if (keys == null || keys.isEmpty()) {
                throw keysProblem(entry.getKey(), keys == null);
            }
            total += keys.size();
            if (keys.size() > MAX_KEYS) {
                throw DynamoDbException.validation(
                        "1 validation error detected: Value at 'RequestItems." + entry.getKey()
                                + ".member.Keys' failed to satisfy constraint: Member must have length less than or equal to 100");
            }
        }
        if (total > MAX_KEYS) {
            throw DynamoDbException.validation("Too many items requested for the BatchGetItem call");
        }
        for (var each : items.values()) {
            List<Value.MapOf> keys = Objects.requireNonNull(((Fields) each).list("Keys"));
            if (new HashSet<>(keys).size() < keys.size()) {
                throw duplicates();
            }
        }
        for (var entry : items.entrySet()) {
            lookups.add(lookup(entry.getKey(), (Fields) entry.getValue()));
        }
        return answer(lookups, request.string("ReturnConsumedCapacity"));
    }

    private record Lookup(
            Table table,
            List<Value.MapOf> keys,
            List<byte[]> stored,
            @Nullable Projection projection,
            boolean consistent,
            Fields fields) {}

    private Lookup lookup(String name, Fields fields) {
        Parameters.refuseLegacy(fields, List.of("AttributesToGet"), List.of("ProjectionExpression"));
        var projection = Reads.projection(fields);
        var table = tables.require(tableName(name));
        List<Value.MapOf> keys = Objects.requireNonNull(fields.list("Keys"));
        var stored = new ArrayList<byte[]>();
        for (var key : keys) {
            KeyRules.checkKey(table.definition(), key);
            stored.add(table.keyOf(key));
        }
        return new Lookup(table, keys, stored, projection, fields.isTrue("ConsistentRead"), fields);
    }

    private static Answer answer(List<Lookup> lookups, @Nullable String capacityWanted) {
        var json = new JsonWriter().beginObject().name("Responses").beginObject();
        var capacities = new ArrayList<Capacity>();
        var unprocessed = new LinkedHashMap<Lookup, List<Value.MapOf>>();
        var size = 0L;
        for (var lookup : lookups) {
            var capacity = new Capacity(lookup.table().name());
            json.name(lookup.table().name()).beginArray();
            for (var i = 0; i < lookup.stored().size(); i++) {
                var item = lookup.table().items().get(lookup.stored().get(i));
                var bytes = item == null ? 0 : ItemCodec.size(item);
                if (size + bytes > MAX_ANSWER) {
                    unprocessed
                            .computeIfAbsent(lookup, ignored -> new ArrayList<>())
                            .add(lookup.keys().get(i));
                    continue;
                }
                size += bytes;
                capacity.add(Capacity.readUnits(bytes, lookup.consistent()));
                if (item != null) {
                    Reads.write(json, item, lookup.projection());
                }
            }
            json.endArray();
            capacities.add(capacity);
        }
        json.endObject();
        unprocessed(json, unprocessed);
        capacities(json, capacities, capacityWanted);
        return new Answer(200, json.endObject().bytes());
    }

    private static void unprocessed(JsonWriter json, Map<Lookup, List<Value.MapOf>> unprocessed) {
        json.name("UnprocessedKeys").beginObject();
        unprocessed.forEach((lookup, keys) -> {
            json.name(lookup.table().name()).beginObject().name("Keys").beginArray();
            keys.forEach(key -> ItemJson.write(key, json));
            json.endArray();
            json.name("ConsistentRead").bool(lookup.consistent());
            var expression = lookup.fields().string("ProjectionExpression");
            if (expression != null) {
                json.name("ProjectionExpression").string(expression);
            }
            Map<String, String> names = lookup.fields().map("ExpressionAttributeNames");
            if (names != null) {
                json.name("ExpressionAttributeNames").beginObject();
                names.forEach((name, value) -> json.name(name).string(value));
                json.endObject();
            }
            json.endObject();
        });
        json.endObject();
    }

    Answer write(Fields request) {
        var items = requestItems(request, "BatchWriteItem");
        Parameters.capacity(new Constraints(), request)
                .oneOf(request.string("ReturnItemCollectionMetrics"), "returnItemCollectionMetrics", Parameters.METRICS)
                .check();
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
        var actions = actions(items);
        var capacities = new LinkedHashMap<String, Capacity>();
        for (var action : actions) {
            capacities
                    .computeIfAbsent(action.table().name(), Capacity::new)
                    .addAll(writes.write(action).capacity(), 1);
        }
        var json = new JsonWriter().beginObject();
        json.name("UnprocessedItems").beginObject().endObject();
        metrics(json, request, actions);
        capacities(json, capacities.values(), request.string("ReturnConsumedCapacity"));
        return new Answer(200, json.endObject().bytes());
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
                    throw duplicates();
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
            var table = tables.require(tableName(tableName));
            KeyRules.checkBatched(table.definition(), item);
            return ActionReader.put(table, item, null, false);
        }
        var key = required(Objects.requireNonNull(delete), "Key");
        var table = tables.require(tableName(tableName));
        KeyRules.checkKey(table.definition(), key);
        return new WriteAction(table, table.keyOf(key), key, new WriteAction.Delete(), null, false);
    }

    private static Value.MapOf required(Fields request, String name) {
        var attributes = request.attributes(name);
        return attributes == null ? new Value.MapOf(Map.of()) : attributes;
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

    static void capacities(JsonWriter json, Iterable<Capacity> capacities, @Nullable String wanted) {
        if (wanted == null || wanted.equals("NONE")) {
            return;
        }
        json.name("ConsumedCapacity").beginArray();
        capacities.forEach(capacity -> capacity.write(json, wanted.equals("INDEXES"), ""));
        json.endArray();
    }

    private static Map<String, Object> requestItems(Fields request, String operation) {
        Map<String, Object> items = request.map("RequestItems");
        if (items == null) {
            throw DynamoDbException.validation("1 validation error detected: "
                    + "Value null at 'requestItems' failed to satisfy constraint: Member must not be null");
        }
        if (items.isEmpty()) {
            throw DynamoDbException.validation("The requestItems parameter is required for " + operation);
        }
        return items;
    }

    private static String tableName(String name) {
        return TableName.of(new Fields(Map.of("TableName", name)));
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

    private static DynamoDbException keysProblem(String table, boolean missing) {
        return DynamoDbException.validation("1 validation error detected: Value "
                + (missing ? "null" : "'[]'") + " at 'requestItems." + table
                + ".member.keys' failed to satisfy constraint: "
                + (missing ? "Member must not be null" : "Member must have length greater than or equal to 1"));
    }

    private static DynamoDbException duplicates() {
        return DynamoDbException.validation("Provided list of item keys contains duplicates");
    }
}
