package io.tidings.awslocal.sqs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Message attributes, in SQS's JSON and in the journal's. */
final class AttributeJson {
    /** SQS: at most ten a message. */
    private static final int MOST = 10;

    private AttributeJson() {}

    static Map<String, Attribute> read(JsonNode json) {
        if (!json.isObject() || json.isEmpty()) {
            return Map.of();
        }
        if (json.size() > MOST) {
            throw SqsErrors.of(
                    "InvalidParameterValue",
                    "Number of message attributes [" + json.size() + "] exceeds the allowed maximum [10].");
        }
        var all = new LinkedHashMap<String, Attribute>();
        for (var entry : json.properties()) {
            all.put(entry.getKey(), read(entry.getKey(), entry.getValue()));
        }
        return all;
    }

    private static Attribute read(String name, JsonNode json) {
        var type = Json.string(json, "DataType", "");
        var kind = type.contains(".") ? type.substring(0, type.indexOf('.')) : type;
        var value = Json.string(json, kind.equals("Binary") ? "BinaryValue" : "StringValue", "");
        if (!List.of("String", "Number", "Binary").contains(kind)) {
            throw SqsErrors.of(
                    "InvalidParameterValue",
                    "The type of message (user) attribute '" + name + "' is invalid. You must use only the following"
                            + " supported type prefixes: Binary, Number, String.");
        }
        if (value.isEmpty()) {
            throw SqsErrors.of(
                    "InvalidParameterValue",
                    "Message (user) attribute '" + name + "' must contain a non-empty value of type '" + kind + "'.");
        }
        if (kind.equals("Binary")) {
            requireBase64(name, value);
        }
        return new Attribute(type, value);
    }

    private static void requireBase64(String name, String value) {
        try {
            Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            throw SqsErrors.of("InvalidParameterValue", "Message attribute '" + name + "' is no base64.");
        }
    }

    static void write(ObjectNode to, Map<String, Attribute> attributes) {
        attributes.forEach((name, attribute) -> to.putObject(name)
                .put("DataType", attribute.type())
                .put(attribute.isBinary() ? "BinaryValue" : "StringValue", attribute.value()));
    }

    static Map<String, Attribute> stored(byte[] bytes, int length) {
        if (length == 0) {
            return Map.of();
        }
        try {
            return Json.MAPPER.readValue(
                    bytes,
                    0,
                    length,
                    Json.MAPPER.constructType(new TypeReference<LinkedHashMap<String, Attribute>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
