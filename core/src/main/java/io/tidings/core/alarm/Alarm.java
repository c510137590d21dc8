package io.tidings.core.alarm;

import java.time.Instant;

/**
 * Something that somebody must look at.
 *
 * @param subject what it is about, among those of its kind
 * @param link the page of the UI where it is looked at
 */
public record Alarm(Kind kind, String subject, Instant since, String words, String todo, String link) {

    public enum Kind {
        /** Queue messages are parked. */
        DEAD_LETTERS,
        /** What SES reported lies unread. */
        UNREAD_REPORTS,
        /** Nobody knows what became of messages, for longer than it should take. */
        UNKNOWN_MESSAGES,
        /** A campaign stopped for another reason than that somebody wanted it. */
        PAUSED_CAMPAIGN,
        /** The account comes near the rates at which SES acts. */
        REPUTATION,
        /** Events no longer reach a receiver, and wait for it. */
        DISABLED_WEBHOOK
    }

    /** The same for as long as it lasts. */
    public String id() {
        return kind + ":" + subject;
    }

    Alarm since(Instant begun) {
        return new Alarm(kind, subject, begun, words, todo, link);
    }
}
