package io.tidings.awslocal.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.http.Endpoint;
import io.tidings.awslocal.http.Request;
import io.tidings.awslocal.http.Responder;
import io.tidings.awslocal.http.Response;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** SQS's JSON protocol. A long poll holds no thread. */
public final class SqsEndpoint implements Endpoint {
    private static final String TARGET = "AmazonSQS.";
    private static final String TYPE = "application/x-amz-json-1.0";

    private final Queues queues;
    private final QueueActions queueActions;
    private final MessageActions messageActions;
    private final ReceiveAction receiveAction;
    private final MoveActions moveActions;

    public SqsEndpoint(Queues queues) {
        this.queues = queues;
        this.queueActions = new QueueActions(queues);
        this.messageActions = new MessageActions(queues, queueActions);
        this.receiveAction = new ReceiveAction(queues, queueActions);
        this.moveActions = new MoveActions(queues);
    }

    @Override
    public void handle(Request request, Responder responder) {
        try {
            var target = request.header("X-Amz-Target");
            if (target == null || !target.startsWith(TARGET)) {
                throw SqsErrors.unsupported(
                        "the query protocol, which clients have not used since 2023, but only JSON");
            }
            var json = Json.parse(request.body());
            if (json == null || !json.isObject()) {
                throw SqsErrors.of("SerializationException", "The request is not a JSON object.");
            }
            var action = target.substring(TARGET.length());
            if (action.equals("ReceiveMessage")) {
                receiveAction.receive(json, responder::isGone, answer -> responder.respond(ok(answer)));
            } else {
                var answer = queues.together(() -> answer(action, json, base(request)));
                responder.respond(ok(answer));
            }
        } catch (Refusal refusal) {
            responder.respond(refused(refusal));
        }
    }

    private JsonNode answer(String action, JsonNode json, String base) {
        return switch (action) {
            case "SendMessage" -> messageActions.send(json);
            case "SendMessageBatch" -> messageActions.sendBatch(json);
            case "DeleteMessage" -> messageActions.delete(json);
            case "DeleteMessageBatch" -> messageActions.deleteBatch(json);
            case "ChangeMessageVisibility" -> messageActions.changeVisibility(json);
            case "ChangeMessageVisibilityBatch" -> messageActions.changeVisibilityBatch(json);
            case "CreateQueue" -> queueActions.create(json, base);
            case "GetQueueUrl" -> queueActions.url(json, base);
            case "ListQueues" -> queueActions.list(json, base);
            case "DeleteQueue" -> queueActions.delete(json);
            case "PurgeQueue" -> queueActions.purge(json);
            case "GetQueueAttributes" -> queueActions.attributes(json);
            case "SetQueueAttributes" -> queueActions.setAttributes(json);
            case "ListDeadLetterSourceQueues" -> queueActions.sources(json, base);
            case "TagQueue" -> queueActions.tag(json);
            case "UntagQueue" -> queueActions.untag(json);
            case "ListQueueTags" -> queueActions.tagsOf(json);
            case "StartMessageMoveTask" -> moveActions.start(json);
            case "ListMessageMoveTasks" -> moveActions.list(json);
            case "CancelMessageMoveTask" -> moveActions.cancel(json);
            default -> throw SqsErrors.unsupported(action);
        };
    }

    /** Queue URLs begin with the address by which the client came. */
    private static String base(Request request) {
        var host = request.header("Host");
        return "http://" + (host == null ? "localhost" : host);
    }

    private static Response ok(@Nullable JsonNode answer) {
        return Response.of(200, TYPE, answer == null ? new byte[0] : Json.bytes(answer))
                .with("x-amzn-RequestId", id());
    }

    private static Response refused(Refusal refusal) {
        var body = Json.object()
                .put("__type", "com.amazonaws.sqs#" + refusal.code())
                .put("message", refusal.text());
        return Response.of(refusal.status(), TYPE, Json.bytes(body))
                .with("x-amzn-query-error", SqsErrors.queryName(refusal.code()) + ";Sender")
                .with("x-amzn-RequestId", id());
    }

    private static String id() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
