package io.tidings.aws.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.feedback.Bounce;
import io.tidings.core.feedback.Detail.Preferences;
import io.tidings.core.feedback.Report;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.feedback.Report.Ignored;
import io.tidings.core.feedback.Report.Unreadable;
import io.tidings.core.feedback.ReportKind;
import io.tidings.core.ledger.MessageTags;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SES's own JSON: event publishing says {@code eventType}, identity notifications say {@code notificationType}. */
final class SesReport {

    private final JsonNode json;
    private final JsonNode mail;

    private SesReport(JsonNode json) {
        this.json = json;
        this.mail = json.path("mail");
    }

    static Report read(JsonNode json) {
        String type =
                json.path("eventType").asText(json.path("notificationType").asText(""));
        return type.isEmpty()
                ? new Unreadable("it has neither eventType nor notificationType")
                : new SesReport(json).read(type);
    }

    private Report read(String type) {
        return switch (type) {
            case "Bounce" -> bounce(json.path("bounce"));
            case "Complaint" -> complaint(json.path("complaint"));
            case "Delivery" ->
                happened(
                        ReportKind.DELIVERED,
                        json.path("delivery"),
                        texts(json.path("delivery").path("recipients")),
                        "The recipient's server took the mail.",
                        null);
            case "Send" -> happened(ReportKind.SENT, json.path("send"), "SES took the mail.");
            case "Reject" ->
                happened(
                        ReportKind.REJECTED,
                        json.path("reject"),
                        "SES rejected the mail: "
                                + json.path("reject").path("reason").asText("no reason given"));
            case "Open" ->
                happened(ReportKind.OPENED, json.path("open"), "The mail was opened, by a person or a machine.")
                        .with(SesDetail.visit(json.path("open")));
            case "Click" ->
                happened(
                                ReportKind.CLICKED,
                                json.path("click"),
                                "A link was followed: "
                                        + json.path("click").path("link").asText("unknown"))
                        .with(SesDetail.visit(json.path("click")));
            case "Rendering Failure" ->
                happened(
                        ReportKind.RENDERING_FAILED,
                        json.path("failure"),
                        "SES could not fill in the template: "
                                + json.path("failure").path("errorMessage").asText("no reason given"));
            case "DeliveryDelay" -> delay(json.path("deliveryDelay"));
            case "Subscription" -> subscription(json.path("subscription"));
            case "Received" -> new Ignored("it is about inbound mail, which belongs to another topic");
            case "AmazonSnsSubscriptionSucceeded" -> new Report.Control("SES tested the topic");
            default -> happened(ReportKind.OTHER, json, "SES reports something new: " + type);
        };
    }

    private Report bounce(JsonNode bounce) {
        JsonNode recipients = bounce.path("bouncedRecipients");
        if (!recipients.isArray() || recipients.isEmpty()) {
            return new Unreadable("a bounce that names nobody");
        }
        JsonNode first = recipients.get(0);
        Bounce meaning = new Bounce(
                bounce.path("bounceType").asText("Undetermined"),
                bounce.path("bounceSubType").asText("Undetermined"),
                text(first, "action"),
                text(first, "status"),
                text(first, "diagnosticCode"));
        return happened(meaning.kind(), bounce, addresses(recipients), meaning.reason(), meaning.status())
                .with(meaning);
    }

    private Report complaint(JsonNode complaint) {
        List<String> people = addresses(complaint.path("complainedRecipients"));
        if (people.isEmpty()) {
            return new Unreadable("a complaint that names nobody");
        }
        String type = complaint.path("complaintFeedbackType").asText("");
        if (type.equals("not-spam")) {
            return happened(ReportKind.NOT_SPAM, complaint, people, "The recipient says the mail is not spam.", null);
        }
        if (complaint.path("complaintSubType").asText("").equals("OnAccountSuppressionList")) {
            return happened(
                    ReportKind.COMPLAINT_SUPPRESSED,
                    complaint,
                    people,
                    "SES did not try: the address is on the account's list because of an earlier complaint.",
                    null);
        }
        return happened(ReportKind.COMPLAINT, complaint, people, complaintWords(type), null);
    }

    /** The types of RFC 5965; an unknown one is still a complaint. */
    private static String complaintWords(String type) {
        return switch (type) {
            case "", "abuse" -> "The recipient marked the mail as spam.";
            case "fraud" -> "The recipient reported the mail as fraud or phishing.";
            case "virus" -> "The recipient's mail service reported a virus in the mail.";
            case "auth-failure" -> "The recipient's mail service reports that the mail failed its authentication.";
            case "other" -> "The recipient complained of the mail.";
            default -> "The recipient complained of the mail (" + type + ").";
        };
    }

    private Report delay(JsonNode delay) {
        JsonNode recipients = delay.path("delayedRecipients");
        String status = recipients.isArray() && !recipients.isEmpty() ? text(recipients.get(0), "status") : null;
        return happened(
                ReportKind.DELAYED,
                delay,
                addresses(recipients),
                "SES keeps trying: " + delay.path("delayType").asText("no reason given") + ".",
                status);
    }

    private Report subscription(JsonNode subscription) {
        Preferences preferences = SesDetail.preferences(
                subscription.path("oldTopicPreferences"), subscription.path("newTopicPreferences"));
        boolean left = preferences.leftAll() || !preferences.leftTopics().isEmpty();
        return (left
                        ? happened(ReportKind.UNSUBSCRIBED, subscription, "The recipient unsubscribed.")
                        : happened(ReportKind.OTHER, subscription, "The recipient changed what he is subscribed to."))
                .with(preferences);
    }

    private Happened happened(ReportKind kind, JsonNode detail, String reason) {
        return happened(kind, detail, List.of(), reason, null);
    }

    private Happened happened(
            ReportKind kind, JsonNode detail, List<String> affected, String reason, @Nullable String status) {
        Instant mailedAt = time(mail.path("timestamp"), Instant.EPOCH);
        List<String> sentTo = texts(mail.path("destination"));
        return new Happened(
                kind,
                time(detail.path("timestamp"), mailedAt),
                mailedAt,
                mail.path("messageId").asText(""),
                sentTo,
                affected.isEmpty() ? sentTo.stream().map(SesReport::bare).toList() : affected,
                reason,
                status,
                MessageTags.read(tags()).orElse(null),
                null,
                MessageTags.isWatched(tags()));
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>();
        mail.path("tags").properties().forEach(tag -> {
            JsonNode value = tag.getValue();
            tags.put(
                    tag.getKey(),
                    value.isArray() && !value.isEmpty() ? value.get(0).asText() : value.asText());
        });
        return tags;
    }

    private static List<String> addresses(JsonNode recipients) {
        List<String> addresses = new ArrayList<>();
        for (JsonNode recipient : recipients) {
            String address = recipient.path("emailAddress").asText("");
            if (!address.isEmpty()) {
                addresses.add(bare(address));
            }
        }
        return addresses;
    }

    /** SES reports some addresses with the display name we sent to. */
    private static String bare(String address) {
        return switch (EmailAddress.read(address)) {
            case EmailAddress.Valid(EmailAddress valid) -> valid.toString();
            case EmailAddress.Invalid _ -> address;
        };
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asText("");
        return text.isEmpty() ? null : text;
    }

    private static Instant time(JsonNode node, Instant otherwise) {
        try {
            return node.isTextual() ? OffsetDateTime.parse(node.asText()).toInstant() : otherwise;
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
