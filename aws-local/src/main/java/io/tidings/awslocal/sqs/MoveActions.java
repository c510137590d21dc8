package io.tidings.awslocal.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.UUID;

/** Message-move tasks: bringing parked messages back. */
final class MoveActions {
    private final Queues queues;

    MoveActions(Queues queues) {
        this.queues = queues;
    }

    JsonNode start(JsonNode request) {
        var sourceArn = Json.string(request, "SourceArn", "");
        var source = name(sourceArn);
        var queue = queues.find(source);
        if (queue == null) {
            throw SqsErrors.of(
                    "ResourceNotFoundException",
                    "The resource that you specified for the SourceArn parameter doesn't exist.");
        }
        if (queues.all().stream().noneMatch(other -> QueueActions.parksIn(other, source))) {
            throw SqsErrors.of("InvalidParameterValue", "Source queue must be configured as a Dead Letter Queue.");
        }
        if (queues.moves().values().stream().anyMatch(task -> task.source.equals(source) && task.isRunning())) {
            throw SqsErrors.of(
                    "UnsupportedOperation",
                    "There is already a task running. Only one active task is allowed for a source queue arn at a given time.");
        }
        var destination = Json.string(request, "DestinationArn");
        if (destination != null && queues.find(name(destination)) == null) {
            throw SqsErrors.of(
                    "ResourceNotFoundException",
                    "The resource that you specified for the DestinationArn parameter doesn't exist.");
        }
        var perSecond = request.get("MaxNumberOfMessagesPerSecond");
        var id = Json.object().put("taskId", UUID.randomUUID().toString()).put("sourceArn", sourceArn);
        var handle = Base64.getEncoder().encodeToString(Json.text(id).getBytes(StandardCharsets.UTF_8));
        queues.moves()
                .put(
                        handle,
                        new MoveTask(
                                handle,
                                source,
                                destination == null ? null : name(destination),
                                perSecond == null ? null : Math.clamp(perSecond.asInt(), 1, 500),
                                queues.now(),
                                queue.counts(queues.now()).visible()));
        return Json.object().put("TaskHandle", handle);
    }

    JsonNode list(JsonNode request) {
        var source = name(Json.string(request, "SourceArn", ""));
        if (queues.find(source) == null) {
            throw SqsErrors.of(
                    "ResourceNotFoundException",
                    "The resource that you specified for the SourceArn parameter doesn't exist.");
        }
        var json = Json.object();
        var results = json.putArray("Results");
        queues.moves().values().stream()
                .filter(task -> task.source.equals(source))
                .sorted(Comparator.comparingLong((MoveTask task) -> task.started)
                        .reversed())
                .limit(Math.clamp(request.path("MaxResults").asInt(1), 1, 10))
                .forEach(task -> results.add(shown(task)));
        return json;
    }

    JsonNode cancel(JsonNode request) {
        var task = queues.moves().get(Json.string(request, "TaskHandle", ""));
        if (task == null) {
            throw SqsErrors.of("ResourceNotFoundException", "Task does not exist.");
        }
        if (!task.isRunning()) {
            throw SqsErrors.of("UnsupportedOperation", "Only running tasks can be cancelled.");
        }
        task.status = MoveTask.Status.CANCELLED;
        return Json.object().put("ApproximateNumberOfMessagesMoved", task.moved);
    }

    private JsonNode shown(MoveTask task) {
        var json = Json.object()
                .put("Status", task.status.name())
                .put("SourceArn", queues.account().queueArn(task.source))
                .put("ApproximateNumberOfMessagesMoved", task.moved)
                .put("ApproximateNumberOfMessagesToMove", task.toMove)
                .put("StartedTimestamp", task.started);
        if (task.isRunning()) {
            json.put("TaskHandle", task.handle);
        }
        if (task.destination != null) {
            json.put("DestinationArn", queues.account().queueArn(task.destination));
        }
        if (task.perSecond != null) {
            json.put("MaxNumberOfMessagesPerSecond", task.perSecond);
        }
        return json;
    }

    private static String name(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
