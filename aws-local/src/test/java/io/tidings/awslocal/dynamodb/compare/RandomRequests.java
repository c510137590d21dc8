package io.tidings.awslocal.dynamodb.compare;

import static io.tidings.awslocal.dynamodb.compare.RandomValues.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Requests of all kinds to the tables of {@link ComparedTables}. */
public final class RandomRequests {
    private static final List<String> CAPACITY = List.of("TOTAL", "INDEXES", "INDEXES", "NONE");

    private final RandomValues values;

    public record Call(String operation, ObjectNode request) {}

    public RandomRequests(RandomGenerator random) {
        this.values = new RandomValues(random);
    }

    public Call next() {
        return switch ((Integer) values.below(100)) {
            case Integer i when i < 18 -> new Call("PutItem", put(true));
            case Integer i when i < 40 -> new Call("UpdateItem", update(true));
            case Integer i when i < 46 -> new Call("DeleteItem", delete(true));
            case Integer i when i < 54 -> new Call("GetItem", capacity(get()));
            case Integer i when i < 66 -> new Call("Query", query());
            case Integer i when i < 72 -> new Call("Scan", scan());
            case Integer i when i < 76 -> new Call("BatchGetItem", batchGet());
            case Integer i when i < 82 -> new Call("BatchWriteItem", batchWrite());
            case Integer i when i < 95 -> new Call("TransactWriteItems", transactWrite());
            default -> new Call("TransactGetItems", transactGet());
        };
    }

    private ObjectNode put(boolean alone) {
        var table = table();
        var request = JSON.objectNode().put("TableName", table);
        request.set("Item", item(table));
        conditioned(request);
        if (alone) {
            returning(request, List.of("ALL_OLD", "NONE", "NONE", "ALL_NEW"));
        }
        return request;
    }

    private ObjectNode update(boolean alone) {
        var table = table();
        var request = JSON.objectNode().put("TableName", table);
        request.set("Key", key(table));
        var expressions = new RandomExpressions(values);
        if (!values.chance(3) || !alone) {
            request.put("UpdateExpression", expressions.update());
        }
        if (values.chance(25)) {
            request.put("ConditionExpression", expressions.condition());
        }
        expressions.finish(request);
        onFailure(request);
        if (alone) {
            returning(request, List.of("ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW", "NONE"));
        }
        return request;
    }

    private ObjectNode delete(boolean alone) {
        var table = table();
        var request = JSON.objectNode().put("TableName", table);
        request.set("Key", key(table));
        conditioned(request);
        if (alone) {
            returning(request, List.of("ALL_OLD", "NONE"));
        }
        return request;
    }

    private ObjectNode check() {
        var table = table();
        var request = JSON.objectNode().put("TableName", table);
        request.set("Key", key(table));
        var expressions = new RandomExpressions(values);
        request.put("ConditionExpression", expressions.condition());
        expressions.finish(request);
        onFailure(request);
        return request;
    }

    private ObjectNode get() {
        var table = table();
        var request = JSON.objectNode().put("TableName", table);
        request.set("Key", key(table));
        projected(request);
        return request;
    }

    private void conditioned(ObjectNode request) {
        if (values.chance(35)) {
            var expressions = new RandomExpressions(values);
            request.put("ConditionExpression", expressions.condition());
            expressions.finish(request);
        }
        onFailure(request);
    }

    private void onFailure(ObjectNode request) {
        if (values.chance(30)) {
            request.put("ReturnValuesOnConditionCheckFailure", "ALL_OLD");
        }
    }

    private void returning(ObjectNode request, List<String> choices) {
        if (values.chance(60)) {
            request.put("ReturnValues", values.pick(choices));
        }
        capacity(request);
    }

    private ObjectNode capacity(ObjectNode request) {
        if (values.chance(90)) {
            request.put("ReturnConsumedCapacity", values.pick(CAPACITY));
        }
        if (request.has("Key") && values.chance(30) && !request.has("ReturnValues")) {
            request.put("ConsistentRead", values.chance(50));
        }
        return request;
    }

    private void projected(ObjectNode request) {
        if (values.chance(30)) {
            var expressions = new RandomExpressions(values);
            request.put("ProjectionExpression", expressions.projection());
            expressions.finish(request);
        }
    }

    private ObjectNode query() {
        var target = values.pick(ComparedTables.QUERIES);
        var request = JSON.objectNode().put("TableName", target.table());
        if (!target.index().isEmpty()) {
            request.put("IndexName", target.index());
        }
        var expressions = new RandomExpressions(values);
        var condition = target.partition() + " = "
                + expressions.constant(ComparedTables.keyValue(values, target.partitionType()));
        if (!target.sort().isEmpty() && values.chance(60)) {
            condition += " AND " + sortCondition(target, expressions);
        }
        request.put("KeyConditionExpression", condition);
        if (values.chance(30)) {
            request.put("FilterExpression", expressions.condition());
        }
        if (values.chance(20)) {
            request.put("ProjectionExpression", expressions.projection());
        } else if (values.chance(10)) {
            request.put(
                    "Select",
                    values.pick(List.of("COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES")));
        }
        expressions.finish(request);
        if (values.chance(30)) {
            request.put("ScanIndexForward", values.chance(50));
        }
        if (values.chance(30)) {
            request.put("Limit", 1 + values.below(4));
        }
        return consistency(request);
    }

