package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.expression.Condition;
import io.tidings.awslocal.dynamodb.expression.Expressions;
import io.tidings.awslocal.dynamodb.expression.KeyCondition;
import io.tidings.awslocal.dynamodb.expression.Paths;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.request.TableName;
import io.tidings.awslocal.dynamodb.store.StoreMap.Range;
import io.tidings.awslocal.dynamodb.table.Key;
import io.tidings.awslocal.dynamodb.value.KeyCodec;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.Answer;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Query: items of one partition, by sort key. */
final class Query {
    private static final List<String> LEGACY =
            List.of("KeyConditions", "QueryFilter", "AttributesToGet", "ConditionalOperator");
    private static final List<String> EXPRESSIONS =
            List.of("FilterExpression", "ProjectionExpression", "KeyConditionExpression");

    private final Tables tables;
    private final PartitionLimits limits;

    Query(Tables tables, PartitionLimits limits) {
        this.tables = tables;
        this.limits = limits;
    }

    Answer query(Fields request) {
        TableName.of(request);
        var constraints = PageRequest.constraints(request);
        var limit = request.number("Limit");
        if (limit != null && limit < 1) {
            constraints.add("Value at 'Limit' failed to satisfy constraint: "
                    + "Member must have value greater than or equal to 1");
        }
        constraints.check();
        Parameters.refuseLegacy(request, LEGACY, EXPRESSIONS);
        var placeholders = Parameters.placeholders(request, EXPRESSIONS);
        if (!request.has("KeyConditionExpression")) {
            throw DynamoDbException.validation(
                    "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        }
        var filter = Expressions.condition("FilterExpression", request.string("FilterExpression"), placeholders);
        var projection = Expressions.projection(request.string("ProjectionExpression"), placeholders);
        var condition = Expressions.keyCondition(request.string("KeyConditionExpression"), placeholders);
        placeholders.refuseUnused();
        var table = tables.require(TableName.of(request));
        var page = PageRequest.of(request, table, filter, projection);
        var key = page.index() == null
                ? table.definition().key()
                : page.index().definition().key();
        if (condition == null) {
            throw new IllegalStateException("No key condition");
        }
        refuseFilterOnKeys(filter, key);
        var partition = partition(condition, key);
        var range = range(partition, sort(condition, key));
        var forward = !Boolean.FALSE.equals(request.values().get("ScanIndexForward"));
        var start = request.attributes("ExclusiveStartKey");
        if (start != null) {
            range = behind(StartKey.of(table, page.index(), start), partition, range, forward);
        }
        return answer(new Page(page, request.string("Select")), page, partition, range, forward);
    }

    private Answer answer(Page filled, PageRequest page, Value partition, Range range, boolean forward) {
        if (page.index() != null) {
            return filled.answer(range, forward);
        }
        var key = KeyCodec.partitionPrefix(partition).bytes();
        limits.requireRead(page.table(), key);
        var answer = filled.answer(range, forward);
        limits.chargeRead(page.table(), key, filled.units());
        return answer;
    }

    private static void refuseFilterOnKeys(@Nullable Condition filter, Key key) {
        if (filter == null) {
            return;
        }
        for (var path : Paths.of(filter)) {
            if (key.has(path.attribute())) {
                throw DynamoDbException.validation("Filter Expression can only contain non-primary key attributes: "
                        + "Primary key attribute: " + path.attribute());
            }
        }
    }

    private static Value partition(KeyCondition condition, Key key) {
        var test = condition.tests().get(key.partition().name());
        if (test == null) {
            throw DynamoDbException.validation("Query condition missed key schema element: "
                    + key.partition().name());
        }
        if (!(test instanceof KeyCondition.Compared(var operator, var value)) || !operator.equals("=")) {
            throw DynamoDbException.validation("Query key condition not supported");
        }
        requireType(key.partition(), test);
        return value;
    }

    private static KeyCondition.@Nullable Test sort(KeyCondition condition, Key key) {
        if (condition.tests().size() == 1) {
            return null;
        }
        var test = key.sort() == null ? null : condition.tests().get(key.sort().name());
        if (test == null || key.sort() == null) {
            if (key.sort() == null) {
                throw DynamoDbException.validation("Query key condition not supported");
            }
            throw DynamoDbException.validation(
                    "Query condition missed key schema element: " + key.sort().name());
        }
        if (condition.tests().size() > 2) {
            throw DynamoDbException.validation("Conditions can be of length 1 or 2 only");
        }
        requireType(key.sort(), test);
        return test;
    }

    private static void requireType(Key.Attribute attribute, KeyCondition.Test test) {
        for (var value : test.constants()) {
            if (!value.type().equals(attribute.type())) {
                throw DynamoDbException.validation(
                        "One or more parameter values were invalid: Condition parameter type does not match schema type");
            }
            var empty = value instanceof Value.Text(var text) && text.isEmpty()
                    ? "string"
                    : value instanceof Value.Bytes(var bytes) && bytes.length == 0 ? "binary" : null;
            if (empty != null) {
                throw DynamoDbException.validation("One or more parameter values are not valid. "
                        + "The AttributeValue for a key attribute cannot contain an empty " + empty + " value. Key: "
                        + attribute.name());
            }
        }
    }

    private static Range range(Value partition, KeyCondition.@Nullable Test sort) {
        var all = Range.prefix(KeyCodec.partitionPrefix(partition).bytes());
        return switch (sort) {
            case null -> all;
            case KeyCondition.Compared(var operator, var value) -> {
                var exactly = Range.prefix(sorted(partition, value));
                yield switch (operator) {
                    case "=" -> exactly;
                    case "<" -> new Range(all.low(), exactly.low());
                    case "<=" -> new Range(all.low(), exactly.high());
                    case ">" -> new Range(exactly.high(), all.high());
                    default -> new Range(exactly.low(), all.high());
                };
            }
            case KeyCondition.Range(var low, var high) ->
                new Range(sorted(partition, low), Range.after(sorted(partition, high)));
            case KeyCondition.Prefix(var prefix) -> {
                var key = KeyCodec.partitionPrefix(partition);
                KeyCodec.sortPrefix(key, prefix);
                yield Range.prefix(key.bytes());
            }
        };
    }

    private static byte[] sorted(Value partition, Value sort) {
        var key = KeyCodec.partitionPrefix(partition);
        KeyCodec.sort(key, sort);
        return key.bytes();
    }

    private static Range behind(byte[] start, Value partition, Range range, boolean forward) {
        if (!StartKey.isIn(start, partition)) {
            throw StartKey.outside();
        }
        if (!range.has(start)) {
            throw DynamoDbException.validation("The provided starting key does not match the range key predicate");
        }
        return forward ? range.from(next(start)) : range.until(start);
    }

    /** The least key behind this one. */
    static byte[] next(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }
}
