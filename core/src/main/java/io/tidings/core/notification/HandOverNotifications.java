package io.tidings.core.notification;

import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.notification.NotificationStore.Change;
import io.tidings.core.notification.NotificationStore.Count;
import io.tidings.core.notification.SettleNotification.Ending;
import io.tidings.core.pacing.SendPacer;
import io.tidings.core.sending.Mail;
import io.tidings.core.sending.MailTransport;
import io.tidings.core.sending.SendOutcome;
import io.tidings.core.sending.SendSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Claims notifications that have their permits, asks SES to send them, and records what it answers. */
public final class HandOverNotifications {

    private final NotificationStore notifications;
    private final GatherEvents gather;
    private final ComposeNotification compose;
    private final SettleNotification settle;
    private final MailTransport transport;
    private final SendPacer pacer;
    private final InstantSource clock;
    private final SendSettings settings;
    private final LaneSettings lane;

    /** The stores it reads. */
    public record Stores(NotificationStore notifications, GatheringStore gatherings, CancellationStore cancellations) {}

    public HandOverNotifications(
            Stores stores,
            ComposeNotification compose,
            SettleNotification settle,
            MailTransport transport,
            SendPacer pacer,
            InstantSource clock,
            SendSettings settings,
            LaneSettings lane) {
        this.notifications = stores.notifications();
        this.gather = new GatherEvents(stores.gatherings(), stores.cancellations());
        this.compose = compose;
        this.settle = settle;
        this.transport = transport;
        this.pacer = pacer;
        this.clock = clock;
        this.settings = settings;
        this.lane = lane;
    }

    /** @param watched whether its recipient bounced lately, so that a delivery has to be noted */
    record Ready(Notification seen, boolean watched) {

        /** Which of them SES is asked for in one call: of one sender, and alike, so that they share what they have in common. */
        private Object call() {
            Letter letter = seen.letter();
            // Megabytes may belong to it: many of them at once would be too much to hold. And an address for answers is
            // a call of its own.
            boolean alone = letter.attachments() > 0 || seen.gathers() || letter.replyTo() != null;
            return alone ? seen.id() : List.of(seen.terms().priority(), letter.from(), letter.source());
        }
    }

    /** The urgent first. */
    static List<List<Ready>> calls(List<Ready> ready) {
        return List.copyOf(ready.stream()
                .sorted(Comparator.comparing(one -> one.seen().terms().priority()))
                .collect(Collectors.groupingBy(Ready::call, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private record Composed(Notification notification, Mail mail) {}

    /** @param call that have their permits now; one of {@link #calls} or a part of it */
    void handOver(List<Ready> call) {
        Answers answers = new Answers();
        List<Composed> claimed = claim(compose(call, answers), answers);
        // Who is not asked for is recorded before others are, which may take long.
        settle.end(answers.endings);
        if (!claimed.isEmpty()) {
            Answers asked = new Answers();
            ask(claimed, asked);
            settle.end(asked.endings);
            notifications.replace(asked.changes);
        }
    }

    private List<Composed> compose(List<Ready> ready, Answers answers) {
        List<Notification> all = ready.stream().map(Ready::seen).toList();
        all.forEach(settle::closeGathering);
        Map<String, Letter> wanted = gather.wanted(all);
        List<Composed> composed = new ArrayList<>();
        for (Ready one : ready) {
            Notification seen = one.seen();
            Letter letter = wanted.get(seen.id());
            if (letter == null) {
                settle.withdraw(seen);
                continue;
            }
            try {
                Mail mail = compose.compose(seen.with(letter), notifications.attachments(seen));
                composed.add(new Composed(seen, one.watched() ? watched(mail) : mail));
            } catch (IllegalArgumentException e) {
                answers.end(settle.refused(seen, FactKind.REFUSED, "the template failed: " + e.getMessage()));
            }
        }
        return composed;
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

    /** Those that this worker, and nobody else, may ask for. */
    private List<Composed> claim(List<Composed> composed, Answers answers) {
        Instant now = clock.instant();
        Instant until = now.plus(settings.lease());
        String today = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
        Map<String, Change> claims = new LinkedHashMap<>();
        Set<String> won = new HashSet<>();
        for (Composed one : composed) {
            Notification seen = one.notification();
            boolean counts = countsAgainstTheDay(seen);
            Change claim = Change.of(seen, seen.progress().claimed(now, until, counts ? today : null));
            claims.put(seen.id(), claim);
            if (counts) {
                switch (notifications.claim(claim, new Count(seen.to().recipientId(), today, lane.dailyCap()))) {
                    case NotificationStore.Claimed() -> won.add(seen.id());
                    case NotificationStore.Capped() -> answers.end(settle.skipped(seen, Refusal.CAPPED));
                    case NotificationStore.Lost() -> {}
                }
            }
        }
        won.addAll(notifications.replace(claims.values().stream()
                .filter(claim -> !countsAgainstTheDay(claim.seen()))
                .toList()));
        List<Composed> claimed = new ArrayList<>();
        for (Composed one : composed) {
            Change claim = claims.get(one.notification().id());
            if (claim != null && won.contains(claim.seen().id())) {
                claimed.add(new Composed(claim.next(), one.mail()));
            }
        }
        return claimed;
    }

    private boolean countsAgainstTheDay(Notification seen) {
        return lane.dailyCap() > 0
                && !seen.terms().category().awaited()
                && seen.progress().countedOn() == null;
    }

    private void ask(List<Composed> call, Answers answers) {
        List<SendOutcome> outcomes =
                transport.send(call.stream().map(Composed::mail).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            answers.take(call.get(i).notification(), outcomes.get(i));
        }
        if (outcomes.stream().anyMatch(SendOutcome.Throttled.class::isInstance)) {
            pacer.throttled();
        }
    }

    /** What is to be recorded of those that were handed over together. */
    private final class Answers {

        private final List<Ending> endings = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();

        void end(Ending ending) {
            endings.add(ending);
        }

        void take(Notification claimed, SendOutcome outcome) {
            switch (outcome) {
                case SendOutcome.Accepted(String sesId) -> end(settle.accepted(claimed, sesId));
                case SendOutcome.Refused(String why) -> end(settle.refused(claimed, FactKind.REFUSED, why));
                case SendOutcome.RefusedForNow(String why) -> {
                    if (Backoff.REFUSED.isUsedUp(claimed)) {
                        end(settle.refused(claimed, FactKind.REFUSED_FOR_NOW, why));
                    } else {
                        postpone(claimed, Backoff.REFUSED);
                    }
                }
                case SendOutcome.Unknown _ ->
                    changes.add(Change.of(claimed, claimed.progress().released(next(claimed, Backoff.UNKNOWN))));
                case SendOutcome.Throttled _, SendOutcome.NotReached _ -> postpone(claimed, Backoff.THROTTLED);
                case SendOutcome.QuotaSpent _, SendOutcome.Halted _ -> postpone(claimed, Backoff.HALTED);
            }
        }

        private void postpone(Notification claimed, Backoff backoff) {
            changes.add(Change.of(claimed, claimed.progress().givenBack(next(claimed, backoff))));
        }

        private Instant next(Notification claimed, Backoff backoff) {
            return clock.instant().plus(backoff.next(claimed));
        }
    }
}
