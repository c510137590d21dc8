package io.tidings.core.notification;

import io.tidings.core.address.RecipientId;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.MessageLedger.Key;
import io.tidings.core.notification.HandOverNotifications.Ready;
import io.tidings.core.notification.NotificationStore.Change;
import io.tidings.core.notification.SettleNotification.Ending;
import io.tidings.core.pacing.Lane;
import io.tidings.core.pacing.Permit;
import io.tidings.core.pacing.QuotaUnknown;
import io.tidings.core.pacing.SendPacer;
import io.tidings.core.sending.FeedbackSilence;
import io.tidings.core.sending.Pause;
import io.tidings.core.sending.SendSettings;
import io.tidings.core.suppression.Suppressions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends notifications ahead of all campaigns, each exactly once by the ledger. What is to wait is left to the sweep.
 *
 * <p>Those that a worker takes together are read, asked for and recorded together: so the more there is to do, the less each costs.
 */
public final class SendNotifications {

    private final NotificationStore notifications;
    private final MessageLedger ledger;
    private final Refusals refusals;
    private final Quiet quiet;
    private final SettleNotification settle;
    private final HandOverNotifications handOver;
    private final SendPacer pacer;
    private final Pause pause;
    private final FeedbackSilence silence;
    private final InstantSource clock;
    private final SendSettings settings;

    /** Who decides whether a notification may go now. */
    public record Deciding(Refusals refusals, Quiet quiet, FeedbackSilence silence) {}

    public SendNotifications(
            NotificationStore notifications,
            MessageLedger ledger,
            Deciding deciding,
            SettleNotification settle,
            HandOverNotifications handOver,
            SendPacer pacer,
            Pause pause,
            InstantSource clock,
            SendSettings settings) {
        this.notifications = notifications;
        this.ledger = ledger;
        this.refusals = deciding.refusals();
        this.quiet = deciding.quiet();
        this.silence = deciding.silence();
        this.settle = settle;
        this.handOver = handOver;
        this.pacer = pacer;
        this.pause = pause;
        this.clock = clock;
        this.settings = settings;
    }

    /** @param ids a few, for each may be some hundred thousand characters long */
    public void send(Collection<String> ids) throws InterruptedException {
        List<Notification> open = notifications.findAll(ids).stream()
                .filter(seen -> !seen.over() && !isBefore(seen.progress().leasedUntil()))
                .toList();
        // Before the ledger is read: else the last report could be recorded between the two.
        Set<String> silent = open.stream()
                .filter(seen -> silence.provesNotTaken(seen.progress().askedAt()))
                .map(Notification::id)
                .collect(Collectors.toSet());
        Map<Key, Message> known = ledger.find(open.stream()
                .filter(seen -> seen.progress().attempts() > 0)
                .map(Notification::key)
                .toList());
        List<Notification> undecided = new ArrayList<>();
        List<Ending> endings = new ArrayList<>();
        for (Notification seen : open) {
            Message message = known.get(seen.key());
            Refusal refusal = seen.progress().refusal();
            if (message != null && message.settled()) {
                settle.settled(seen, message);
            } else if (refusal != null) {
                endings.add(settle.skipped(seen, refusal));
            } else if (silent.contains(seen.id()) && !isEarly(seen)) {
                undecided.add(seen);
            }
            // Else SES may have it: the sweep comes again until its report is there, or its silence means something.
        }
        List<Ready> ready = decide(undecided, endings);
        settle.end(endings);
        handOver(ready);
    }

    /** A call that fails keeps no other from being made; what is left of it is told to whoever brought them. */
    private void handOver(List<Ready> ready) throws InterruptedException {
        RuntimeException failure = null;
        Instant turnEnds = clock.instant().plus(settings.turn());
        for (List<Ready> call : HandOverNotifications.calls(ready)) {
            try {
                handOver(call, turnEnds);
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Whether there is such a time and it is still to come. */
    private boolean isBefore(@Nullable Instant time) {
        return time != null && time.isAfter(clock.instant());
    }

    /** What was to go at once goes, though this clock may be a little behind the one that stored it. */
    private boolean isEarly(Notification seen) {
        return seen.terms().notBefore().isAfter(seen.createdAt())
                && isBefore(seen.terms().notBefore());
    }

    private List<Ready> decide(List<Notification> undecided, List<Ending> endings) {
        Map<RecipientId, Suppressions> suppressions = refusals.known(undecided);
        Instant now = clock.instant();
        List<Ready> ready = new ArrayList<>();
        List<Change> nights = new ArrayList<>();
        for (Notification seen : undecided) {
            Suppressions known = suppressions.getOrDefault(seen.to().recipientId(), Suppressions.none(seen.to()));
            Optional<Refusal> refusal = refusals.of(seen, known, now);
            Optional<Instant> night = refusal.isPresent() ? Optional.empty() : quiet.until(seen, now);
            if (refusal.isPresent()) {
                endings.add(settle.skipped(seen, refusal.get()));
            } else if (night.isPresent()) {
                nights.add(Change.of(seen, seen.progress().quiet(night.get())));
            } else {
                ready.add(new Ready(seen, !known.softBounces().isEmpty()));
            }
        }
        notifications.replace(nights);
        return ready;
    }

    /** Waits for their places in the line; while the line is long, others stay in the queue rather than come and go. */
    private void handOver(List<Ready> call, Instant turnEnds) throws InterruptedException {
        Lane lane = call.getFirst().seen().terms().priority().lane();
        List<Ready> left = call;
        while (!left.isEmpty()) {
            // What was read of them is no longer fresh then, and others may be looking after them.
            if (clock.instant().isAfter(turnEnds)) {
                postpone(left, Backoff.THROTTLED);
                return;
            }
            Permit permit;
            try {
                permit = pacer.reserve(lane, left.size());
            } catch (QuotaUnknown e) {
                postpone(left, e.refused() ? Backoff.HALTED : Backoff.REFUSED);
                return;
            }
            switch (permit) {
                case Permit.Granted granted -> {
                    pause.sleep(granted.untilUse(clock.instant()));
                    if (!granted.isTooLate(clock.instant())) {
                        handOver.handOver(left.subList(0, granted.count()));
                        left = left.subList(granted.count(), left.size());
                    }
                }
                case Permit.Later(Duration delay) -> {
                    if (clock.instant().plus(delay).isAfter(turnEnds)) {
                        postpone(left, Backoff.THROTTLED);
                        return;
                    }
                    pause.sleep(delay);
                }
                case Permit.QuotaSpent _ -> {
                    postpone(left, Backoff.HALTED);
                    return;
                }
            }
        }
    }

    private void postpone(List<Ready> left, Backoff backoff) {
        Instant now = clock.instant();
        notifications.replace(left.stream()
                .map(Ready::seen)
                .map(seen -> Change.of(seen, seen.progress().givenBack(now.plus(backoff.next(seen)))))
                .toList());
    }
}
