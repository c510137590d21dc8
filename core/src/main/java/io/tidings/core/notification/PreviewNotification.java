package io.tidings.core.notification;

import io.tidings.core.notification.PostNotification.Wanted;
import io.tidings.core.sending.Mail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What would be sent, were it asked for now. Writes nothing. */
public final class PreviewNotification {

    private final Refusals refusals;
    private final ComposeNotification compose;
    private final Quiet quiet;
    private final InstantSource clock;

    public PreviewNotification(Refusals refusals, ComposeNotification compose, Quiet quiet, InstantSource clock) {
        this.refusals = refusals;
        this.compose = compose;
        this.quiet = quiet;
        this.clock = clock;
    }

    public sealed interface Preview {}

    public record Refused(Refusal why) implements Preview {}

    /** The template fails on this data. */
    public record Faulty(String why) implements Preview {}

    public record WouldSend(Mail mail, Instant when) implements Preview {}

    public Preview preview(Wanted wanted) {
        Notification notification = wanted.notification();
        Optional<Refusal> refusal = refusals.of(notification, clock.instant());
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Event event = wanted.event();
        Letter letter =
                event == null ? notification.letter() : GatherEvents.filled(notification.letter(), List.of(event));
        Instant when = notification.terms().notBefore();
        try {
            Mail mail = compose.compose(notification.with(letter), wanted.attachments());
            return new WouldSend(mail, quiet.until(notification, when).orElse(when));
        } catch (IllegalArgumentException e) {
            return new Faulty(String.valueOf(e.getMessage()));
        }
    }
}
