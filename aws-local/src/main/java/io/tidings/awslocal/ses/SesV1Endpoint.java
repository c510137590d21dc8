package io.tidings.awslocal.ses;

import io.tidings.awslocal.http.Endpoint;
import io.tidings.awslocal.http.Request;
import io.tidings.awslocal.http.Responder;
import io.tidings.awslocal.http.Response;
import io.tidings.awslocal.wire.Form;
import io.tidings.awslocal.wire.Refusal;
import io.tidings.awslocal.wire.Xml;
import java.util.Locale;
import java.util.Set;

/**
 * What is left to do by SES's first API: two settings that the second does not have, and SendRawEmail and GetSendQuota, for clients that
 * have only the first.
 */
final class SesV1Endpoint implements Endpoint {
    private static final Set<String> TYPES = Set.of("Bounce", "Complaint", "Delivery");
    private static final String NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";

    private final SesState state;
    private final RawEmailV1 rawEmail;

    private final AccountActions account;

    SesV1Endpoint(SesState state, Endpoint v2, AccountActions account) {
        this.state = state;
        this.account = account;
        this.rawEmail = new RawEmailV1(v2, SesV1Endpoint::accepted, SesV1Endpoint::refused);
    }

    @Override
    public void handle(Request request, Responder responder) throws Exception {
        var form = new Form(request.form());
        var action = form.action();
        try {
            if (action.equals("SendRawEmail")) {
                rawEmail.send(form, request, responder);
            } else {
                responder.respond(done(action, act(action, form)));
            }
        } catch (Refusal refusal) {
            responder.respond(refused(refusal));
        }
    }

    private static Response accepted(String messageId) {
        return done("SendRawEmail", new Xml().leaf("MessageId", messageId).toString());
    }

    private static Response done(String action, String result) {
        return Response.of(
                200,
                "text/xml",
                "<%1$sResponse xmlns=\"%2$s\"><%1$sResult>%3$s</%1$sResult><ResponseMetadata><RequestId>0</RequestId></ResponseMetadata></%1$sResponse>"
                        .formatted(action, NAMESPACE, result));
    }

    private static Response refused(Refusal refusal) {
        var xml = new Xml()
                .raw("<ErrorResponse xmlns=\"" + NAMESPACE + "\">")
                .open("Error")
                .leaf("Type", "Sender")
                .leaf("Code", refusal.code())
                .leaf("Message", refusal.text())
                .close("Error")
                .close("ErrorResponse");
        return Response.of(refusal.status(), "text/xml", xml.toString());
    }

    private String act(String action, Form form) {
        switch (action) {
            case "GetSendQuota" -> {
                return sendQuota();
            }
            case "SetIdentityNotificationTopic" -> {
                var identity = identity(form);
                var type = type(form);
                var topic = form.optional("SnsTopic");
                state.identities().change(identity, old -> old.withTopic(type, topic));
            }
            case "SetIdentityHeadersInNotificationsEnabled" -> {
                var identity = identity(form);
                var type = type(form);
                var on = Boolean.parseBoolean(form.optional("Enabled"));
                state.identities().change(identity, old -> old.withHeadersIn(type, on));
            }
            default ->
                throw new Refusal(
                        400,
                        "InvalidAction",
                        "This emulator speaks SES v2; of the first API only SendRawEmail, GetSendQuota, SetIdentityNotificationTopic "
                                + "and SetIdentityHeadersInNotificationsEnabled, not " + action + ".");
        }
        return "";
    }

    private String sendQuota() {
        var xml = new Xml();
        account.get()
                .path("SendQuota")
                .properties()
                .forEach(field -> xml.leaf(field.getKey(), field.getValue().asText()));
        return xml.toString();
    }

    private String identity(Form form) {
        var name = form.optional("Identity", "");
        var key = name.indexOf('@') < 0 ? name.toLowerCase(Locale.ROOT) : name;
        if (!state.identities().has(key)) {
            throw new Refusal(400, "InvalidParameterValue", "Identity " + name + " does not exist.");
        }
        return key;
    }

    private static String type(Form form) {
        var type = form.optional("NotificationType", "");
        if (!TYPES.contains(type)) {
            throw new Refusal(400, "InvalidParameterValue", "Invalid NotificationType.");
        }
        return type;
    }
}
