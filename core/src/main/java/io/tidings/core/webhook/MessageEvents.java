package io.tidings.core.webhook;

import io.tidings.core.feedback.Unsubscribe.Mailing;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.suppression.SuppressionScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The events of messages that SES knows nothing of: who was not asked for, and who used the link to leave. */
public final class MessageEvents {

    private final Announce announce;

    public MessageEvents(Announce announce) {
        this.announce = announce;
    }

    /** Of these messages those that are skipped. */
    void skipped(Collection<Message> messages) {
        if (messages.stream().anyMatch(MessageEvents::isSkipped) && announce.isWanted(EventType.SUPPRESSED)) {
            announce.announce(messages.stream()
                    .filter(MessageEvents::isSkipped)
                    .map(MessageEvents::skip)
                    .toList());
        }
    }

    /** Somebody used the link of a mail; each time is an event of its own. */
    public void left(Mailing mailing, SuppressionScope scope, Instant at) {
        if (announce.isWanted(EventType.UNSUBSCRIBED)) {
            announce.announce(List.of(event(
                    EventType.UNSUBSCRIBED,
                    at,
                    scope.key(),
                    new Event.OfMessage(
                            mailing.origin(),
                            mailing.address().toString(),
                            null,
                            mailing.templateId(),
                            mailing.topic(),
                            null,
                            null,
                            new Event.Detail.Leaving(List.of(scope.key()))))));
        }
    }

    private static boolean isSkipped(Message message) {
        return message.has(FactKind.SKIPPED) && !message.overruled(FactKind.SKIPPED);
    }

    private static Event skip(Message message) {
        Fact fact = Objects.requireNonNull(message.facts().get(FactKind.SKIPPED));
        String why = fact.detail() == null ? "" : fact.detail();
        return event(
                EventType.SUPPRESSED,
                fact.at(),
                "",
                new Event.OfMessage(
                        message.origin(),
                        message.address().toString(),
                        null,
                        message.templateId(),
                        message.topic(),
                        null,
                        null,
                        new Event.Detail.Skip(why)));
    }

    private static Event event(EventType type, Instant at, String more, Event.OfMessage message) {
        List<String> cause = List.of(message.origin().key(), message.recipient(), more);
        return new Event(EventIds.of(type, at, cause), type, at, message);
    }
}
