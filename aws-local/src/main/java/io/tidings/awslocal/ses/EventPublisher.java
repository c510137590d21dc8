package io.tidings.awslocal.ses;

import io.tidings.awslocal.mail.Mail;
import io.tidings.awslocal.mail.PlannedEvent;
import io.tidings.awslocal.sns.Publication;
import io.tidings.awslocal.sns.Topics;
import io.tidings.awslocal.wire.Account;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells the topics what became of a mail, and keeps the account's suppression list as SES does. */
final class EventPublisher {
    private static final String SUBJECT = "Amazon SES Email Event Notification";
    private static final Set<String> NOTIFIED = Set.of("Bounce", "Complaint", "Delivery");
    private static final Set<String> HARD = Set.of("General", "NoEmail");

    private final SesState state;
    private final Topics topics;
    private final Outcomes outcomes;
    private final EventJson json;

    EventPublisher(Account account, SesState state, Topics topics, Outcomes outcomes) {
        this.state = state;
        this.topics = topics;
        this.outcomes = outcomes;
        this.json = new EventJson(account);
    }

    /** Every queue has it when this returns. */
    void publish(Mail mail, int index) {
        var event = mail.events().get(index);
        var feedbackId = feedbackId(mail, event, index);
        suppress(mail, event, feedbackId);
        byConfigurationSet(mail, event, feedbackId);
        byIdentity(mail, event, feedbackId);
    }

    private void byConfigurationSet(Mail mail, PlannedEvent event, String feedbackId) {
        var set = mail.configurationSet() == null
                ? null
                : state.configurationSets().get(mail.configurationSet());
        if (set == null) {
            return;
        }
        var type = apiType(event.type());
        for (var destination : set.destinations()) {
            if (destination.enabled() && destination.types().contains(type)) {
                var publication = new Publication(json.event(mail, event, feedbackId), SUBJECT, Map.of());
                topics.publish(destination.topicArn(), publication);
            }
        }
    }

    private void byIdentity(Mail mail, PlannedEvent event, String feedbackId) {
        var identity = NOTIFIED.contains(event.type()) ? state.identityOf(Addresses.address(mail.from())) : null;
        var topic = identity == null ? null : identity.topics().get(event.type());
        if (identity != null && topic != null) {
            var withHeaders = identity.headersIn().getOrDefault(event.type(), false);
            var text = json.notification(mail, event, feedbackId, withHeaders);
            topics.publish(topic, new Publication(text, null, Map.of()));
        }
    }

    /** As the API spells what an event says: `Rendering Failure` is RENDERING_FAILURE, `DeliveryDelay` DELIVERY_DELAY. */
    private static String apiType(String type) {
        return switch (type) {
            case "Rendering Failure" -> "RENDERING_FAILURE";
            case "DeliveryDelay" -> "DELIVERY_DELAY";
            default -> type.toUpperCase(Locale.ROOT);
        };
    }

    /** The same for both formats and for every copy: what consumers tell duplicates by. */
    private static String feedbackId(Mail mail, PlannedEvent event, int index) {
        var millis = mail.at().toEpochMilli() + event.after();
        return "0100" + HexFormat.of().toHexDigits(millis, 12) + mail.id().substring(16, 53)
                + String.format(Locale.ROOT, "-%06d", index + 1);
    }

    private void suppress(Mail mail, PlannedEvent event, String feedbackId) {
        var reason = switch (event.type()) {
            case "Bounce" -> isHard(event) ? "BOUNCE" : "";
            case "Complaint" -> event.with("complaintFeedbackType", "abuse").equals("not-spam") ? "" : "COMPLAINT";
            default -> "";
        };
        if (reason.isEmpty() || !outcomes.reasons(mail.configurationSet()).contains(reason)) {
            return;
        }
        var at = mail.at().toEpochMilli() + event.after();
        for (var recipient : event.recipients()) {
            if (!Simulator.owns(recipient)) {
                state.suppressions().put(new SuppressedAddress(recipient, reason, at, mail.id(), feedbackId));
            }
        }
    }

    private static boolean isHard(PlannedEvent event) {
        return event.with("bounceType", "").equals("Permanent") && HARD.contains(event.with("bounceSubType", ""));
    }
}
