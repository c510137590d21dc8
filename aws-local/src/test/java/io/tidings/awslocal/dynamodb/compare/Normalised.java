package io.tidings.awslocal.dynamodb.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.dynamodb.RawClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An answer without what may differ: the order of sets, of items that have no order, of tables. */
record Normalised(int status, String type, String message, JsonNode body) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Normalised of(RawClient.Reply reply, boolean ordered) {
        try {
            var body = (ObjectNode) MAPPER.readTree(reply.body());
            var type = body.path("__type").asText("");
            var message = body.path("message").asText(body.path("Message").asText(""));
            body.remove(List.of("__type", "message", "Message"));
            message += withoutMessages(body);
            sort(body, ordered);
            return new Normalised(reply.status(), type.substring(type.indexOf('#') + 1), message, body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(reply.body(), e);
        }
    }

    /** Everything but the wording of an error. */
    boolean sameAs(Normalised other) {
        return status == other.status && type.equals(other.type) && body.equals(other.body);
    }

    /** The same answer but for fields of these names, wherever they are. */
    Normalised without(String... names) {
        JsonNode less = body.deepCopy();
        remove(less, List.of(names));
        return new Normalised(status, type, message, less);
    }

    /** Without the attributes that are keys; an item that had no others is no item. */
    Normalised withoutKeys() {
        var less = without("pk", "sk");
        for (var response : less.body.path("Responses")) {
            if (response.path("Item").isEmpty()) {
                ((ObjectNode) response).remove("Item");
            }
        }
        return less;
    }

    private static void remove(JsonNode node, List<String> names) {
        if (node instanceof ObjectNode object) {
            object.remove(names);
        }
        node.forEach(child -> remove(child, names));
    }

    private static void sort(JsonNode node, boolean ordered) {
        node.forEach(child -> sort(child, ordered));
        if (node instanceof ObjectNode object) {
            for (var name : List.of("SS", "NS", "BS", "ConsumedCapacity")) {
                sortArray(object.get(name));
            }
            if (!ordered) {
                sortArray(object.get("Items"));
            }
            if (object.get("Responses") instanceof ObjectNode responses) {
                responses.forEach(Normalised::sortArray);
            }
            numbers(object);
        }
    }

    private static void sortArray(@Nullable JsonNode node) {
        if (node instanceof ArrayNode array) {
            var all = new ArrayList<JsonNode>();
            array.forEach(all::add);
            all.sort(Comparator.comparing(Normalised::canonical));
            array.removeAll().addAll(all);
        }
    }

    /** Takes out the messages of cancellation reasons, which are wording too. */
    private static String withoutMessages(ObjectNode body) {
        var messages = new StringBuilder();
        for (var reason : body.path("CancellationReasons")) {
            messages.append(" | ").append(((ObjectNode) reason).remove("Message"));
        }
        return messages.toString();
    }

    private static String canonical(JsonNode node) {
        if (node instanceof ArrayNode array) {
            var elements = new ArrayList<String>();
            array.forEach(element -> elements.add(canonical(element)));
            return elements.toString();
        }
        if (!(node instanceof ObjectNode object)) {
            return node.toString();
        }
        var members = new TreeMap<String, String>();
        object.fieldNames().forEachRemaining(name -> members.put(name, canonical(object.get(name))));
        return members.toString();
    }

    /** 1 and 1.0 units are the same. */
    private static void numbers(ObjectNode object) {
        for (var name : List.of("CapacityUnits", "ReadCapacityUnits", "WriteCapacityUnits")) {
            if (object.path(name).isNumber()) {
                object.put(name, object.get(name).doubleValue());
            }
        }
    }
}
