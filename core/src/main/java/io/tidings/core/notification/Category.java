package io.tidings.core.notification;

import io.tidings.core.suppression.Purpose;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** What a notification is about. It decides over everything that a program does not say itself. */
public enum Category {
    /** Proves who somebody is, within minutes. */
    ONE_TIME_CODE(Duration.ofMinutes(10)),
    /** About the recipient's own account: welcome, password, invoices. */
    ACCOUNT(Duration.ofDays(1)),
    /** Somebody wrote to the recipient. */
    CONVERSATION(Duration.ofDays(1)),
    /** A summary of what happened. */
    DIGEST(Duration.ofDays(3));

    private final Duration worth;

    Category(Duration worth) {
        this.worth = worth;
    }

    /** As the API writes it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Category of(String key) {
        return Arrays.stream(values())
                .filter(category -> category.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no category " + key));
    }

    /** How long such a mail is worth sending, unless it or the settings say otherwise. */
    public Duration worth() {
        return worth;
    }

    /** The recipient waits for it: it overtakes, and no cap holds it back. */
    public boolean awaited() {
        return this == ONE_TIME_CODE || this == ACCOUNT;
    }

    public Priority priority() {
        return awaited() ? Priority.HIGH : Priority.NORMAL;
    }

    public Purpose.NotificationMail purpose() {
        return new Purpose.NotificationMail(key());
    }
}
