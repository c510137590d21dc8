package io.tidings.aws.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How Lambda hands over what it took from a queue, and how it is told which of it failed (ReportBatchItemFailures). */
public final class LambdaEvent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LambdaEvent() {}

    public static List<Received> read(InputStream event) throws IOException {
        List<Received> messages = new ArrayList<>();
        for (JsonNode record : JSON.readTree(event).path("Records")) {
            messages.add(new Received(
                    record.path("messageId").asText(),
                    record.path("body").asText(),
                    Instant.ofEpochMilli(
                            record.path("attributes").path("SentTimestamp").asLong())));
        }
        return messages;
    }

    /** An empty list says that all went well; those named come again, and no others. */
    public static void answer(Collection<String> failed, OutputStream response) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode failures = answer.putArray("batchItemFailures");
        failed.forEach(id -> failures.addObject().put("itemIdentifier", id));
        JSON.writeValue(response, answer);
    }
}
