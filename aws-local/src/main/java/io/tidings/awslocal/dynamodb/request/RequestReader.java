package io.tidings.awslocal.dynamodb.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a request's JSON in one pass, straight into attribute values where those belong. */
public final class RequestReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final JsonParser parser;

    private RequestReader(JsonParser parser) {
        this.parser = parser;
    }

    public static Fields read(byte[] body, Shape shape) {
        try (var parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw DynamoDbException.serialization("Start of structure or map expected");
            }
            var fields = (Fields) new RequestReader(parser).value(shape);
            if (parser.nextToken() != null || fields == null) {
                throw DynamoDbException.serialization("Unexpected data after the request");
            }
            return fields;
        } catch (StreamConstraintsException e) {
            throw DynamoDbException.validation(AttributeReader.TOO_DEEP);
        } catch (IOException e) {
            throw DynamoDbException.serialization("The request is not valid JSON");
        }
    }

    /** The value at the parser's current token; null for JSON's null. */
    private @Nullable Object value(Shape shape) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (shape) {
            case Shape.Scalar scalar -> scalar(scalar.javaName());
            case Shape.Struct struct -> struct(struct);
            case Shape.Attributes ignored -> attributes();
            case Shape.ListOf list -> list(list.element());
            case Shape.MapOf map -> map(map.value());
            case Shape.Any ignored -> {
                parser.skipChildren();
                yield true;
            }
        };
    }

    private Object scalar(String type) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> {
                if (!type.equals("String")) {
                    throw type.equals("Boolean")
                            ? DynamoDbException.serialization("Unexpected token received from parser")
                            : DynamoDbException.serialization("STRING_VALUE cannot be converted to " + type);
                }
                yield parser.getText();
            }
            case VALUE_NUMBER_INT -> whole(type, "NUMBER_VALUE");
            case VALUE_NUMBER_FLOAT -> whole(type, "DECIMAL_VALUE");
            case VALUE_TRUE -> bool(type, "TRUE_VALUE", true);
            case VALUE_FALSE -> bool(type, "FALSE_VALUE", false);
            case START_ARRAY ->
                throw DynamoDbException.serialization("Unrecognized collection type class java.lang." + type);
            default -> throw DynamoDbException.serialization("Start of structure or map found where not expected");
        };
    }

    private Object whole(String type, String token) throws IOException {
        if (type.equals("Integer") || type.equals("Long")) {
            // Java's own narrowing, with saturation for numbers that no long can hold.
            var number = parser.getValueAsDouble();
            return Math.abs(number) < 9e15 ? parser.getValueAsLong() : (long) number;
        }
        throw DynamoDbException.serialization(token + " cannot be converted to " + type);
    }

    private static Object bool(String type, String token, boolean value) {
        if (type.equals("Boolean")) {
            return value;
        }
        throw DynamoDbException.serialization(token + " cannot be converted to " + type);
    }

    private Fields struct(Shape.Struct struct) throws IOException {
        expectObject();
        var values = new HashMap<String, Object>();
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            var shape = struct.fields().get(name);
            if (shape == null) {
                parser.skipChildren();
            } else {
                putUnlessNull(values, name, value(shape));
            }
        }
        return new Fields(values);
    }

    private Map<String, Object> map(Shape shape) throws IOException {
        expectObject();
        var values = new LinkedHashMap<String, Object>();
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            putUnlessNull(values, name, value(shape));
        }
        return values;
    }

    private List<Object> list(Shape element) throws IOException {
        switch (parser.currentToken()) {
            case START_ARRAY -> {}
            case START_OBJECT ->
                throw DynamoDbException.serialization("Start of structure or map found where not expected");
            default -> throw DynamoDbException.serialization("Unexpected field type");
        }
        var values = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var value = value(element);
            if (value == null) {
                throw DynamoDbException.serialization("Null elements are not allowed in a list");
            }
            values.add(value);
        }
        return values;
    }

    private Value.MapOf attributes() throws IOException {
        expectObject();
        return new AttributeReader(parser).attributes(1);
    }

    private void expectObject() throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {}
            case START_ARRAY ->
                throw DynamoDbException.serialization(
                        "Unrecognized collection type java.util.Map<java.lang.String, ?>");
            default -> throw DynamoDbException.serialization("Unexpected field type");
        }
    }

    private static void putUnlessNull(Map<String, Object> values, String name, @Nullable Object value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }
}
