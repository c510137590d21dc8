package io.tidings.core.notification;

import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.pacing.Lane;
import io.tidings.core.pacing.Permit;
import io.tidings.core.pacing.SendPacer;
import io.tidings.core.sending.FeedbackSilence;
import io.tidings.core.sending.Mail;
import io.tidings.core.sending.MailTransport;
import io.tidings.core.sending.Pause;
import io.tidings.core.sending.SendOutcome;
import io.tidings.core.sending.SendSettings;
import io.tidings.core.suppression.Purpose;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.suppression.Suppressions;
import io.tidings.core.template.MergeFields;
import io.tidings.core.template.TemplateEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends one notification, ahead of all campaigns, exactly once by the ledger. */
public final class SendNotification {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final NotificationStore notifications;
    private final MessageLedger ledger;
    private final Recorder recorder;
    private final SuppressionStore suppressions;
    private final SuppressionPolicy policy;
    private final TemplateEngine engine;
    private final SendPacer pacer;
    private final MailTransport transport;
    private final Pause pause;
    private final FeedbackSilence silence;
    private final InstantSource clock;
    private final SendSettings settings;

    public SendNotification(
            NotificationStore notifications,
            MessageLedger ledger,
            SuppressionStore suppressions,
            SuppressionPolicy policy,
            TemplateEngine engine,
            SendPacer pacer,
            MailTransport transport,
            Pause pause,
            FeedbackSilence silence,
            InstantSource clock,
            SendSettings settings) {
        this.notifications = notifications;
        this.ledger = ledger;
        this.recorder = new Recorder(ledger);
        this.suppressions = suppressions;
        this.policy = policy;
        this.engine = engine;
        this.pacer = pacer;
        this.transport = transport;
        this.pause = pause;
        this.silence = silence;
        this.clock = clock;
        this.settings = settings;
    }

    /** @return how long to wait before it is to be tried again; empty when it has its outcome */
    public Optional<Duration> send(String id) throws InterruptedException {
        Notification seen = notifications.find(id).orElse(null);
        if (seen == null || settled(seen)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (seen.leasedUntil() != null && seen.leasedUntil().isAfter(now)) {
            return Optional.of(Duration.between(now, seen.leasedUntil()));
        }
        if (!silence.provesNotTaken(seen.askedAt())) {
            return Optional.of(LOOK_AGAIN);
        }
        Suppressions known = suppressions.find(seen.to());
        Purpose purpose = new Purpose.NotificationMail(seen.category());
        if (known.decide(purpose, now, policy) instanceof Suppressions.Refused(Suppressions.Active by)) {
            record(seen, FactKind.SKIPPED, by.words());
            return Optional.empty();
        }
        boolean watched = !known.softBounces().isEmpty();
        return switch (pacer.reserve(Lane.NOTIFICATION, 1)) {
            case Permit.Later(Duration delay) -> Optional.of(delay);
            case Permit.QuotaSpent(Duration delay) -> Optional.of(delay);
            case Permit.Granted(int _, Duration delay) -> {
                pause.sleep(delay);
                yield ask(seen, watched);
            }
        };
    }

    private Optional<Duration> ask(Notification seen, boolean watched) {
        Instant now = clock.instant();
        Notification claimed = seen.claimed(now, now.plus(settings.lease()));
        if (!notifications.replace(seen, claimed)) {
            return Optional.of(SOON);
        }
        if (!(engine.compile(claimed.content()) instanceof TemplateEngine.Compiled(var template))) {
            record(claimed, FactKind.REFUSED, "the template has mistakes");
            return Optional.empty();
        }
        Map<String, String> tags = new MessageTags(
                        origin(claimed),
                        claimed.to().recipientId(),
                        claimed.templateId(),
                        claimed.category(),
                        claimed.fence())
                .toMap();
        Mail mail = new Mail(
                claimed.to(),
                claimed.from(),
                template.render(new MergeFields(claimed.data())),
                // RFC 3834: keeps automatic answers from coming back.
                Map.of("Auto-Submitted", "auto-generated"),
                watched ? MessageTags.watched(tags) : tags);
        return take(claimed, transport.send(List.of(mail)).getFirst());
    }

    private Optional<Duration> take(Notification claimed, SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted(String sesId) -> {
                record(claimed, FactKind.ACCEPTED, sesId);
                yield Optional.empty();
            }
            case SendOutcome.Refused(String why) -> {
                record(claimed, FactKind.REFUSED, why);
                yield Optional.empty();
            }
            case SendOutcome.RefusedForNow(String why) -> {
                record(claimed, FactKind.REFUSED_FOR_NOW, why);
                yield Optional.empty();
            }
            case SendOutcome.Unknown _ -> {
                notifications.replace(claimed, claimed.released());
                yield Optional.of(LOOK_AGAIN);
            }
            case SendOutcome.Throttled _, SendOutcome.QuotaSpent _, SendOutcome.Halted _ -> {
                notifications.replace(claimed, claimed.givenBack());
                yield Optional.of(SOON);
            }
        };
    }

    private boolean settled(Notification notification) {
        MessageLedger.Key key = new MessageLedger.Key(notification.to().recipientId(), origin(notification));
        return Optional.ofNullable(ledger.find(List.of(key)).get(key))
                .filter(Message::settled)
                .isPresent();
    }

    private void record(Notification notification, FactKind kind, String detail) {
        recorder.record(List.of(new News(
                notification.to(),
                origin(notification),
                notification.templateId(),
                notification.category(),
                List.of(Fact.of(kind, clock.instant(), detail)))));
    }

    private static Origin origin(Notification notification) {
        return new Origin.OfNotification(notification.id());
    }
}
