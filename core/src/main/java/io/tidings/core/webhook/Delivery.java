package io.tidings.core.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one webhook. Its body is written once and never again: whoever gets an event twice gets the same.
 *
 * @param tries how often it was posted since it was stored or replayed
 * @param dueAt when it is to be posted next; nothing when it arrived or was given up
 * @param deliveredAt when the receiver took it
 * @param status the HTTP status of the last answer
 * @param error why the last try failed
 */
public record Delivery(
        String webhookId,
        String eventId,
        EventType type,
        String body,
        Instant createdAt,
        int tries,
        @Nullable Instant triedAt,
        @Nullable Instant dueAt,
        @Nullable Instant deliveredAt,
        @Nullable Integer status,
        @Nullable String error,
        long revision) {

    public enum State {
        WAITING,
        DELIVERED,
        FAILED
    }

    public static Delivery of(String webhookId, Event event, String body, Instant now) {
        return new Delivery(webhookId, event.id(), event.type(), body, now, 0, null, now, null, null, null, 1);
    }

    public State state() {
        if (dueAt != null) {
            return State.WAITING;
        }
        return deliveredAt == null ? State.FAILED : State.DELIVERED;
    }

    /** Nobody else posts it before then; should this worker die, somebody does after. */
    Delivery taken(Instant now, Instant until) {
        return new Delivery(
                webhookId, eventId, type, body, createdAt, tries + 1, now, until, null, status, error, revision + 1);
    }

    Delivery arrived(int answer, Instant now) {
        return new Delivery(
                webhookId, eventId, type, body, createdAt, tries, triedAt, null, now, answer, null, revision + 1);
    }

    /** @param next when it is tried again; nothing to give it up */
    Delivery failed(@Nullable Integer answer, String why, @Nullable Instant next) {
        return new Delivery(
                webhookId, eventId, type, body, createdAt, tries, triedAt, next, null, answer, why, revision + 1);
    }

    /** Once more from the beginning. */
    public Delivery replayed(Instant now) {
        return new Delivery(
                webhookId, eventId, type, body, createdAt, 0, triedAt, now, null, status, error, revision + 1);
    }
}
