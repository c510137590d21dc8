package io.tidings.awslocal.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A queue as the journal has it, without its messages. */
final class QueueJson {
    private QueueJson() {}

    static byte[] write(Queue queue) {
        var json = Json.object()
                .put("id", queue.id)
                .put("name", queue.name)
                .put("created", queue.created)
                .put("modified", queue.modified);
        queue.attributes.forEach(json.putObject("attributes")::put);
        queue.tags.forEach(json.putObject("tags")::put);
        return Json.bytes(json);
    }

    static Queue read(byte[] bytes) {
        var json = Objects.requireNonNull(Json.parse(bytes));
        var queue = new Queue(
                json.path("id").asInt(),
                json.path("name").asText(),
                json.path("created").asLong(),
                map(json.path("attributes")),
                map(json.path("tags")));
        queue.modified = json.path("modified").asLong();
        return queue;
    }

    static Map<String, String> map(JsonNode object) {
        var map = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }
}
