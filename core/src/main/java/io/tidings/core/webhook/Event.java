package io.tidings.core.webhook;

import io.tidings.core.ledger.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a receiver is told. Its id follows from what caused it, so the same cause, seen twice, is the same event.
 *
 * @param at when it happened, not when it is told
 */
public record Event(String id, EventType type, Instant at, Subject subject) {

    /** What the event is about. */
    public sealed interface Subject {}

    /**
     * One mail to one person.
     *
     * @param reference what the program that asked for the mail calls it
     * @param topic a campaign's topic or a notification's category
     * @param acceptedAt when SES took the mail, where that is known
     */
    public record OfMessage(
            Origin origin,
            String recipient,
            @Nullable String reference,
            @Nullable String templateId,
            @Nullable String topic,
            @Nullable String sesMessageId,
            @Nullable Instant acceptedAt,
            @Nullable Detail detail)
            implements Subject {

        OfMessage called(@Nullable String name) {
            return new OfMessage(origin, recipient, name, templateId, topic, sesMessageId, acceptedAt, detail);
        }
    }

    /** @param revision grows with each change of the campaign: of two events the one with the greater is newer */
    public record OfCampaign(String id, String name, String state, long revision) implements Subject {}

    /** That a receiver can be reached, and nothing else. */
    public record OfNothing(String words) implements Subject {}

    /** What only some events of messages have. */
    public sealed interface Detail {

        /** @param kind permanent, transient, undetermined or content */
        record Bounce(String kind, @Nullable String status, String reason) implements Detail {}

        record Complaint(String reason) implements Detail {}

        /** @param machine whether it surely was none of the recipient's own doing */
        record Visit(@Nullable String link, @Nullable String agent, boolean machine) implements Detail {}

        /** @param scopes what the recipient no longer wants, as suppressions name it */
        record Leaving(List<String> scopes) implements Detail {
            public Leaving {
                scopes = List.copyOf(scopes);
            }
        }

        record Skip(String reason) implements Detail {}

        /** @param forNow whether the reason may pass */
        record Refusal(String reason, boolean forNow) implements Detail {}
    }

    Event about(Subject other) {
        return new Event(id, type, at, other);
    }

    public boolean of(Class<? extends Origin> kind) {
        return subject instanceof OfMessage message
                ? kind.isInstance(message.origin())
                : kind == Origin.OfCampaign.class;
    }
}
