package io.tidings.awslocal.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/** Sending, deleting and hiding messages, one by one or ten at a time. */
final class MessageActions {
    private static final int MAX_DELAY = 900;
    private static final int MAX_VISIBILITY = 43_200;

    private final Queues queues;
    private final QueueActions queueActions;

    MessageActions(Queues queues, QueueActions queueActions) {
        this.queues = queues;
        this.queueActions = queueActions;
    }

    JsonNode send(JsonNode request) {
        return send(queueActions.named(request), request);
    }

    JsonNode sendBatch(JsonNode request) {
        var total = 0;
        for (var entry : request.path("Entries")) {
            total += Json.string(entry, "MessageBody", "").length();
        }
        // SQS: a batch has at most 1 MiB in total
        if (total > 1_048_576) {
            throw SqsErrors.of(
                    "BatchRequestTooLong",
                    "Batch requests cannot be longer than 1048576 bytes. You have sent " + total + " bytes.");
        }
        return batch(request, this::send);
    }

    JsonNode delete(JsonNode request) {
        return delete(queueActions.named(request), request);
    }

    JsonNode deleteBatch(JsonNode request) {
        return batch(request, this::delete);
    }

    JsonNode changeVisibility(JsonNode request) {
        return changeVisibility(queueActions.named(request), request);
    }

    JsonNode changeVisibilityBatch(JsonNode request) {
        return batch(request, this::changeVisibility);
    }

    private ObjectNode send(Queue queue, JsonNode request) {
        var body = Json.string(request, "MessageBody", "");
        if (body.isEmpty()) {
            throw SqsErrors.missing("MessageBody");
        }
        if (request.hasNonNull("MessageGroupId") || request.hasNonNull("MessageDeduplicationId")) {
            throw SqsErrors.unsupported("FIFO queues");
        }
        if (!body.codePoints().allMatch(MessageActions::isAllowed)) {
            throw SqsErrors.of(
                    "InvalidMessageContents",
                    "Invalid characters found. Valid unicode characters are those of XML 1.0.");
        }
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var attributes = AttributeJson.read(request.path("MessageAttributes"));
        var most = QueueAttributes.number(queue.attributes, "MaximumMessageSize");
        if (bytes.length > most) {
            throw SqsErrors.of(
                    "InvalidParameterValue",
                    "One or more parameters are invalid. Reason: Message must be shorter than " + most + " bytes.");
        }
        var delay =
                number(request, "DelaySeconds", QueueAttributes.number(queue.attributes, "DelaySeconds"), MAX_DELAY);
        var message = queues.add(queue, bytes, attributes, delay * 1000);
        var json =
                Json.object().put("MessageId", message.id.toString()).put("MD5OfMessageBody", Digests.hex(message.md5));
        if (!attributes.isEmpty()) {
            json.put("MD5OfMessageAttributes", Digests.of(attributes));
        }
        return json;
    }

    /** SQS takes the handle of an earlier receive, too, and then deletes nothing. */
    private ObjectNode delete(Queue queue, JsonNode request) {
        var receipt = Receipt.parse(Json.string(request, "ReceiptHandle", ""));
        var message = queue.find(receipt.seq());
        if (message != null && message.receives == receipt.receive()) {
            queues.remove(queue, message);
        }
        return Json.object();
    }

    private ObjectNode changeVisibility(Queue queue, JsonNode request) {
        if (!request.hasNonNull("VisibilityTimeout")) {
            throw SqsErrors.missing("VisibilityTimeout");
        }
        var handle = Json.string(request, "ReceiptHandle", "");
        var receipt = Receipt.parse(handle);
        var seconds = number(request, "VisibilityTimeout", 0, MAX_VISIBILITY);
        var message = queue.find(receipt.seq());
        if (message == null || message.receives != receipt.receive()) {
            throw SqsErrors.invalid(
                    "ReceiptHandle",
                    handle,
                    "Message does not exist or is not available for visibility timeout change.");
        }
        if (message.visibleAt <= queues.now()) {
            throw SqsErrors.of("MessageNotInflight", "The specified message isn't in flight.");
        }
        queues.visibility(queue, message, seconds * 1000);
        return Json.object();
    }

    private JsonNode batch(JsonNode request, BiFunction<Queue, JsonNode, ObjectNode> action) {
        var queue = queueActions.named(request);
        var entries = Batch.entries(request);
        var json = Json.object();
        var successful = json.putArray("Successful");
        var failed = json.putArray("Failed");
        for (var entry : entries) {
            var id = Json.string(entry, "Id", "");
            try {
                successful.add(action.apply(queue, entry).put("Id", id));
            } catch (Refusal refusal) {
                failed.addObject()
                        .put("Id", id)
                        .put("Code", refusal.code())
                        .put("Message", refusal.text())
                        .put("SenderFault", true);
            }
        }
        return json;
    }

    static long number(JsonNode request, String name, long otherwise, long most) {
        var given = request.get(name);
        if (given == null || given.isNull()) {
            return otherwise;
        }
        if (!given.canConvertToLong() || given.asLong() < 0 || given.asLong() > most) {
            throw SqsErrors.invalid(name, given.asText(), "Must be between 0 and " + most + ", if provided.");
        }
        return given.asLong();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
