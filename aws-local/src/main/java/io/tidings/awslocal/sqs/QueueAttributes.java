package io.tidings.awslocal.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be set of a queue, within SQS's limits. */
final class QueueAttributes {
    private record Range(long from, long to, long usual) {}

    private static final Map<String, Range> NUMBERS = Map.of(
            "VisibilityTimeout", new Range(0, 43_200, 30),
            "DelaySeconds", new Range(0, 900, 0),
            "MessageRetentionPeriod", new Range(60, 1_209_600, 345_600),
            "MaximumMessageSize", new Range(1_024, 1_048_576, 1_048_576),
            "ReceiveMessageWaitTimeSeconds", new Range(0, 20, 0));
    private static final Set<String> KEPT = Set.of(
            "Policy", "RedriveAllowPolicy", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled");
    private static final String REDRIVE = "RedrivePolicy";

    /** Where messages go that were received too often. */
    record Redrive(String queue, int maxReceives) {}

    private QueueAttributes() {}

    static Map<String, String> usual() {
        var all = new LinkedHashMap<String, String>();
        NUMBERS.forEach((name, range) -> all.put(name, Long.toString(range.usual())));
        all.put("SqsManagedSseEnabled", "true");
        return all;
    }

    static long number(Map<String, String> attributes, String name) {
        var value = attributes.get(name);
        return value == null ? 0 : Long.parseLong(value);
    }

    /** The attributes with the changes, or a refusal. An empty value takes an attribute away. */
    static Map<String, String> changed(Map<String, String> before, JsonNode changes) {
        var all = new LinkedHashMap<>(before);
        for (var change : changes.properties()) {
            var name = change.getKey();
            var value = change.getValue().asText();
            check(name, value);
            if (value.isEmpty()) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        }
        return all;
    }

    static @Nullable Redrive redrive(Map<String, String> attributes) {
        var text = attributes.get(REDRIVE);
        var policy = text == null ? null : Json.parse(text);
        if (policy == null) {
            return null;
        }
        var arn = Json.string(policy, "deadLetterTargetArn", "");
        return new Redrive(
                arn.substring(arn.lastIndexOf(':') + 1),
                policy.path("maxReceiveCount").asInt());
    }

    private static void check(String name, String value) {
        var range = NUMBERS.get(name);
        if (range != null) {
            checkRange(name, value, range);
        } else if (name.equals(REDRIVE)) {
            checkRedrive(value);
        } else if (name.equals("FifoQueue") || name.equals("ContentBasedDeduplication")) {
            throw SqsErrors.unsupported("FIFO queues");
        } else if (!KEPT.contains(name)) {
            throw SqsErrors.of("InvalidAttributeName", "Unknown Attribute " + name + ".");
        }
    }

    private static void checkRange(String name, String value, Range range) {
        try {
            var number = Long.parseLong(value);
            if (number >= range.from() && number <= range.to()) {
                return;
            }
        } catch (NumberFormatException e) {
            // Refused below.
        }
        throw badValue(name);
    }

    private static void checkRedrive(String value) {
        if (value.isEmpty()) {
            return;
        }
        var policy = Json.parse(value);
        var most = policy == null ? 0 : policy.path("maxReceiveCount").asInt();
        if (policy == null
                || !Json.string(policy, "deadLetterTargetArn", "").startsWith("arn:aws:sqs:")
                || most < 1
                || most > 1_000) {
            throw badValue(REDRIVE);
        }
    }

    private static Refusal badValue(String name) {
        return SqsErrors.of("InvalidAttributeValue", "Invalid value for the parameter " + name + ".");
    }
}
