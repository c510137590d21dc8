package io.tidings.awslocal.dynamodb.compare;

import static io.tidings.awslocal.dynamodb.compare.RandomValues.JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;

/** Requests of all kinds to the tables of {@link ComparedTables}. */
public final class RandomRequests {
    private final RandomValues values;
    private final RandomItems items;
    private final RandomReads reads;

    public record Call(String operation, ObjectNode request) {}

    public RandomRequests(RandomGenerator random) {
        this.values = new RandomValues(random);
        this.items = new RandomItems(values);
        this.reads = new RandomReads(values, items);
    }

    public Call next() {
        return switch ((Integer) values.below(100)) {
            case Integer i when i < 18 -> new Call("PutItem", put(true));
            case Integer i when i < 40 -> new Call("UpdateItem", update(true));
            case Integer i when i < 46 -> new Call("DeleteItem", delete(true));
            case Integer i when i < 54 -> new Call("GetItem", items.capacity(reads.get()));
            case Integer i when i < 66 -> new Call("Query", reads.query());
            case Integer i when i < 72 -> new Call("Scan", reads.scan());
            case Integer i when i < 76 -> new Call("BatchGetItem", reads.batchGet());
            case Integer i when i < 82 -> new Call("BatchWriteItem", batchWrite());
            case Integer i when i < 95 -> new Call("TransactWriteItems", transactWrite());
            default -> new Call("TransactGetItems", reads.transactGet());
        };
    }

    private ObjectNode put(boolean alone) {
        var table = items.table();
        var request = JSON.objectNode().put("TableName", table);
        request.set("Item", items.item(table));
        conditioned(request);
        if (alone) {
            returning(request, List.of("ALL_OLD", "NONE", "NONE", "ALL_NEW"));
        }
        return request;
    }

    private ObjectNode update(boolean alone) {
        var table = items.table();
        var request = JSON.objectNode().put("TableName", table);
        request.set("Key", items.key(table));
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
        var table = items.table();
        var request = JSON.objectNode().put("TableName", table);
        request.set("Key", items.key(table));
        conditioned(request);
        if (alone) {
            returning(request, List.of("ALL_OLD", "NONE"));
        }
        return request;
    }

    private ObjectNode check() {
        var table = items.table();
        var request = JSON.objectNode().put("TableName", table);
        request.set("Key", items.key(table));
        var expressions = new RandomExpressions(values);
        request.put("ConditionExpression", expressions.condition());
        expressions.finish(request);
        onFailure(request);
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
        items.capacity(request);
    }

    private ObjectNode batchWrite() {
        var byTable = JSON.objectNode();
        for (var i = 1 + values.below(2); i > 0; i--) {
            var table = items.table();
            var writes = JSON.arrayNode();
            for (var k = 1 + values.below(5); k > 0; k--) {
                writes.add(
                        values.chance(70)
                                ? RandomItems.wrapped(
                                        "PutRequest", JSON.objectNode().set("Item", items.item(table)))
                                : RandomItems.wrapped(
                                        "DeleteRequest", JSON.objectNode().set("Key", items.key(table))));
            }
            byTable.set(table, writes);
        }
        var request = JSON.objectNode();
        request.set("RequestItems", byTable);
        return items.capacity(request);
    }

    private ObjectNode transactWrite() {
        var actions = JSON.arrayNode();
        for (var i = 1 + values.below(4); i > 0; i--) {
            actions.add(
                    switch (values.below(8)) {
                        case 0, 1 -> RandomItems.wrapped("Put", put(false));
                        case 2, 3, 4, 5 -> RandomItems.wrapped("Update", update(false));
                        case 6 -> RandomItems.wrapped("Delete", delete(false));
                        default -> RandomItems.wrapped("ConditionCheck", check());
                    });
        }
        var request = JSON.objectNode();
        request.set("TransactItems", actions);
        if (values.chance(10)) {
            request.put("ClientRequestToken", "token-" + values.below(10));
        }
        return items.capacity(request);
    }
}
