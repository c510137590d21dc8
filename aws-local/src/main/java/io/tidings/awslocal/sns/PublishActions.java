package io.tidings.awslocal.sns;

import io.tidings.awslocal.sqs.Attribute;
import io.tidings.awslocal.wire.Form;
import io.tidings.awslocal.wire.Refusal;
import io.tidings.awslocal.wire.Xml;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;

/** Publish and PublishBatch. */
final class PublishActions {
    /** SNS: a message, or a batch in total. */
    private static final int MAX_BYTES = 262_144;

    private static final int MAX_ENTRIES = 10;

    private final Topics topics;

    PublishActions(Topics topics) {
        this.topics = topics;
    }

    Xml publish(Form form) {
        if (form.optional("PhoneNumber") != null
                || form.optional("TargetArn", "").contains(":endpoint/")) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: only topics can be published to here");
        }
        var target = form.optional("TopicArn");
        var arn = existing(target == null ? form.required("TargetArn") : target);
        return new Xml().leaf("MessageId", topics.publish(arn, publication(form)));
    }

    Xml batch(Form form) {
        var arn = existing(form.required("TopicArn"));
        var entries = form.members("PublishBatchRequestEntries.member");
        check(entries);
        var publications = new LinkedHashMap<String, Publication>();
        entries.forEach(entry -> publications.put(entry.required("Id"), publication(entry)));
        var size = publications.values().stream().mapToInt(PublishActions::size).sum();
        if (size > MAX_BYTES) {
            throw new Refusal(400, "BatchRequestTooLong", "The length of all the messages put together is too long.");
        }
        var xml = new Xml().open("Successful");
        publications.forEach((id, publication) -> xml.open("member")
                .leaf("Id", id)
                .leaf("MessageId", topics.publish(arn, publication))
                .close("member"));
        return xml.close("Successful").open("Failed").close("Failed");
    }

    private static void check(List<Form> entries) {
        if (entries.isEmpty()) {
            throw new Refusal(400, "EmptyBatchRequest", "The batch request doesn't contain any entries.");
        }
        if (entries.size() > MAX_ENTRIES) {
            throw new Refusal(
                    400, "TooManyEntriesInBatchRequest", "The batch request contains more entries than permissible.");
        }
        if (entries.stream().map(entry -> entry.optional("Id", "")).distinct().count() < entries.size()) {
            throw new Refusal(
                    400, "BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");
        }
    }

    private String existing(String arn) {
        if (topics.find(arn) == null) {
            throw new Refusal(404, "NotFound", "Topic does not exist");
        }
        return arn;
    }

    private static Publication publication(Form form) {
        if (form.optional("MessageStructure") != null) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: MessageStructure is not supported here");
        }
        var attributes = new LinkedHashMap<String, Attribute>();
        for (var entry : form.members("MessageAttributes.entry")) {
            attributes.put(entry.required("Name"), attribute(entry));
        }
        var publication = new Publication(message(form), form.optional("Subject"), attributes);
        if (size(publication) > MAX_BYTES) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: Message too long");
        }
        return publication;
    }

    private static String message(Form form) {
        var message = form.optional("Message", "");
        if (message.isEmpty()) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: Empty message");
        }
        return message;
    }

    private static Attribute attribute(Form entry) {
        var type = entry.required("Value.DataType");
        if (!type.startsWith("Binary")) {
            return new Attribute(type, entry.required("Value.StringValue"));
        }
        var value = entry.required("Value.BinaryValue");
        try {
            Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: BinaryValue is no base64");
        }
        return new Attribute(type, value);
    }

    private static int size(Publication publication) {
        return publication.message().getBytes(StandardCharsets.UTF_8).length
                + publication.attributes().entrySet().stream()
                        .mapToInt(entry -> entry.getKey().length()
                                + entry.getValue().value().length())
                        .sum();
    }
}
