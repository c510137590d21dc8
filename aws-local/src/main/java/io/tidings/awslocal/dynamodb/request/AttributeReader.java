package io.tidings.awslocal.dynamodb.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tidings.awslocal.dynamodb.value.Decimal;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads attribute values: one type name, one value. What is wrong with a value becomes {@link Value.Malformed}. */
final class AttributeReader {
    static final String TOO_DEEP =
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";

    /** DynamoDB: 32 levels, the item itself not counted. */
    private static final int MAX_DEPTH = 32;

    private static final String EMPTY =
            "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
    private static final String SEVERAL =
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes";
    private static final Value.Null NULL = new Value.Null();

    private final JsonParser parser;

    AttributeReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The parser stands on the opening brace. */
    Value.MapOf attributes(int depth) throws IOException {
        var attributes = new HashMap<String, Value>();
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            attributes.put(name, value(depth));
        }
        return new Value.MapOf(attributes);
    }

    private Value value(int depth) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return new Value.Malformed(EMPTY);
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw DynamoDbException.serialization(
                    parser.currentToken() == JsonToken.START_ARRAY
                            ? "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue"
                            : "Unexpected value type in payload");
        }
        Value value = null;
        var several = false;
        for (var type = parser.nextFieldName(); type != null; type = parser.nextFieldName()) {
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                var one = typed(type, depth);
                several |= value != null && one != null;
                value = one == null ? value : one;
            }
        }
        if (several) {
            return new Value.Malformed(SEVERAL);
        }
        return value == null ? new Value.Malformed(EMPTY) : value;
    }

    private @Nullable Value typed(String type, int depth) throws IOException {
        return switch (type) {
            case "S" -> new Value.Text(text());
            case "N" -> Decimal.parse(text());
            case "B" -> new Value.Bytes(binary());
            case "BOOL" -> new Value.Bool(bool());
            case "NULL" ->
                bool()
                        ? NULL
                        : new Value.Malformed("One or more parameter values were invalid: "
                                + "Null attribute value types must have the value of true");
            case "SS", "NS", "BS" -> set(type);
            case "L" -> list(depth + 1);
            case "M" -> map(depth + 1);
            default -> {
                parser.skipChildren();
                yield null;
            }
        };
    }

    private String text() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> throw cannotConvert("NUMBER_VALUE", "String");
            case VALUE_NUMBER_FLOAT -> throw cannotConvert("DECIMAL_VALUE", "String");
            case VALUE_TRUE -> throw cannotConvert("TRUE_VALUE", "String");
            case VALUE_FALSE -> throw cannotConvert("FALSE_VALUE", "String");
            case START_ARRAY ->
                throw DynamoDbException.serialization("Unrecognized collection type class java.lang.String");
            default -> throw DynamoDbException.serialization("Start of structure or map found where not expected");
        };
    }

    private boolean bool() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> throw cannotConvert("NUMBER_VALUE", "Boolean");
            case VALUE_NUMBER_FLOAT -> throw cannotConvert("DECIMAL_VALUE", "Boolean");
            default -> throw DynamoDbException.serialization("Unexpected token received from parser");
        };
    }

    private byte[] binary() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw DynamoDbException.serialization("Only a Base64 encoded string can be converted to Blob");
        }
        try {
            return Base64.getDecoder().decode(parser.getText());
        } catch (IllegalArgumentException e) {
            throw DynamoDbException.serialization("Base64 encoded length is expected a multiple of 4 bytes");
        }
    }

    private Value set(String type) throws IOException {
        expectArray();
        var all = new ArrayList<Value>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var element = switch (type) {
                case "SS" -> new Value.Text(text());
                case "NS" -> Decimal.parse(text());
                default -> new Value.Bytes(binary());
            };
            all.add(element);
        }
        return asSet(type, all);
    }

    private static Value asSet(String type, List<Value> all) {
        if (all.isEmpty()) {
            return new Value.Malformed("One or more parameter values were invalid: " + emptySet(type));
        }
        for (var element : all) {
            if (element instanceof Value.Malformed) {
                return element;
            }
        }
        var distinct = new LinkedHashSet<>(all);
        if (distinct.size() < all.size()) {
            return new Value.Malformed("One or more parameter values were invalid: Input collection " + shown(type, all)
                    + (type.equals("BS") ? "of type BS contains duplicates." : " contains duplicates."));
        }
        return new Value.SetOf(type, distinct);
    }

    private static String emptySet(String type) {
        return switch (type) {
            case "SS" -> "An string set  may not be empty";
            case "NS" -> "An number set  may not be empty";
            default -> "Binary sets should not be empty";
        };
    }

    private static String shown(String type, List<Value> all) {
        var texts = all.stream()
                .map(element -> switch (element) {
                    case Value.Text text -> text.text();
                    case Value.Num number -> number.text();
                    case Value.Bytes bytes -> Base64.getEncoder().encodeToString(bytes.bytes());
                    default -> type;
                })
                .toList();
        return "[" + String.join(", ", texts) + "]";
    }

    private Value list(int depth) throws IOException {
        expectArray();
        var items = new ArrayList<Value>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(depth));
        }
        return depth > MAX_DEPTH ? new Value.Malformed(TOO_DEEP) : new Value.ListOf(items);
    }

    private Value map(int depth) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw DynamoDbException.serialization("Unexpected field type");
        }
        var attributes = attributes(depth);
        return depth > MAX_DEPTH ? new Value.Malformed(TOO_DEEP) : attributes;
    }

    private void expectArray() {
        switch (parser.currentToken()) {
            case START_ARRAY -> {}
            case START_OBJECT ->
                throw DynamoDbException.serialization("Start of structure or map found where not expected");
            default -> throw DynamoDbException.serialization("Unexpected field type");
        }
    }

    private static DynamoDbException cannotConvert(String token, String type) {
        return DynamoDbException.serialization(token + " cannot be converted to " + type);
    }
}
