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

/** The events that SES reports nothing of: who was not asked for, what SES would not take, and who used the link to leave. */
public final class MessageEvents {

    private static final List<FactKind> UNSENT = List.of(FactKind.SKIPPED, FactKind.REFUSED_FOR_NOW, FactKind.REFUSED);

    private final Announce announce;

    public MessageEvents(Announce announce) {
        this.announce = announce;
    }

    /** Of these messages those that are skipped or refused. */
    void unsent(Collection<Message> messages) {
        List<Event> events = messages.stream()
                .flatMap(message -> UNSENT.stream()
                        .filter(kind -> message.has(kind) && !message.overruled(kind) && announce.isWanted(type(kind)))
                        .map(kind -> unsent(
                                message, Objects.requireNonNull(message.facts().get(kind)))))
                .toList();
        if (!events.isEmpty()) {
            announce.announce(events);
        }
    }

    /** Somebody used the link of a mail, and it was news. */
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

    private static EventType type(FactKind unsent) {
        return unsent == FactKind.SKIPPED ? EventType.SUPPRESSED : EventType.REFUSED;
    }

    private static Event unsent(Message message, Fact fact) {
        String why = fact.detail() == null ? "" : fact.detail();
        return event(
                type(fact.kind()),
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
                        fact.kind() == FactKind.SKIPPED
                                ? new Event.Detail.Skip(why)
                                : new Event.Detail.Refusal(why, fact.kind() == FactKind.REFUSED_FOR_NOW)));
    }

    private static Event event(EventType type, Instant at, String more, Event.OfMessage message) {
        List<String> cause = List.of(message.origin().key(), message.recipient(), more);
        return new Event(EventIds.of(type, at, cause), type, at, message);
    }
}
