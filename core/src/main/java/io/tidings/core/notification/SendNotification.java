package io.tidings.core.notification;

import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.notification.NotificationStore.Count;
import io.tidings.core.pacing.Permit;
import io.tidings.core.pacing.SendPacer;
import io.tidings.core.sending.FeedbackSilence;
import io.tidings.core.sending.Mail;
import io.tidings.core.sending.MailTransport;
import io.tidings.core.sending.Pause;
import io.tidings.core.sending.SendOutcome;
import io.tidings.core.sending.SendSettings;
import io.tidings.core.suppression.Suppressions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends one notification, ahead of all campaigns, exactly once by the ledger. What is to wait is left to the sweep. */
public final class SendNotification {

    private final NotificationStore notifications;
    private final MessageLedger ledger;
    private final Quiet quiet;
    private final Refusals refusals;
    private final GatherEvents gather;
    private final ComposeNotification compose;
    private final SettleNotification settle;
    private final SendPacer pacer;
    private final MailTransport transport;
    private final Pause pause;
    private final FeedbackSilence silence;
    private final InstantSource clock;
    private final SendSettings settings;
    private final LaneSettings lane;

    /** The stores it reads. */
    public record Stores(
            NotificationStore notifications,
            GatheringStore gatherings,
            CancellationStore cancellations,
            MessageLedger ledger) {}

    /** The way to SES. */
    public record Way(SendPacer pacer, MailTransport transport, Pause pause, FeedbackSilence silence) {}

    public SendNotification(
            Stores stores,
            Refusals refusals,
            Quiet quiet,
            ComposeNotification compose,
            SettleNotification settle,
            Way way,
            InstantSource clock,
            SendSettings settings,
            LaneSettings lane) {
        this.notifications = stores.notifications();
        this.ledger = stores.ledger();
        this.gather = new GatherEvents(stores.gatherings(), stores.cancellations());
        this.refusals = refusals;
        this.quiet = quiet;
        this.compose = compose;
        this.settle = settle;
        this.pacer = way.pacer();
        this.transport = way.transport();
        this.pause = way.pause();
        this.silence = way.silence();
        this.clock = clock;
        this.settings = settings;
        this.lane = lane;
    }

    public void send(String id) throws InterruptedException {
        Notification seen = notifications.find(id).orElse(null);
        if (seen == null || seen.over() || isBefore(seen.progress().leasedUntil())) {
            return;
        }
        Optional<Message> settled = seen.progress().attempts() > 0 ? settled(seen) : Optional.empty();
        if (settled.isPresent()) {
            settle.settled(seen, settled.get());
        } else if (seen.progress().refusal() != null) {
            settle.skip(seen, seen.progress().refusal());
        } else if (silence.provesNotTaken(seen.progress().askedAt())) {
            decide(seen);
        }
        // Else SES may have it: the sweep comes again until its report is there, or its silence means something.
    }

    /** Whether there is such a time and it is still to come. */
    private boolean isBefore(@Nullable Instant time) {
        return time != null && time.isAfter(clock.instant());
    }

    private void decide(Notification seen) throws InterruptedException {
        // What was to go at once goes, though this clock may be a little behind the one that stored it.
        if (seen.terms().notBefore().isAfter(seen.createdAt())
                && isBefore(seen.terms().notBefore())) {
            return;
        }
        Instant now = clock.instant();
        Suppressions known = refusals.known(seen);
        Optional<Refusal> refusal =
                Refusals.expired(seen, now) ? Optional.of(Refusal.EXPIRED) : refusals.of(seen, known, now);
        if (refusal.isPresent()) {
            settle.skip(seen, refusal.get());
            return;
        }
        Optional<Instant> night = quiet.until(seen, now);
        if (night.isPresent()) {
            notifications.replace(seen, seen.with(seen.progress().quiet(night.get())));
            return;
        }
        if (permitted(seen)) {
            claim(seen, !known.softBounces().isEmpty());
        }
    }

