package io.tidings.awslocal.dynamodb.compare;

import static io.tidings.awslocal.dynamodb.compare.RandomValues.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Tables, keys and items of requests, and what all requests have in common. */
final class RandomItems {
    private static final List<String> CAPACITY = List.of("TOTAL", "INDEXES", "INDEXES", "NONE");

    private final RandomValues values;

    RandomItems(RandomValues values) {
        this.values = values;
    }

    String table() {
        return values.chance(1) ? "no-such-table" : values.pick(ComparedTables.NAMES);
    }

    ObjectNode key(String table) {
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

    ObjectNode item(String table) {
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

    ObjectNode capacity(ObjectNode request) {
        if (values.chance(90)) {
            request.put("ReturnConsumedCapacity", values.pick(CAPACITY));
        }
        if (request.has("Key") && values.chance(30) && !request.has("ReturnValues")) {
            request.put("ConsistentRead", values.chance(50));
        }
        return request;
    }

    static ObjectNode wrapped(String name, JsonNode inner) {
        return JSON.objectNode().set(name, inner);
    }
}
