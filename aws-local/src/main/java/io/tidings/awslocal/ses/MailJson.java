package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.mail.Mail;
import io.tidings.awslocal.mail.PlannedEvent;
import io.tidings.awslocal.wire.Account;
import io.tidings.awslocal.wire.Json;

/** The `mail` object of an event. */
final class MailJson {
    private static final String CALLER = "aws-local";
    private static final String SOURCE_IP = "127.0.0.1";

    /** SES cuts the headers off at 10 KB. */
    private static final int MAX_HEADER_BYTES = 10_240;

    private final Account account;

    MailJson(Account account) {
        this.account = account;
    }

    ObjectNode forEvent(Mail mail, PlannedEvent event) {
        var json = start(mail);
        destination(json, mail);
        headers(json, mail);
        tags(json.putObject("tags"), mail, event);
        return json;
    }

    ObjectNode forNotification(Mail mail, boolean withHeaders) {
        var json = start(mail).put("sourceIp", SOURCE_IP).put("callerIdentity", CALLER);
        destination(json, mail);
        if (withHeaders) {
            headers(json, mail);
        }
        return json;
    }

    private ObjectNode start(Mail mail) {
        var source = Addresses.address(mail.from());
        return Json.object()
                .put("timestamp", mail.time())
                .put("source", mail.from())
                .put("sourceArn", account.identityArn(source))
                .put("sendingAccountId", account.id())
                .put("messageId", mail.id());
    }

    private static void destination(ObjectNode json, Mail mail) {
        EventJson.strings(json.putArray("destination"), mail.recipients());
    }

    private static void headers(ObjectNode json, Mail mail) {
        var headers = Json.array();
        header(headers, "From", mail.from());
        if (!mail.replyTo().isEmpty()) {
            header(headers, "Reply-To", String.join(", ", mail.replyTo()));
        }
        if (!mail.to().isEmpty()) {
            header(headers, "To", String.join(", ", mail.to()));
        }
        if (!mail.cc().isEmpty()) {
            header(headers, "Cc", String.join(", ", mail.cc()));
        }
        header(headers, "Subject", mail.subject());
        header(headers, "MIME-Version", "1.0");
        var bytes = 0;
        for (var header : mail.headers()) {
            bytes += header.name().length() + header.value().length();
            if (bytes < MAX_HEADER_BYTES) {
                header(headers, header.name(), header.value());
            }
        }
        json.put("headersTruncated", bytes >= MAX_HEADER_BYTES).set("headers", headers);
        commonHeaders(json.putObject("commonHeaders"), mail);
    }

    private static void commonHeaders(ObjectNode json, Mail mail) {
        json.putArray("from").add(mail.from());
        if (!mail.replyTo().isEmpty()) {
            EventJson.strings(json.putArray("replyTo"), mail.replyTo());
        }
        EventJson.strings(json.putArray("to"), mail.to());
        if (!mail.cc().isEmpty()) {
            EventJson.strings(json.putArray("cc"), mail.cc());
        }
        json.put("messageId", mail.id()).put("subject", mail.subject());
    }

    private static void tags(ObjectNode json, Mail mail, PlannedEvent event) {
        tag(json, "ses:operation", mail.operation());
        if (mail.configurationSet() != null) {
            tag(json, "ses:configuration-set", mail.configurationSet());
        }
        tag(json, "ses:source-ip", SOURCE_IP);
        tag(json, "ses:from-domain", Addresses.domain(Addresses.address(mail.from())));
        tag(json, "ses:caller-identity", CALLER);
        if (event.type().equals("Delivery")) {
            tag(json, "ses:outgoing-ip", "127.0.0.2");
        }
        mail.tags().forEach((name, value) -> tag(json, name, value));
    }

    private static void tag(ObjectNode json, String name, String value) {
        json.putArray(name).add(value);
    }

    private static void header(ArrayNode headers, String name, String value) {
        headers.addObject().put("name", name).put("value", value);
    }
}