    /** Waits for its place in the line; while the line is long, others stay in the queue rather than come and go. */
    private boolean permitted(Notification seen) throws InterruptedException {
        Instant turnEnds = clock.instant().plus(settings.turn());
        while (true) {
            switch (pacer.reserve(seen.terms().priority().lane(), 1)) {
                case Permit.Granted(int _, Duration delay) -> {
                    pause.sleep(delay);
                    return true;
                }
                case Permit.Later(Duration delay) -> {
                    if (clock.instant().plus(delay).isAfter(turnEnds)) {
                        postpone(seen, Backoff.THROTTLED.next(seen));
                        return false;
                    }
                    pause.sleep(delay);
                }
                case Permit.QuotaSpent _ -> {
                    postpone(seen, Backoff.HALTED.next(seen));
                    return false;
                }
            }
        }
    }

    private void claim(Notification seen, boolean watched) {
        Instant now = clock.instant();
        settle.closeGathering(seen);
        Letter letter = gather.wanted(seen).orElse(null);
        if (letter == null) {
            settle.withdraw(seen);
            return;
        }
        Mail mail;
        try {
            mail = compose.compose(seen.with(letter), notifications.attachments(seen));
        } catch (IllegalArgumentException e) {
            settle.record(seen, FactKind.REFUSED, "the template failed: " + e.getMessage());
            return;
        }
        String day = seen.progress().countedOn() == null && capped(seen) ? day(now) : null;
        Notification claimed = seen.with(seen.progress().claimed(now, now.plus(settings.lease()), day));
        switch (take(seen, claimed, day)) {
            case NotificationStore.Claimed() -> ask(claimed, watched ? watched(mail) : mail);
            case NotificationStore.Capped() -> settle.skip(seen, Refusal.CAPPED);
            case NotificationStore.Lost() -> {}
        }
    }

    private NotificationStore.Claim take(Notification seen, Notification claimed, @Nullable String day) {
        if (day != null) {
            return notifications.claim(seen, claimed, new Count(seen.to().recipientId(), day, lane.dailyCap()));
        }
        return notifications.replace(seen, claimed) ? new NotificationStore.Claimed() : new NotificationStore.Lost();
    }

    private boolean capped(Notification seen) {
        return lane.dailyCap() > 0 && !seen.terms().category().awaited();
    }

    private static String day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    }

    private static Mail watched(Mail mail) {
        return new Mail(
                mail.to(),
                mail.from(),
                mail.content(),
                mail.headers(),
                MessageTags.watched(mail.tags()),
                mail.attachments());
    }

    private void ask(Notification claimed, Mail mail) {
        switch (transport.send(List.of(mail)).getFirst()) {
            case SendOutcome.Accepted(String sesId) -> settle.accepted(claimed, sesId);
            case SendOutcome.Refused(String why) -> settle.record(claimed, FactKind.REFUSED, why);
            case SendOutcome.RefusedForNow(String why) -> {
                if (Backoff.REFUSED.isUsedUp(claimed)) {
                    settle.record(claimed, FactKind.REFUSED_FOR_NOW, why);
                } else {
                    postpone(claimed, Backoff.REFUSED.next(claimed));
                }
            }
            case SendOutcome.Unknown _ -> {
                Instant next = clock.instant().plus(Backoff.UNKNOWN.next(claimed));
                notifications.replace(claimed, claimed.with(claimed.progress().released(next)));
            }
            case SendOutcome.Throttled _ -> postpone(claimed, Backoff.THROTTLED.next(claimed));
            case SendOutcome.QuotaSpent _, SendOutcome.Halted _ -> postpone(claimed, Backoff.HALTED.next(claimed));
        }
    }

    private void postpone(Notification notification, Duration delay) {
        Instant due = clock.instant().plus(delay);
        notifications.replace(
                notification, notification.with(notification.progress().givenBack(due)));
    }

    private Optional<Message> settled(Notification notification) {
        MessageLedger.Key key = new MessageLedger.Key(notification.to().recipientId(), notification.origin());
        return Optional.ofNullable(ledger.find(List.of(key)).get(key)).filter(Message::settled);
    }
}
