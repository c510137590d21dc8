package io.tidings.core.webhook;

import io.tidings.core.webhook.Receiver.Answer;
import io.tidings.core.webhook.Receiver.Gone;
import io.tidings.core.webhook.Receiver.Refused;
import io.tidings.core.webhook.Receiver.Took;
import io.tidings.core.webhook.Receiver.Unreached;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Posts what is due, and writes down what came of it. Who dies between the two leaves an event that is posted again, word for word. */
public final class DeliverEvents {

    /** Longer than a post can take. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final Receiver receiver;
    private final Duration disableAfter;
    private final DoubleSupplier random;
    private final InstantSource clock;

    /**
     * @param disableAfter so long nothing but failures, and the webhook is disabled
     * @param random from 0 to 1
     */
    public DeliverEvents(
            WebhookStore webhooks,
            DeliveryStore deliveries,
            Receiver receiver,
            Duration disableAfter,
            DoubleSupplier random,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.receiver = receiver;
        this.disableAfter = disableAfter;
        this.random = random;
        this.clock = clock;
    }

    public List<Delivery> due(Webhook webhook, int most) {
        return webhook.enabled() ? deliveries.due(webhook.id(), clock.instant(), most) : List.of();
    }

    /** @return the webhook, where this disabled it */
    public Optional<Webhook> deliver(Webhook webhook, Delivery due) {
        Instant began = clock.instant();
        Delivery taken = due.taken(began, began.plus(LEASE));
        if (!deliveries.replace(taken)) {
            return Optional.empty();
        }
        Answer answer = receiver.post(webhook, webhook.signingSecrets(began), taken.eventId(), taken.body());
        Instant now = clock.instant();
        if (answer instanceof Took) {
            // First: who died after the other write would leave it failing with nothing more to post.
            noteWorking(webhook);
        }
        deliveries.replace(
                switch (answer) {
                    case Took(int status) -> taken.arrived(status, now);
                    case Gone(int status) -> taken.failed(status, "the receiver is gone", null);
                    case Refused(int status, String why, var asked) ->
                        taken.failed(status, why, next(taken, asked, now));
                    case Unreached(String why) -> taken.failed(null, why, next(taken, null, now));
                });
        return noteFailure(webhook, answer, now);
    }

    /** Posts something of no delivery, once. */
    public Answer tryOut(Webhook webhook, Event event, String body) {
        return receiver.post(webhook, webhook.signingSecrets(clock.instant()), event.id(), body);
    }

    private @Nullable Instant next(Delivery taken, @Nullable Duration asked, Instant now) {
        return RetrySchedule.after(taken.tries(), asked, random.getAsDouble())
                .map(now::plus)
                .orElse(null);
    }

    private void noteWorking(Webhook seen) {
        if (seen.failingSince() != null) {
            change(seen.id(), known -> known.failingSince() == null ? known : known.working());
        }
    }

    private Optional<Webhook> noteFailure(Webhook seen, Answer answer, Instant now) {
        return switch (answer) {
            case Took _ -> Optional.empty();
            case Gone(int status) -> {
                String why = "the receiver answered " + status + ": it wants no more";
                yield change(seen.id(), known -> known.enabled() ? known.disabled(why, now) : known);
            }
            case Refused(int status, String why, var _) -> failed(seen, status + " " + why, now);
            case Unreached(String why) -> failed(seen, why, now);
        };
    }

    private Optional<Webhook> failed(Webhook seen, String why, Instant now) {
        Instant since = seen.failingSince();
        if (since == null) {
            change(seen.id(), known -> known.failingSince() == null ? known.failing(now) : known);
            return Optional.empty();
        }
        return isHopeless(seen, now)
                ? change(
                        seen.id(),
                        known -> known.enabled() && isHopeless(known, now)
                                ? known.disabled(
                                        "nothing has reached it since " + since + "; the last answer: " + why, now)
                                : known)
                : Optional.empty();
    }

    private boolean isHopeless(Webhook webhook, Instant now) {
        return webhook.failingSince() != null
                && !webhook.failingSince().plus(disableAfter).isAfter(now);
    }

    /** @return the webhook as it is now, where this changed it */
    private Optional<Webhook> change(String id, UnaryOperator<Webhook> step) {
        while (true) {
            Webhook known = webhooks.find(id).orElse(null);
            Webhook next = known == null ? null : step.apply(known);
            if (next == null || next == known) {
                return Optional.empty();
            }
            if (webhooks.replace(next)) {
                return Optional.of(next);
            }
        }
    }
}
