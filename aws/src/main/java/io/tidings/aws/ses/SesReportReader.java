package io.tidings.aws.ses;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidings.core.feedback.Report;
import io.tidings.core.feedback.Report.Control;
import io.tidings.core.feedback.Report.Unreadable;

/** From the body of a queue message to what it means. Total: whatever arrives, it answers, and throws nothing. */
public final class SesReportReader {

    // Jackson's own limits on depth and length hold against hostile bodies.
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEST_TEXT = "Successfully validated SNS topic for Amazon SES";

    private SesReportReader() {}

    public static Report read(String body) {
        String text = body.strip();
        if (text.startsWith(TEST_TEXT)) {
            return new Control("SES tested the topic when the event destination was made");
        }
        try {
            return read(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return new Unreadable("it is not JSON: " + e.getOriginalMessage());
        } catch (RuntimeException e) {
            return new Unreadable("it is not what SES sends: " + e.getMessage());
        }
    }

    private static Report read(JsonNode json) {
        if (!json.isObject()) {
            return new Unreadable("it is not a JSON object");
        }
        if (json.path("Records").isArray() && !json.path("Records").isEmpty()) {
            JsonNode first = json.path("Records").get(0);
            return first.has("Sns") ? read(first.path("Sns")) : message(first.path("body"));
        }
        if (json.has("Type") && (json.has("Message") || json.has("TopicArn"))) {
            return envelope(json);
        }
        return SesReport.read(json);
    }

    private static Report envelope(JsonNode envelope) {
        return switch (envelope.path("Type").asText()) {
            case "Notification" -> message(envelope.path("Message"));
            case "SubscriptionConfirmation" ->
                new Control("SNS asks to confirm a subscription; only our own setup may");
            case "UnsubscribeConfirmation" -> new Control("SNS tells that a subscription ended");
            default ->
                new Unreadable(
                        "an SNS envelope of the type " + envelope.path("Type").asText());
        };
    }

    /** Some frameworks deliver the inner message as an object already. */
    private static Report message(JsonNode message) {
        if (message.isObject()) {
            return read(message);
        }
        return message.isTextual() ? read(message.asText()) : new Unreadable("an SNS envelope without a message");
    }
}
