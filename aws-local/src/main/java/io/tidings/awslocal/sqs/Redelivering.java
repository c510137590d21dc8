package io.tidings.awslocal.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.faults.Faults;
import io.tidings.awslocal.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers a share of the messages twice: as the same message that becomes visible again at once, or as a copy. */
final class Redelivering {
    private static final Logger LOG = LoggerFactory.getLogger(Redelivering.class);
    private static final String RECEIVE = "AmazonSQS.ReceiveMessage";

    private final Faults faults;
    private final HttpClient client;
    private final URI sqs;

    Redelivering(Faults faults, HttpClient client, URI sqs) {
        this.faults = faults;
        this.client = client;
        this.sqs = sqs;
    }

    void received(@Nullable String target, byte[] request, HttpResponse<byte[]> answer) {
        var plan = faults.plan();
        if (plan.redeliver() <= 0 && plan.duplicateMessages() <= 0
                || !RECEIVE.equals(target)
                || answer.statusCode() != 200) {
            return;
        }
        var asked = Json.parse(request);
        var got = Json.parse(answer.body());
        var url = asked == null ? null : Json.string(asked, "QueueUrl");
        if (got == null || url == null) {
            return;
        }
        for (var message : got.path("Messages")) {
            if (faults.redelivers()) {
                call("ChangeMessageVisibility", becomeVisible(url, message));
            }
            if (faults.duplicatesMessage()) {
                call("SendMessage", copy(url, message));
            }
        }
    }

    private static ObjectNode becomeVisible(String url, JsonNode message) {
        return Json.object()
                .put("QueueUrl", url)
                .put("ReceiptHandle", Json.string(message, "ReceiptHandle", ""))
                .put("VisibilityTimeout", 0);
    }

    private static ObjectNode copy(String url, JsonNode message) {
        var copy = Json.object().put("QueueUrl", url).put("MessageBody", Json.string(message, "Body", ""));
        if (message.has("MessageAttributes")) {
            copy.set("MessageAttributes", message.get("MessageAttributes"));
        }
        return copy;
    }

    private void call(String action, ObjectNode body) {
        var request = HttpRequest.newBuilder(sqs)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS." + action)
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
        var unused = client.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            if (failure != null) {
                LOG.warn("A message was not redelivered", failure);
            }
        });
    }
}
