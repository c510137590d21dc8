package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.request.TableName;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import io.tidings.awslocal.dynamodb.wire.JsonWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What both batch operations have in common. */
final class Batches {
    private Batches() {}

    static Map<String, Object> requestItems(Fields request, String operation) {
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

    static String tableName(String name) {
        return TableName.of(new Fields(Map.of("TableName", name)));
    }

    static void capacities(JsonWriter json, Iterable<Capacity> capacities, @Nullable String wanted) {
        if (wanted == null || wanted.equals("NONE")) {
            return;
        }
        json.name("ConsumedCapacity").beginArray();
        capacities.forEach(capacity -> capacity.write(json, wanted.equals("INDEXES"), ""));
        json.endArray();
    }

    static DynamoDbException duplicates() {
        return DynamoDbException.validation("Provided list of item keys contains duplicates");
    }
}
