package io.tidings.awslocal.dynamodb.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.dynamodb.RawClient;
import java.io.IOException;

/** Makes the reference's items equal to ours where a request may have left them different. */
final class Alignment {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RawClient ours;
    private final RawClient reference;

    Alignment(RawClient ours, RawClient reference) {
        this.ours = ours;
        this.reference = reference;
    }

    void align(ObjectNode request) throws IOException {
        alignOne(request);
        for (var action : request.path("TransactItems")) {
            for (var inner : action) {
                alignOne((ObjectNode) inner);
            }
        }
        for (var table : request.path("RequestItems").properties()) {
            for (var write : table.getValue()) {
                for (var inner : write) {
                    if (inner instanceof ObjectNode object) {
                        alignOne(object.deepCopy().put("TableName", table.getKey()));
                    }
                }
            }
        }
    }

    private void alignOne(ObjectNode request) throws IOException {
        var table = request.path("TableName").asText();
        var attributes = request.has("Item") ? request.get("Item") : request.get("Key");
        if (attributes == null || !ComparedTables.NAMES.contains(table)) {
            return;
        }
        var key = MAPPER.createObjectNode();
        ComparedTables.keyOf(table).keySet().forEach(name -> key.set(name, attributes.path(name)));
        var ask = MAPPER.createObjectNode().put("TableName", table).put("ConsistentRead", true);
        ask.set("Key", key);
        var reply = ours.call("GetItem", ask.toString());
        if (reply.status() == 200) {
            copy(table, key, MAPPER.readTree(reply.body()).path("Item"));
        }
    }

    private void copy(String table, JsonNode key, JsonNode item) throws IOException {
        var write = MAPPER.createObjectNode().put("TableName", table);
        if (item.isMissingNode()) {
            write.set("Key", key);
            reference.call("DeleteItem", write.toString());
        } else {
            write.set("Item", item);
            reference.call("PutItem", write.toString());
        }
    }
}
