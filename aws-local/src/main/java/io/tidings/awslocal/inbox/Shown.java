package io.tidings.awslocal.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.mail.Mail;
import io.tidings.awslocal.mail.MailStore;
import io.tidings.awslocal.ses.Contents;
import io.tidings.awslocal.wire.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Mail as the inbox's JSON. */
final class Shown {
    private Shown() {}

    static ObjectNode summary(Mail mail) {
        var json = Json.object()
                .put("seq", mail.seq())
                .put("id", mail.id())
                .put("time", mail.time())
                .put("operation", mail.operation())
                .put("from", mail.from());
        mail.to().forEach(json.putArray("to")::add);
        mail.cc().forEach(json.putArray("cc")::add);
        mail.bcc().forEach(json.putArray("bcc")::add);
        json.put("subject", mail.subject()).put("configurationSet", mail.configurationSet());
        mail.tags().forEach(json.putObject("tags")::put);
        return json;
    }

    static ObjectNode whole(Mail mail, Contents.@Nullable Content content, Instant now) {
        var json = summary(mail);
        mail.replyTo().forEach(json.putArray("replyTo")::add);
        var headers = json.putArray("headers");
        mail.headers()
                .forEach(
                        header -> headers.addObject().put("name", header.name()).put("value", header.value()));
        json.put("bodyKept", content != null);
        if (content != null) {
            json.put("html", content.html()).put("text", content.text());
            var attachments = json.putArray("attachments");
            content.attachments()
                    .forEach(file ->
                            attachments.addObject().put("name", file.name()).put("type", file.type()));
        }
        var events = json.putArray("events");
        for (var event : mail.events()) {
            var at = mail.at().plusMillis(event.after());
            var shown = events.addObject()
                    .put("type", event.type())
                    .put("time", MailStore.TIME.format(at))
                    .put("due", !at.isAfter(now));
            event.recipients().forEach(shown.putArray("recipients")::add);
            event.with().forEach(shown::put);
        }
        return json;
    }
}
