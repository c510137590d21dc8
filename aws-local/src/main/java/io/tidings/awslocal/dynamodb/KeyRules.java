package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.table.Key;
import io.tidings.awslocal.dynamodb.table.TableDefinition;
import io.tidings.awslocal.dynamodb.value.Sizes;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import org.jspecify.annotations.Nullable;

/** What may be a key, in DynamoDB's words. */
final class KeyRules {
    private static final String INVALID = "One or more parameter values were invalid: ";
    private static final String NOT_VALID = "One or more parameter values are not valid. ";
    private static final String EMPTY = "The AttributeValue for a key attribute cannot contain an empty ";

    /** DynamoDB: bytes of a partition key and of a sort key. */
    private static final int MAX_PARTITION = 2048;

    private static final int MAX_SORT = 1024;

    private KeyRules() {}

    /** A request's Key: exactly the key's attributes. */
    static void checkKey(TableDefinition table, Value.MapOf key) {
        refuseMalformed(key);
        var attributes = table.key().attributes();
        if (key.attributes().size() != attributes.size()) {
            throw mismatch();
        }
        for (var attribute : attributes) {
            var value = key.attributes().get(attribute.name());
            if (value == null || !value.type().equals(attribute.type())) {
                throw mismatch();
            }
        }
        checkSizes(table.key(), key);
    }

    /** A request's Item: the key's attributes among others, and what indexes need of the right type. */
    static void checkItem(TableDefinition table, Value.MapOf item) {
        for (var attribute : table.key().attributes()) {
            var value = item.attributes().get(attribute.name());
            if (value == null) {
                throw DynamoDbException.validation(INVALID + "Missing the key " + attribute.name() + " in the item");
            }
            if (!value.type().equals(attribute.type())) {
                throw DynamoDbException.validation(INVALID + "Type mismatch for key " + attribute.name() + " expected: "
                        + attribute.type() + " actual: " + value.type());
            }
        }
        checkSizes(table.key(), item);
        checkIndexes(table, item, false);
    }

    static void checkIndexes(TableDefinition table, Value.MapOf item, boolean updated) {
        for (var index : table.indexes()) {
            for (var attribute : index.key().attributes()) {
                var value = item.attributes().get(attribute.name());
                if (value != null && !table.key().has(attribute.name())) {
                    checkIndexed(index.name(), attribute, value, updated);
                }
            }
        }
    }

    static void refuseMalformed(Value.MapOf attributes) {
        for (var value : attributes.attributes().values()) {
            refuseMalformed(value);
        }
    }

    private static void refuseMalformed(Value value) {
        switch (value) {
            case Value.Malformed(var problem) -> throw DynamoDbException.validation(problem);
            case Value.ListOf(var items) -> items.forEach(KeyRules::refuseMalformed);
            case Value.MapOf map -> refuseMalformed(map);
            default -> {}
        }
    }

    /** A mistake as plain as a wrong parameter, which refuses a whole transaction and does not cancel it. */
    static boolean isPlain(DynamoDbException e) {
        return e.message().startsWith(NOT_VALID);
    }

    /** A batch's Item, whose complaints are those about a Key. */
    static void checkBatched(TableDefinition table, Value.MapOf item) {
        for (var attribute : table.key().attributes()) {
            var value = item.attributes().get(attribute.name());
            if (value == null || !value.type().equals(attribute.type())) {
                throw mismatch();
            }
        }
    }

    static DynamoDbException mismatch() {
        return DynamoDbException.validation("The provided key element does not match the schema");
    }

    private static void checkIndexed(String index, Key.Attribute attribute, Value value, boolean updated) {
        if (!value.type().equals(attribute.type())) {
            throw DynamoDbException.validation(INVALID + "Type mismatch for Index Key " + attribute.name()
                    + " Expected: " + attribute.type() + " Actual: " + value.type() + " IndexName: " + index);
        }
        var empty = emptyKind(value);
        if (empty != null && updated) {
            throw DynamoDbException.validation(
                    NOT_VALID + "The update expression attempted to update a secondary index "
                            + "key to a value that is not supported. " + EMPTY + empty + " value.");
        }
        if (empty != null) {
            throw DynamoDbException.validation(NOT_VALID
                    + "A value specified for a secondary index key is not supported. " + EMPTY + empty
                    + " value. IndexName: " + index + ", IndexKey: " + attribute.name());
        }
    }

    private static void checkSizes(Key key, Value.MapOf item) {
        for (var attribute : key.attributes()) {
            var value = item.attributes().get(attribute.name());
            var empty = value == null ? null : emptyKind(value);
            if (empty != null) {
                throw DynamoDbException.validation(NOT_VALID + EMPTY + empty + " value. Key: " + attribute.name());
            }
        }
        if (size(key.partition(), item) > MAX_PARTITION) {
            throw DynamoDbException.validation(
                    INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes");
        }
        if (key.sort() != null && size(key.sort(), item) > MAX_SORT) {
            throw DynamoDbException.validation(
                    INVALID + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
        }
    }

    private static int size(Key.Attribute attribute, Value.MapOf item) {
        var value = item.attributes().get(attribute.name());
        return value == null ? 0 : Sizes.value(value);
    }

    private static @Nullable String emptyKind(Value value) {
        return switch (value) {
            case Value.Text(var text) when text.isEmpty() -> "string";
            case Value.Bytes(var bytes) when bytes.length == 0 -> "binary";
            default -> null;
        };
    }
}
