package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.expression.Projection;
import io.tidings.awslocal.dynamodb.request.Constraints;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.value.ItemCodec;
import io.tidings.awslocal.dynamodb.value.ItemJson;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.Answer;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import io.tidings.awslocal.dynamodb.wire.JsonWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** BatchGetItem: many items, each by itself. */
final class BatchGet {
    private static final int MAX_KEYS = 100;

    /** DynamoDB: the answer has at most 16 MB of items. */
    private static final int MAX_ANSWER = 16 * 1024 * 1024;

    private final Tables tables;
    private final PartitionLimits limits;

    BatchGet(Tables tables, PartitionLimits limits) {
        this.tables = tables;
        this.limits = limits;
    }

    Answer get(Fields request) {
        var items = Batches.requestItems(request, "BatchGetItem");
        Parameters.capacity(new Constraints(), request).check();
        checkKeys(items);
        var lookups = new ArrayList<Lookup>();
        for (var entry : items.entrySet()) {
            lookups.add(lookup(entry.getKey(), (Fields) entry.getValue()));
        }
        return answer(lookups, request.string("ReturnConsumedCapacity"));
    }

    private static void checkKeys(Map<String, Object> items) {
        var total = 0;
        for (var entry : items.entrySet()) {
            List<Value.MapOf> keys = ((Fields) entry.getValue()).list("Keys");
            if (keys == null || keys.isEmpty()) {
                throw keysProblem(entry.getKey(), keys == null);
            }
            if (keys.size() > MAX_KEYS) {
                throw DynamoDbException.validation(
                        "1 validation error detected: Value at 'RequestItems." + entry.getKey()
                                + ".member.Keys' failed to satisfy constraint: Member must have length less than or equal to 100");
            }
            total += keys.size();
            if (new HashSet<>(keys).size() < keys.size()) {
                throw Batches.duplicates();
            }
        }
        if (total > MAX_KEYS) {
            throw DynamoDbException.validation("Too many items requested for the BatchGetItem call");
        }
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
        var table = tables.require(Batches.tableName(name));
        List<Value.MapOf> keys = Objects.requireNonNull(fields.list("Keys"));
        var stored = new ArrayList<byte[]>();
        for (var key : keys) {
            KeyRules.checkKey(table.definition(), key);
            stored.add(table.keyOf(key));
        }
        return new Lookup(table, keys, stored, projection, fields.isTrue("ConsistentRead"), fields);
    }

    private Answer answer(List<Lookup> lookups, @Nullable String capacityWanted) {
        var json = new JsonWriter().beginObject().name("Responses").beginObject();
        var capacities = new ArrayList<Capacity>();
        var unprocessed = new LinkedHashMap<Lookup, List<Value.MapOf>>();
        var size = 0L;
        for (var lookup : lookups) {
            var capacity = new Capacity(lookup.table().name());
            json.name(lookup.table().name()).beginArray();
            for (var i = 0; i < lookup.stored().size(); i++) {
                var key = lookup.stored().get(i);
                var item = lookup.table().items().get(key);
                var bytes = item == null ? 0 : ItemCodec.size(item);
                if (size + bytes > MAX_ANSWER || !limits.allowsRead(lookup.table(), key)) {
                    unprocessed
                            .computeIfAbsent(lookup, _ -> new ArrayList<>())
                            .add(lookup.keys().get(i));
                    continue;
                }
                size += bytes;
                var units = Capacity.readUnits(bytes, lookup.consistent());
                limits.chargeRead(lookup.table(), key, units);
                capacity.add(units);
                if (item != null) {
                    Reads.write(json, item, lookup.projection());
                }
            }
            json.endArray();
            capacities.add(capacity);
        }
        json.endObject();
        limits.refuseIfNothingDone(size == 0 && !unprocessed.isEmpty());
        unprocessed(json, unprocessed);
        Batches.capacities(json, capacities, capacityWanted);
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

    private static DynamoDbException keysProblem(String table, boolean missing) {
        return DynamoDbException.validation("1 validation error detected: Value "
                + (missing ? "null" : "'[]'") + " at 'requestItems." + table
                + ".member.keys' failed to satisfy constraint: "
                + (missing ? "Member must not be null" : "Member must have length greater than or equal to 1"));
    }
}
