package io.tidings.service.webhooks;

import io.tidings.core.ledger.Origin;
import io.tidings.core.webhook.Event;
import io.tidings.core.webhook.Event.Detail;
import io.tidings.core.webhook.EventType;
import io.tidings.core.webhook.EventWriter;
import io.tidings.service.webhooks.WebhookViews.EventTypeView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each event means, and how it looks. */
final class EventExamples {

    private static final Instant ACCEPTED = Instant.parse("2026-03-02T09:00:00.120Z");
    private static final Instant HAPPENED = ACCEPTED.plusSeconds(3);
    private static final String ID = "019a7c3e-5a52-7d5c-9c7e-0f6f3c8f4f10";

    private EventExamples() {}

    static List<EventTypeView> all(EventWriter writer) {
        return EventType.all().stream()
                .map(type -> new EventTypeView(type.wireName(), description(type), writer.body(example(type))))
                .toList();
    }

    private static String description(EventType type) {
        return switch (type) {
            case ACCEPTED -> "SES took the mail; it is not delivered yet";
            case REFUSED -> "SES would not take the mail, took it and would not send it, or its template failed";
            case DELIVERED -> "The recipient's server took the mail";
            case BOUNCED -> "The mail came back: permanent, transient, undetermined, or because of its content";
            case COMPLAINED -> "The recipient marked the mail as spam";
            case OPENED -> "The mail was opened, by a person or by a machine";
            case CLICKED -> "A link of the mail was followed, by a person or by a machine";
            case UNSUBSCRIBED -> "The recipient wants no more mail of some kind";
            case SUPPRESSED -> "The mail was not sent, or SES did not try: its recipient must not or cannot get it";
            case CAMPAIGN_STATE -> "A campaign came into another state";
            case TEST -> "Somebody tries the webhook out";
        };
    }

    private static Event example(EventType type) {
        Instant at = type == EventType.ACCEPTED ? ACCEPTED : HAPPENED;
        return type == EventType.CAMPAIGN_STATE
                ? new Event("evt", type, at, new Event.OfCampaign(ID, "Spring invitation", "sending", 3))
                : new Event("evt", type, at, message(type, detail(type)));
    }

    private static Event.OfMessage message(EventType type, @Nullable Detail detail) {
        boolean asked = type != EventType.SUPPRESSED && type != EventType.REFUSED;
        return new Event.OfMessage(
                new Origin.OfNotification(ID),
                "ada@example.com",
                "chat-1042",
                null,
                "conversation",
                asked ? "0100019a7c3e5a52-4c9d1f52-000000" : null,
                asked ? ACCEPTED : null,
                detail);
    }

    private static @Nullable Detail detail(EventType type) {
        return switch (type) {
            case BOUNCED ->
                new Detail.Bounce(
                        "permanent",
                        "5.1.1",
                        "The recipient's server refused the mail for good: the mailbox does not exist.");
            case COMPLAINED -> new Detail.Complaint("The recipient marked the mail as spam.");
            case OPENED -> new Detail.Visit(null, "Mozilla/5.0", true);
            case CLICKED -> new Detail.Visit("https://chat.example.com/rooms/7", "Mozilla/5.0 (X11; Linux)", false);
            case UNSUBSCRIBED -> new Detail.Leaving(List.of("topic:news"));
            case SUPPRESSED -> new Detail.Skip("the address bounced for good");
            case REFUSED -> new Detail.Refusal("Local address contains control or whitespace", false);
            case ACCEPTED, DELIVERED, CAMPAIGN_STATE, TEST -> null;
        };
    }
}
