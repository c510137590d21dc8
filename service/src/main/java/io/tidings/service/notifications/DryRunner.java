package io.tidings.service.notifications;

import io.tidings.core.notification.PostNotification.Wanted;
import io.tidings.core.notification.PreviewNotification;
import io.tidings.core.sending.Mail;
import io.tidings.service.notifications.NotificationAnswers.DryRun;
import io.tidings.service.web.ProblemException;
import jakarta.inject.Singleton;
import java.util.Map;

/** Tells what would be sent, and sends nothing. */
@Singleton
final class DryRunner {

    private final PreviewNotification preview;

    DryRunner(PreviewNotification preview) {
        this.preview = preview;
    }

    DryRun run(Wanted wanted) {
        String to = wanted.notification().to().toString();
        return switch (preview.preview(wanted)) {
            case PreviewNotification.Refused(var refusal) ->
                new DryRun(false, refusal.code(), refusal.words(), null, null, to, null, null, null, Map.of());
            case PreviewNotification.Faulty(String why) ->
                throw ProblemException.invalid("data", "the template fails on it: " + why);
            case PreviewNotification.WouldSend(Mail mail, var when) ->
                new DryRun(
                        true,
                        null,
                        null,
                        when,
                        mail.from().name() + " <" + mail.from().address() + ">",
                        to,
                        mail.content().subject(),
                        mail.content().html().toString(),
                        mail.content().text().toString(),
                        mail.headers());
        };
    }
}
