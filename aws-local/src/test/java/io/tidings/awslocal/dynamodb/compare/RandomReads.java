package io.tidings.awslocal.dynamodb.compare;

import static io.tidings.awslocal.dynamodb.compare.RandomValues.JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/** Requests that change nothing. */
final class RandomReads {
    private final RandomValues values;
    private final RandomItems items;

    RandomReads(RandomValues values, RandomItems items) {
        this.values = values;
        this.items = items;
    }

    ObjectNode get() {
        var table = items.table();
        var request = JSON.objectNode().put("TableName", table);
        request.set("Key", items.key(table));
        projected(request);
        return request;
    }

    ObjectNode query() {
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

    ObjectNode scan() {
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
        return items.capacity(request);
    }

    ObjectNode batchGet() {
        var byTable = JSON.objectNode();
        for (var i = 1 + values.below(2); i > 0; i--) {
            var table = items.table();
            var keys = JSON.arrayNode();
            for (var k = 1 + values.below(5); k > 0; k--) {
                keys.add(items.key(table));
            }
            var request = JSON.objectNode();
            request.set("Keys", keys);
            projected(request);
            byTable.set(table, request);
        }
        var request = JSON.objectNode();
        request.set("RequestItems", byTable);
        return items.capacity(request);
    }

    ObjectNode transactGet() {
        var actions = JSON.arrayNode();
        for (var i = 1 + values.below(4); i > 0; i--) {
            actions.add(RandomItems.wrapped("Get", get()));
        }
        var request = JSON.objectNode();
        request.set("TransactItems", actions);
        return items.capacity(request);
    }

    private void projected(ObjectNode request) {
        if (values.chance(30)) {
            var expressions = new RandomExpressions(values);
            request.put("ProjectionExpression", expressions.projection());
            expressions.finish(request);
        }
    }
}
