package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.mail.Mail;
import io.tidings.awslocal.mail.MailStore;
import io.tidings.awslocal.mail.PlannedEvent;
import io.tidings.awslocal.wire.Account;
import io.tidings.awslocal.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** SES's two formats of telling what became of a mail: event publishing, and an identity's notifications. */
public final class EventJson {
    private final MailJson mails;

    public EventJson(Account account) {
        this.mails = new MailJson(account);
    }

    public String event(Mail mail, PlannedEvent event, String feedbackId) {
        var json = Json.object().put("eventType", event.type());
        json.set("mail", mails.forEvent(mail, event));
        details(json, mail, event, feedbackId, false);
        return Json.text(json);
    }

    public String notification(Mail mail, PlannedEvent event, String feedbackId, boolean withHeaders) {
        var json = Json.object().put("notificationType", event.type());
        details(json, mail, event, feedbackId, true);
        json.set("mail", mails.forNotification(mail, withHeaders));
        return Json.text(json);
    }

    private static void details(
            ObjectNode json, Mail mail, PlannedEvent event, String feedbackId, boolean isNotification) {
        var at = mail.at().plusMillis(event.after());
        switch (event.type()) {
            case "Send" -> json.putObject("send");
            case "Delivery" -> delivery(json.putObject("delivery"), event, at, isNotification);
            case "Bounce" -> bounce(json.putObject("bounce"), event, at, feedbackId, isNotification);
            case "Complaint" -> complaint(json.putObject("complaint"), event, at, feedbackId);
            case "Reject" -> json.putObject("reject").put("reason", event.with("reason", "Bad content"));
            case "Open" -> reader(json.putObject("open"), event, at);
            case "Click" -> click(json.putObject("click"), event, at);
            case "Rendering Failure" ->
                json.putObject("failure")
                        .put("errorMessage", event.with("errorMessage", ""))
                        .put("templateName", event.with("templateName", ""));
            case "DeliveryDelay" -> delay(json.putObject("deliveryDelay"), event, at);
            case "Subscription" -> subscription(json.putObject("subscription"), event, at);
            default -> throw new IllegalArgumentException(event.type());
        }
    }

    private static void delivery(ObjectNode json, PlannedEvent event, Instant at, boolean isNotification) {
        json.put("timestamp", time(at)).put("processingTimeMillis", event.after());
        strings(json.putArray("recipients"), event.recipients());
        json.put("smtpResponse", "250 2.0.0 OK aws-local");
        if (isNotification) {
            json.put("remoteMtaIp", "127.0.0.1");
        }
        json.put("reportingMTA", "a1-1.smtp-out.amazonses.com");
    }

    private static void bounce(
            ObjectNode json, PlannedEvent event, Instant at, String feedbackId, boolean isNotification) {
        json.put("feedbackId", feedbackId)
                .put("bounceType", event.with("bounceType", "Permanent"))
                .put("bounceSubType", event.with("bounceSubType", "General"));
        var bounced = json.putArray("bouncedRecipients");
        for (var recipient : event.recipients()) {
            var one = bounced.addObject().put("emailAddress", recipient);
            if (event.with().containsKey("status")) {
                one.put("action", event.with("action", "failed")).put("status", event.with("status", ""));
            }
            if (event.with().containsKey("diagnosticCode")) {
                one.put("diagnosticCode", event.with("diagnosticCode", ""));
            }
        }
        json.put("timestamp", time(at));
        if (event.with().containsKey("status")) {
            json.put("reportingMTA", event.with("reportingMTA", "dns; a1-1.smtp-out.amazonses.com"));
            if (isNotification) {
                json.put("remoteMtaIp", "127.0.0.1");
            }
        }
    }

    private static void complaint(ObjectNode json, PlannedEvent event, Instant at, String feedbackId) {
        json.put("feedbackId", feedbackId).put("complaintSubType", event.with().get("complaintSubType"));
        var complained = json.putArray("complainedRecipients");
        event.recipients().forEach(recipient -> complained.addObject().put("emailAddress", recipient));
        json.put("timestamp", time(at)).put("userAgent", event.with("userAgent", "aws-local"));
        // Absent when the complaint came without a feedback report.
        if (!event.with("complaintFeedbackType", "abuse").isEmpty()) {
            json.put("complaintFeedbackType", event.with("complaintFeedbackType", "abuse"));
        }
        json.put("arrivalDate", time(at));
    }

    private static void reader(ObjectNode json, PlannedEvent event, Instant at) {
        json.put("timestamp", time(at))
                .put("userAgent", event.with("userAgent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101"))
                .put("ipAddress", event.with("ipAddress", "127.0.0.1"));
    }

    private static void click(ObjectNode json, PlannedEvent event, Instant at) {
        reader(json, event, at);
        json.put("link", event.with("link", "https://example.com/")).putNull("linkTags");
    }

    private static void delay(ObjectNode json, PlannedEvent event, Instant at) {
        json.put("timestamp", time(at)).put("delayType", event.with("delayType", "TransientCommunicationFailure"));
        // SES tries for 840 minutes
        json.put("expirationTime", time(at.plus(Duration.ofMinutes(840))));
        var delayed = json.putArray("delayedRecipients");
        for (var recipient : event.recipients()) {
            delayed.addObject()
                    .put("emailAddress", recipient)
                    .put("status", event.with("status", "4.4.1"))
                    .put("diagnosticCode", event.with("diagnosticCode", "smtp; 421 4.4.1 unable to connect"));
        }
        json.put("reportingMTA", "a1-1.smtp-out.amazonses.com");
    }

    private static void subscription(ObjectNode json, PlannedEvent event, Instant at) {
        json.put("contactList", event.with("contactList", "contacts"))
                .put("timestamp", time(at))
                .put("source", event.with("source", "UnsubscribeHeader"));
        preferences(json.putObject("newTopicPreferences"), true, event);
        preferences(json.putObject("oldTopicPreferences"), false, event);
    }

    private static void preferences(ObjectNode json, boolean unsubscribed, PlannedEvent event) {
        json.put("unsubscribeAll", unsubscribed)
                .putArray("topicSubscriptionStatus")
                .addObject()
                .put("topicName", event.with("topicName", "topic"))
                .put("subscriptionStatus", unsubscribed ? "OptOut" : "OptIn");
    }

    static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    static String time(Instant at) {
        return MailStore.TIME.format(at);
    }
}