    private String sortCondition(ComparedTables.Target target, RandomExpressions expressions) {
        Supplier<String> constant = () -> expressions.constant(ComparedTables.keyValue(values, target.sortType()));
        return switch (values.below(6)) {
            case 0 -> target.sort() + " BETWEEN " + constant.get() + " AND " + constant.get();
            case 1 -> "begins_with(" + target.sort() + ", " + constant.get() + ")";
            default ->
                target.sort() + " " + values.pick(List.of("=", "<", "<=", ">", ">=", "<>")) + " " + constant.get();
        };
    }

    private ObjectNode scan() {
        var target = values.pick(ComparedTables.QUERIES);
        var request = JSON.objectNode().put("TableName", target.table());
        if (!target.index().isEmpty() && values.chance(50)) {
            request.put("IndexName", target.index());
        }
        var expressions = new RandomExpressions(values);
        if (values.chance(50)) {
            request.put("FilterExpression", expressions.condition());
        }
        if (values.chance(20)) {
            request.put("ProjectionExpression", expressions.projection());
        }
        expressions.finish(request);
        return consistency(request);
    }

    private ObjectNode consistency(ObjectNode request) {
        if (values.chance(20)) {
            request.put("ConsistentRead", values.chance(80));
        }
        return capacity(request);
    }

    private ObjectNode batchGet() {
        var items = JSON.objectNode();
        for (var i = 1 + values.below(2); i > 0; i--) {
            var table = table();
            var keys = JSON.arrayNode();
            for (var k = 1 + values.below(5); k > 0; k--) {
                keys.add(key(table));
            }
            var request = JSON.objectNode();
            request.set("Keys", keys);
            projected(request);
            items.set(table, request);
        }
        var request = JSON.objectNode();
        request.set("RequestItems", items);
        return capacity(request);
    }

    private ObjectNode batchWrite() {
        var items = JSON.objectNode();
        for (var i = 1 + values.below(2); i > 0; i--) {
            var table = table();
            var writes = JSON.arrayNode();
            for (var k = 1 + values.below(5); k > 0; k--) {
                writes.add(
                        values.chance(70)
                                ? wrapped("PutRequest", JSON.objectNode().set("Item", item(table)))
                                : wrapped("DeleteRequest", JSON.objectNode().set("Key", key(table))));
            }
            items.set(table, writes);
        }
        var request = JSON.objectNode();
        request.set("RequestItems", items);
        return capacity(request);
    }

    private ObjectNode transactWrite() {
        var actions = JSON.arrayNode();
        for (var i = 1 + values.below(4); i > 0; i--) {
            actions.add(
                    switch (values.below(8)) {
                        case 0, 1 -> wrapped("Put", put(false));
                        case 2, 3, 4, 5 -> wrapped("Update", update(false));
                        case 6 -> wrapped("Delete", delete(false));
                        default -> wrapped("ConditionCheck", check());
                    });
        }
        var request = JSON.objectNode();
        request.set("TransactItems", actions);
        if (values.chance(10)) {
            request.put("ClientRequestToken", "token-" + values.below(10));
        }
        return capacity(request);
    }

    private ObjectNode transactGet() {
        var actions = JSON.arrayNode();
        for (var i = 1 + values.below(4); i > 0; i--) {
            actions.add(wrapped("Get", get()));
        }
        var request = JSON.objectNode();
        request.set("TransactItems", actions);
        return capacity(request);
    }

    private static ObjectNode wrapped(String name, JsonNode inner) {
        return JSON.objectNode().set(name, inner);
    }

    private String table() {
        return values.chance(1) ? "no-such-table" : values.pick(ComparedTables.NAMES);
    }

    private ObjectNode key(String table) {
        var key = JSON.objectNode();
        ComparedTables.keyOf(table).forEach((name, type) -> {
            if (!values.chance(1)) {
                key.set(name, ComparedTables.keyValue(values, values.chance(1) ? "S" : type));
            }
        });
        if (values.chance(1)) {
            key.set("extra", values.any());
        }
        return key;
    }

    private ObjectNode item(String table) {
        var item = key(table);
        item.remove("extra");
        for (var attribute : List.of("a", "b", "c", "d")) {
            if (values.chance(50)) {
                item.set(attribute, values.any());
            }
        }
        if (values.chance(50)) {
            item.set("m", JSON.objectNode().set("M", JSON.objectNode().set("x", values.any())));
        }
        if (values.chance(50)) {
            item.set("l", values.list());
        }
        if (values.chance(40)) {
            item.set("g1", values.chance(97) ? ComparedTables.keyValue(values, "S") : values.any());
        }
        if (values.chance(40)) {
            item.set("g2", values.chance(97) ? ComparedTables.keyValue(values, "N") : values.any());
        }
        if (values.chance(5)) {
            item.set("big", RandomValues.text("x".repeat(values.below(9000))));
        }
        return item;
    }
}
