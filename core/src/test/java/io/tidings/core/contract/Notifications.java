package io.tidings.core.contract;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.notification.Category;
import io.tidings.core.notification.Letter;
import io.tidings.core.notification.Notification;
import io.tidings.core.notification.Progress;
import io.tidings.core.notification.QuietHours;
import io.tidings.core.notification.Refusal;
import io.tidings.core.notification.Terms;
import io.tidings.core.template.TemplateContent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain examples of notifications. */
public final class Notifications {

    private Notifications() {}

    /** With everything that can be said of one. */
    static Notification waiting() {
        Terms terms = new Terms(
                Category.CONVERSATION,
                Category.CONVERSATION.priority(),
                Samples.NOON,
                Samples.NOON.plus(Duration.ofDays(20_000)),
                null,
                "cancel",
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30)),
                ZoneId.of("Europe/Zurich"),
                "chat-17",
                List.of("mention", "vip"));
        Progress progress = new Progress(
                Progress.State.WAITING,
                Samples.NOON.plusMillis(5),
                0,
                Samples.NOON,
                Samples.NOON,
                2,
                Samples.NOON.plusSeconds(1),
                "2026-03-01",
                new Refusal("suppressed", "why"),
                Samples.NOON);
        return new Notification(Samples.id(), Samples.address(), letter(0), terms, Samples.NOON, progress);
    }

    private static Letter letter(int files) {
        return new Letter(
                Samples.SENDER,
                new Letter.Inline(new TemplateContent("Hello", "<p>Hello {{name}}</p>", null)),
                Map.of("name", "Ana", "unread", 3, "rooms", List.of("lobby", "kitchen")),
                "de-CH",
                EmailAddress.of("reply@example.com"),
                Map.of("X-Room", "7"),
                files);
    }

    static Notification plain() {
        Letter letter =
                new Letter(Samples.SENDER, new Letter.OfTemplate(Samples.id(), 3), Map.of(), null, null, Map.of(), 0);
        return new Notification(
                Samples.id(),
                Samples.address(),
                letter,
                terms(Category.ONE_TIME_CODE, Samples.NOON, null),
                Samples.NOON,
                Progress.waiting(Samples.NOON, null));
    }

    public static Terms terms(Category category, Instant notBefore, @Nullable String collapseKey) {
        return new Terms(
                category,
                category.priority(),
                notBefore,
                notBefore.plus(Duration.ofDays(20_000)),
                collapseKey,
                null,
                null,
                null,
                null,
                List.of());
    }

    static Notification withFiles(int files) {
        Notification one = waiting();
        return new Notification(one.id(), one.to(), letter(files), one.terms(), one.createdAt(), one.progress());
    }

    static Notification gathering(String key) {
        Notification one = plain();
        Instant ends = Samples.NOON.plusSeconds(300);
        return new Notification(
                one.id(),
                EmailAddress.of("gathers@example.com"),
                one.letter(),
                terms(Category.CONVERSATION, ends, key),
                one.createdAt(),
                Progress.waiting(ends, null));
    }

    static Notification dueAt(Instant due) {
        Notification one = waiting();
        return with(one, Progress.waiting(due, null));
    }

    static Notification withFence(Notification seen, long fence) {
        return with(seen, progress(seen, Progress.State.WAITING, seen.progress().due(), fence));
    }

    static Notification over(Notification seen) {
        return with(
                seen, progress(seen, Progress.State.DONE, null, seen.progress().fence() + 1));
    }

    private static Progress progress(Notification seen, Progress.State state, @Nullable Instant due, long fence) {
        Progress now = seen.progress();
        return new Progress(
                state,
                due,
                fence,
                now.leasedUntil(),
                now.askedAt(),
                now.attempts(),
                now.quietUntil(),
                now.countedOn(),
                now.refusal(),
                now.endedAt());
    }

    public static Notification with(Notification seen, Progress progress) {
        return new Notification(seen.id(), seen.to(), seen.letter(), seen.terms(), seen.createdAt(), progress);
    }
}
