package io.tidings.awslocal.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The actions on queues themselves. */
final class QueueActions {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final int MAX_RESULTS = 1_000;

    private final Queues queues;

    QueueActions(Queues queues) {
        this.queues = queues;
    }

    /** The queue that a request's QueueUrl names. */
    Queue named(JsonNode request) {
        var url = Json.string(request, "QueueUrl", "");
        if (url.isEmpty()) {
            throw SqsErrors.missing("QueueUrl");
        }
        return queues.existing(url.substring(url.lastIndexOf('/') + 1));
    }

    JsonNode create(JsonNode request, String base) {
        var name = Json.string(request, "QueueName", "");
        if (name.endsWith(".fifo")) {
            throw SqsErrors.unsupported("FIFO queues");
        }
        if (!NAME.matcher(name).matches()) {
            throw SqsErrors.of(
                    "InvalidParameterValue",
                    "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
        var asked = request.path("Attributes");
        var queue = queues.find(name);
        if (queue == null) {
            var attributes = QueueAttributes.changed(QueueAttributes.usual(), asked);
            requireParking(attributes);
            queue = queues.create(name, attributes, QueueJson.map(tags(request)));
        } else {
            for (var attribute : asked.properties()) {
                if (!attribute.getValue().asText().equals(queue.attributes.get(attribute.getKey()))) {
                    throw SqsErrors.of(
                            "QueueNameExists",
                            "A queue already exists with the same name and a different value for attribute "
                                    + attribute.getKey());
                }
            }
        }
        return Json.object().put("QueueUrl", url(base, queue));
    }

    private static JsonNode tags(JsonNode request) {
        return request.has("tags") ? request.path("tags") : request.path("Tags");
    }

    JsonNode url(JsonNode request, String base) {
        return Json.object().put("QueueUrl", url(base, queues.existing(Json.string(request, "QueueName", ""))));
    }

    JsonNode list(JsonNode request, String base) {
        var prefix = Json.string(request, "QueueNamePrefix", "");
        var found = queues.all().stream()
                .filter(queue -> queue.name.startsWith(prefix))
                .toList();
        return urls("QueueUrls", found, request, base);
    }

    JsonNode sources(JsonNode request, String base) {
        var parking = named(request);
        var found = queues.all().stream()
                .filter(queue -> parksIn(queue, parking.name))
                .toList();
        return urls("queueUrls", found, request, base);
    }

    static boolean parksIn(Queue queue, String parking) {
        var redrive = QueueAttributes.redrive(queue.attributes);
        return redrive != null && redrive.queue().equals(parking);
    }

    private JsonNode urls(String name, List<Queue> all, JsonNode request, String base) {
        var from = Math.clamp(request.path("NextToken").asInt(0), 0, all.size());
        var to = Math.min(
                all.size(), from + Math.clamp(request.path("MaxResults").asInt(MAX_RESULTS), 1, MAX_RESULTS));
        var json = Json.object();
        var urls = json.putArray(name);
        all.subList(from, to).forEach(queue -> urls.add(url(base, queue)));
        if (to < all.size()) {
            json.put("NextToken", Integer.toString(to));
        }
        return json;
    }

    JsonNode delete(JsonNode request) {
        queues.delete(named(request));
        return Json.object();
    }

    JsonNode purge(JsonNode request) {
        queues.clear(named(request));
        return Json.object();
    }

    JsonNode attributes(JsonNode request) {
        var queue = named(request);
        var asked = Json.strings(request.get("AttributeNames"));
        var counts = queue.counts(queues.now());
        var all = new LinkedHashMap<String, String>(queue.attributes);
        all.put("QueueArn", queues.account().queueArn(queue.name));
        all.put("CreatedTimestamp", Long.toString(queue.created / 1000));
        all.put("LastModifiedTimestamp", Long.toString(queue.modified / 1000));
        all.put("ApproximateNumberOfMessages", Long.toString(counts.visible()));
        all.put("ApproximateNumberOfMessagesNotVisible", Long.toString(counts.inFlight()));
        all.put("ApproximateNumberOfMessagesDelayed", Long.toString(counts.delayed()));
        var json = Json.object();
        var shown = json.putObject("Attributes");
        all.forEach((name, value) -> {
            if (asked.contains("All") || asked.contains(name)) {
                shown.put(name, value);
            }
        });
        return json;
    }

    JsonNode setAttributes(JsonNode request) {
        var queue = named(request);
        var changed = QueueAttributes.changed(queue.attributes, request.path("Attributes"));
        requireParking(changed);
        queue.attributes = changed;
        queues.changed(queue);
        return Json.object();
    }

    private void requireParking(Map<String, String> attributes) {
        var redrive = QueueAttributes.redrive(attributes);
        if (redrive != null && queues.find(redrive.queue()) == null) {
            throw SqsErrors.of(
                    "InvalidParameterValue",
                    "Value for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.");
        }
    }

    JsonNode tag(JsonNode request) {
        var queue = named(request);
        var tags = new LinkedHashMap<>(queue.tags);
        tags.putAll(QueueJson.map(request.path("Tags")));
        queue.tags = tags;
        queues.changed(queue);
        return Json.object();
    }

    JsonNode untag(JsonNode request) {
        var queue = named(request);
        var tags = new LinkedHashMap<>(queue.tags);
        Json.strings(request.get("TagKeys")).forEach(tags::remove);
        queue.tags = tags;
        queues.changed(queue);
        return Json.object();
    }

    JsonNode tagsOf(JsonNode request) {
        var json = Json.object();
        named(request).tags.forEach(json.putObject("Tags")::put);
        return json;
    }

    private String url(String base, Queue queue) {
        return base + "/" + queues.account().id() + "/" + queue.name;
    }
}
