package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.expression.Projection;
import io.tidings.awslocal.dynamodb.request.Constraints;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.request.TableName;
import io.tidings.awslocal.dynamodb.value.ItemJson;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.Answer;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import io.tidings.awslocal.dynamodb.wire.JsonWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PutItem, UpdateItem and DeleteItem. */
final class SingleWrites {
    private final Tables tables;
    private final WriteLock writes;

    SingleWrites(Tables tables, WriteLock writes) {
        this.tables = tables;
        this.writes = writes;
    }

    Answer put(Fields request) {
        check(request, "Item", "item");
        Parameters.refuseLegacy(request, List.of("Expected", "ConditionalOperator"), List.of("ConditionExpression"));
        requireOldOrNone(request);
        return answer(request, ActionReader.put(request, this::table));
    }

    Answer update(Fields request) {
        check(request, "Key", "key");
        Parameters.refuseLegacy(
                request,
                List.of("AttributeUpdates", "Expected", "ConditionalOperator"),
                List.of("UpdateExpression", "ConditionExpression"));
        return answer(request, ActionReader.update(request, this::table));
    }

    Answer delete(Fields request) {
        check(request, "Key", "key");
        Parameters.refuseLegacy(request, List.of("Expected", "ConditionalOperator"), List.of("ConditionExpression"));
        requireOldOrNone(request);
        return answer(request, ActionReader.delete(request, this::table));
    }

    private static void check(Fields request, String required, String path) {
        TableName.of(request);
        var constraints = new Constraints();
        Parameters.capacity(constraints, request)
                .oneOf(request.string("ReturnItemCollectionMetrics"), "returnItemCollectionMetrics", Parameters.METRICS)
                .oneOf(request.string("ReturnValues"), "returnValues", Parameters.RETURN_VALUES)
                .oneOf(
                        request.string("ReturnValuesOnConditionCheckFailure"),
                        "returnValuesOnConditionCheckFailure",
                        Parameters.ON_FAILURE)
                .notNull(request.attributes(required), path)
                .check();
    }

    private static void requireOldOrNone(Fields request) {
        var values = request.string("ReturnValues");
        if (values != null && !values.equals("ALL_OLD") && !values.equals("NONE")) {
            throw DynamoDbException.validation("Return values set to invalid value");
        }
    }

    private Table table(Fields request) {
        return tables.require(TableName.of(request));
    }

    private Answer answer(Fields request, WriteAction action) {
        var done = writes.write(action);
        var json = new JsonWriter().beginObject();
        var attributes = returned(request.string("ReturnValues"), done.write());
        if (attributes != null && !attributes.attributes().isEmpty()) {
            ItemJson.write(attributes, json.name("Attributes"));
        }
        var capacity = request.string("ReturnConsumedCapacity");
        if (capacity != null && !capacity.equals("NONE")) {
            done.capacity().write(json.name("ConsumedCapacity"), capacity.equals("INDEXES"), "");
        }
        ItemCollections.write(json, request, action);
        return new Answer(200, json.endObject().bytes());
    }

    private static Value.@Nullable MapOf returned(@Nullable String values, Write write) {
        return switch (values) {
            case "ALL_OLD" -> write.oldItem();
            case "ALL_NEW" -> write.newItem();
            case "UPDATED_OLD" -> touched(write, write.oldItem());
            case "UPDATED_NEW" -> touched(write, write.newItem());
            case null, default -> null;
        };
    }

    private static Value.@Nullable MapOf touched(Write write, Value.@Nullable MapOf item) {
        if (item == null || !(write.action().kind() instanceof WriteAction.Change(var update)) || update == null) {
            return new Value.MapOf(Map.of());
        }
        var before = write.oldItem();
        return new Projection(before == null ? update.targets() : update.updatedIn(before)).of(item);
    }
}
