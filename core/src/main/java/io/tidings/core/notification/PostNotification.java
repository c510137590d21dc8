package io.tidings.core.notification;

import io.tidings.core.notification.GatheringStore.Key;
import io.tidings.core.notification.GatheringStore.Open;
import io.tidings.core.sending.Attachment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a notification over from a program: when it returns, the mail will be sent or its refusal recorded, whatever crashes. What is
 * stored with it - its answer, its files, its place in a gathering - is stored in one transaction.
 */
public final class PostNotification {

    /** More than so much in one mail nobody reads; the next gathering takes what comes after. */
    public static final int MOST_EVENTS = 1_000;

    public static final long MOST_SIZE = 1_000_000;

    /** Until then the queue is trusted to bring it to a worker; after that the sweep posts it again. */
    static final Duration TRUST = Duration.ofSeconds(5);

    private static final int TRIES = 1_000;

    private final NotificationStore notifications;
    private final GatheringStore gatherings;
    private final AnswerStore answers;
    private final NotificationQueue queue;
    private final Refusals refusals;
    private final SettleNotification settle;
    private final InstantSource clock;

    public PostNotification(
            NotificationStore notifications,
            GatheringStore gatherings,
            AnswerStore answers,
            NotificationQueue queue,
            Refusals refusals,
            SettleNotification settle,
            InstantSource clock) {
        this.notifications = notifications;
        this.gatherings = gatherings;
        this.answers = answers;
        this.queue = queue;
        this.refusals = refusals;
        this.settle = settle;
        this.clock = clock;
    }

    /**
     * What a program asks for.
     *
     * @param event of a gathering: what is to join it; {@code notification} is then the digest, should the event be its first
     */
    public record Wanted(
            Notification notification,
            List<Attachment> attachments,
            @Nullable Event event) {}

    /** @param refusal when nothing will be sent */
    public record Posted(
            String id, String state, Instant due, @Nullable Refusal refusal) {

        public Posted {
            due = due.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** Makes the answer that is kept for a request with a key. */
    public interface Answering {
        KeyedAnswer of(Posted posted);
    }

    public sealed interface Outcome {}

    public record Taken(Posted posted) implements Outcome {}

    /** The key has been used: this is what was answered. */
    public record Known(KeyedAnswer first) implements Outcome {}

    /** Another request with the key is still being answered. */
    public record InFlight() implements Outcome {}

    public Outcome post(Wanted wanted, @Nullable Answering answering) {
        Instant now = clock.instant();
        Refusal refusal = refusals.of(wanted.notification(), now).orElse(null);
        Event event = wanted.event();
        return event == null || refusal != null
                ? alone(wanted, refusal, answering, now)
                : gathered(wanted.notification(), event, answering, now);
    }

    private Outcome alone(Wanted wanted, @Nullable Refusal refusal, @Nullable Answering answering, Instant now) {
        Instant notBefore = wanted.notification().terms().notBefore();
        boolean atOnce = refusal != null || !notBefore.isAfter(now);
        Notification notification =
                wanted.notification().with(Progress.waiting(atOnce ? now.plus(TRUST) : notBefore, refusal));
        Posted posted =
                new Posted(notification.id(), atOnce ? "waiting" : "scheduled", atOnce ? now : notBefore, refusal);
        KeyedAnswer answer = answering == null ? null : answering.of(posted);
        if (notifications.add(notification, wanted.attachments(), answer) instanceof NotificationStore.KeyUsed) {
            return known(answer, now);
        }
        if (refusal != null) {
            settle.end(List.of(settle.skipped(notification, refusal)));
        } else if (atOnce) {
            queue.post(notification.id(), notification.terms().priority());
        }
        return new Taken(posted);
    }

    private Outcome gathered(Notification wanted, Event event, @Nullable Answering answering, Instant now) {
        Notification digest = wanted.with(Progress.waiting(wanted.terms().notBefore(), null));
        Key key = keyOf(digest);
        for (int i = 0; i < TRIES; i++) {
            Open seen = gatherings.find(key).orElse(null);
            Open open = seen != null && hasRoom(seen, event) ? seen : null;
            Posted posted = open == null
                    ? new Posted(digest.id(), "gathering", digest.terms().notBefore(), null)
                    : new Posted(open.id(), "gathering", open.endsAt(), null);
            KeyedAnswer answer = answering == null ? null : answering.of(posted);
            GatheringStore.Joined joined = open == null
                    ? gatherings.begin(seen, key, digest, event, answer)
                    : gatherings.join(open, event, answer);
            switch (joined) {
                case GatheringStore.Stored() -> {
                    return new Taken(posted);
                }
                case GatheringStore.KeyUsed() -> {
                    return known(answer, now);
                }
                case GatheringStore.Moved() -> {}
            }
        }
        throw new IllegalStateException("after " + TRIES + " tries others still change the gathering " + digest.id());
    }

    private static boolean hasRoom(Open gathering, Event event) {
        return gathering.events() < MOST_EVENTS && gathering.size() + event.size() <= MOST_SIZE;
    }

    private Outcome known(@Nullable KeyedAnswer mine, Instant now) {
        if (mine == null) {
            throw new IllegalStateException("a request without a key cannot have used one");
        }
        return answers.find(mine.key(), now).<Outcome>map(Known::new).orElseGet(InFlight::new);
    }

    static Key keyOf(Notification digest) {
        return new Key(digest.to().recipientId(), String.valueOf(digest.terms().collapseKey()));
    }
}
