package io.tidings.awslocal.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** ReceiveMessage: answers at once, or when a message comes, or when the wait is over. */
final class ReceiveAction {
    private static final int MAX_VISIBILITY = 43_200;
    private static final int MAX_WAIT = 20;
    private static final int MAX_MESSAGES = 10;

    private final Queues queues;
    private final QueueActions queueActions;

    ReceiveAction(Queues queues, QueueActions queueActions) {
        this.queues = queues;
        this.queueActions = queueActions;
    }

    void receive(JsonNode request, BooleanSupplier isGone, Consumer<JsonNode> answer) {
        var shape = new Shape(
                names(request, "MessageSystemAttributeNames", "AttributeNames"),
                names(request, "MessageAttributeNames", ""));
        var at = queues.together(() -> {
            var queue = queueActions.named(request);
            var visibility = MessageActions.number(
                            request,
                            "VisibilityTimeout",
                            QueueAttributes.number(queue.attributes, "VisibilityTimeout"),
                            MAX_VISIBILITY)
                    * 1000;
            var wait = MessageActions.number(
                            request,
                            "WaitTimeSeconds",
                            QueueAttributes.number(queue.attributes, "ReceiveMessageWaitTimeSeconds"),
                            MAX_WAIT)
                    * 1000;
            var max = max(request);
            var received =
                    queue.waiters.isEmpty() || wait == 0 ? queues.receive(queue, max, visibility) : List.<Received>of();
            if (received.isEmpty() && wait > 0) {
                queue.waiters.add(new Waiter(
                        max,
                        visibility,
                        queues.now() + wait,
                        isGone,
                        later -> answer.accept(shape.answer(queues, queue, later))));
                return null;
            }
            return shape.answer(queues, queue, received);
        });
        if (at != null) {
            answer.accept(at);
        }
    }

    private static int max(JsonNode request) {
        var max = request.path("MaxNumberOfMessages").asInt(1);
        if (max < 1 || max > MAX_MESSAGES) {
            throw SqsErrors.invalid(
                    "MaxNumberOfMessages", Integer.toString(max), "Must be between 1 and 10, if provided.");
        }
        return max;
    }

    private static List<String> names(JsonNode request, String name, String olderName) {
        var names = Json.strings(request.get(name));
        return names.isEmpty() ? Json.strings(request.get(olderName)) : names;
    }

    /** Which attributes the client wants with a message. */
    private record Shape(List<String> system, List<String> own) {

        JsonNode answer(Queues queues, Queue queue, List<Received> all) {
            var json = Json.object();
            if (all.isEmpty()) {
                return json;
            }
            var messages = json.putArray("Messages");
            for (var received : all) {
                messages.add(message(queues, received));
                if (queues.faults().duplicatesMessage()) {
                    queues.add(queue, received.body().getBytes(StandardCharsets.UTF_8), received.attributes(), 0);
                }
            }
            return json;
        }

        private ObjectNode message(Queues queues, Received received) {
            var json = Json.object()
                    .put("MessageId", received.id())
                    .put("ReceiptHandle", received.receipt())
                    .put("MD5OfBody", Digests.hex(received.md5()))
                    .put("Body", received.body());
            var shown = new LinkedHashMap<String, String>();
            attributes(queues, received).forEach((name, value) -> {
                if (system.contains("All") || system.contains(name)) {
                    shown.put(name, value);
                }
            });
            if (!shown.isEmpty()) {
                shown.forEach(json.putObject("Attributes")::put);
            }
            var wanted = new LinkedHashMap<>(received.attributes());
            wanted.keySet().removeIf(name -> own.stream().noneMatch(pattern -> matches(pattern, name)));
            if (!wanted.isEmpty()) {
                json.put("MD5OfMessageAttributes", Digests.of(wanted));
                AttributeJson.write(json.putObject("MessageAttributes"), wanted);
            }
            return json;
        }

        private static Map<String, String> attributes(Queues queues, Received received) {
            var all = new LinkedHashMap<String, String>();
            all.put("SenderId", queues.account().id());
            all.put("SentTimestamp", Long.toString(received.sentAt()));
            all.put("ApproximateReceiveCount", Integer.toString(received.receives()));
            all.put("ApproximateFirstReceiveTimestamp", Long.toString(received.firstReceivedAt()));
            if (received.sourceQueue() != null) {
                all.put("DeadLetterQueueSourceArn", queues.account().queueArn(received.sourceQueue()));
            }
            return all;
        }

        private static boolean matches(String pattern, String name) {
            return pattern.equals("All")
                    || pattern.equals(".*")
                    || pattern.equals(name)
                    || pattern.endsWith(".*") && name.startsWith(pattern.substring(0, pattern.length() - 1));
        }
    }
}
