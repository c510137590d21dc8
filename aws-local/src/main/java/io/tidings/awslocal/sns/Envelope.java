package io.tidings.awslocal.sns;

import io.tidings.awslocal.wire.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The JSON that SNS wraps around a message, signed. */
final class Envelope {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final SigningKey key;
    private final String baseUrl;

    Envelope(SigningKey key, String baseUrl) {
        this.key = key;
        this.baseUrl = baseUrl;
    }

    String of(Topic topic, Subscription subscription, String messageId, Publication publication, Instant at) {
        var time = TIME.format(at);
        var json = Json.object()
                .put("Type", "Notification")
                .put("MessageId", messageId)
                .put("TopicArn", topic.arn());
        if (publication.subject() != null) {
            json.put("Subject", publication.subject());
        }
        var version = topic.signatureVersion();
        json.put("Message", publication.message())
                .put("Timestamp", time)
                .put("SignatureVersion", version)
                .put("Signature", key.sign(signed(topic, messageId, publication, time), version))
                .put("SigningCertURL", baseUrl + SnsEndpoint.CERTIFICATE_PATH)
                .put("UnsubscribeURL", baseUrl + "/?Action=Unsubscribe&SubscriptionArn=" + subscription.arn());
        if (!publication.attributes().isEmpty()) {
            var all = json.putObject("MessageAttributes");
            publication
                    .attributes()
                    .forEach((name, attribute) ->
                            all.putObject(name).put("Type", attribute.type()).put("Value", attribute.value()));
        }
        return Json.text(json);
    }

    /** The string to sign: each name and value on a line of its own, in this order. */
    private static String signed(Topic topic, String messageId, Publication publication, String time) {
        var text = new StringBuilder(publication.message().length() + 256);
        line(text, "Message", publication.message());
        line(text, "MessageId", messageId);
        if (publication.subject() != null) {
            line(text, "Subject", publication.subject());
        }
        line(text, "Timestamp", time);
        line(text, "TopicArn", topic.arn());
        line(text, "Type", "Notification");
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append('\n').append(value).append('\n');
    }
}
