package io.tidings.awslocal.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Objects;
import org.elasticmq.DeadLettersQueueData;
import org.elasticmq.MillisVisibilityTimeout;
import org.elasticmq.QueueData;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** A queue's attributes as bytes. */
final class QueueBytes {
    private QueueBytes() {}

    static byte[] of(QueueData queue) {
        var json = Json.object()
                .put("name", queue.name())
                .put("visibilityMillis", queue.defaultVisibilityTimeout().millis())
                .put("delayMillis", queue.delay().toMillis())
                .put("waitMillis", queue.receiveMessageWait().toMillis())
                .put("created", queue.created().toString())
                .put("modified", queue.lastModified().toString())
                .put("fifo", queue.isFifo())
                .put("deduplicates", queue.hasContentBasedDeduplication());
        if (queue.deadLettersQueue().isDefined()) {
            json.put("deadLetters", queue.deadLettersQueue().get().name());
            json.put("maxReceives", queue.deadLettersQueue().get().maxReceiveCount());
        }
        var tags = json.putObject("tags");
        CollectionConverters.asJava(queue.tags()).forEach(tags::put);
        return Json.bytes(json);
    }

    static QueueData read(byte[] bytes) {
        var json = Objects.requireNonNull(Json.parse(new String(bytes, StandardCharsets.UTF_8)));
        var tags = new HashMap<String, String>();
        json.path("tags")
                .fields()
                .forEachRemaining(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        return new QueueData(
                json.path("name").asText(),
                new MillisVisibilityTimeout(json.path("visibilityMillis").asLong()),
                Duration.ofMillis(json.path("delayMillis").asLong()),
                Duration.ofMillis(json.path("waitMillis").asLong()),
                OffsetDateTime.parse(json.path("created").asText()),
                OffsetDateTime.parse(json.path("modified").asText()),
                deadLetters(json),
                json.path("fifo").asBoolean(),
                json.path("deduplicates").asBoolean(),
                Option.empty(),
                Option.empty(),
                scala.collection.immutable.Map$.MODULE$.<String, String>from(CollectionConverters.asScala(tags)));
    }

    private static Option<DeadLettersQueueData> deadLetters(JsonNode json) {
        var name = json.get("deadLetters");
        return name == null
                ? Option.empty()
                : Option.apply(new DeadLettersQueueData(
                        name.asText(), json.path("maxReceives").asInt()));
    }
}
