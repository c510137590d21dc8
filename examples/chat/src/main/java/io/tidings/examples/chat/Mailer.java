package io.tidings.examples.chat;

import io.tidings.client.Category;
import io.tidings.client.DryRun;
import io.tidings.client.Notification;
import io.tidings.client.Posted;
import io.tidings.client.Status;
import io.tidings.client.TidingsClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;

/** All the mail the chat sends, and how each kind of it may wait. */
final class Mailer {

    /** Short, so that nobody has to wait for the example; a real chat waits for some minutes. */
    static final Duration WINDOW = Duration.ofSeconds(5);

    private static final String UNREAD = """
            <p>New in {{room}}:</p><ul>{{#events}}<li><b>{{sender}}</b>: {{text}}</li>{{/events}}</ul>""";

    private final TidingsClient tidings;

    Mailer(TidingsClient tidings) {
        this.tidings = tidings;
    }

    /** At once, ahead of everything else, and worthless after ten minutes. */
    Posted code(Member member, String code) {
        return tidings.post(Notification.to(member.email())
                .category(Category.ONE_TIME_CODE)
                .content("{{code}} is your code", "<p>Your code is <b>{{code}}</b>.</p>")
                .data(Map.of("code", code))
                .expiresAt(Instant.now().plus(Duration.ofMinutes(10)))
                .build());
    }

    /**
     * Not at once: all that comes in the window becomes one mail, and what is read in the app until then is left out. The message's id as
     * the idempotency key means that a chat that crashes and does its work again mails nobody twice.
     */
    Posted unread(Member member, Message message) {
        return tidings.post(unreadMail(member, message), message.id() + "/" + member.name());
    }

    DryRun wouldSend(Member member, Message message) {
        return tidings.dryRun(unreadMail(member, message));
    }

    private static Notification unreadMail(Member member, Message message) {
        return Notification.to(member.email())
                .timeZone(member.zone())
                .category(Category.CONVERSATION)
                .content("{{count}} new in {{room}}", UNREAD)
                .data(Map.of("room", message.room(), "sender", message.sender(), "text", message.text()))
                .collapse(message.room(), WINDOW)
                .cancelIf(readKey(member, message))
                .quietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))
                .reference(message.id())
                .build();
    }

    /** Tells that a message was read, so that no mail is needed. */
    void read(Member member, Message message) {
        tidings.cancel(readKey(member, message));
    }

    Status status(Posted posted) {
        return tidings.get(posted.id());
    }

    private static String readKey(Member member, Message message) {
        return member.name() + "/" + message.id();
    }
}
