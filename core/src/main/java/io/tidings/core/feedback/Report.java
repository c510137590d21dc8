package io.tidings.core.feedback;

import io.tidings.core.ledger.MessageTags;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One queue message, read. Nothing that can arrive is outside these four. */
public sealed interface Report {

    /**
     * SES reports something of one mail.
     *
     * @param at when it happened
     * @param mailedAt when SES took the mail
     * @param sentTo the addresses the mail was written to
     * @param affected the addresses this report is about, as SES names them
     * @param reason one sentence for a person
     * @param tags what we gave the message to carry, when it is ours
     * @param watched whether mail to this person had been coming back when this one was sent
     */
    record Happened(
            ReportKind kind,
            Instant at,
            Instant mailedAt,
            String sesMessageId,
            List<String> sentTo,
            List<String> affected,
            String reason,
            @Nullable String status,
            @Nullable MessageTags tags,
            @Nullable Detail detail,
            boolean watched)
            implements Report {

        /** A report that says nothing beyond its kind. */
        public Happened(
                ReportKind kind,
                Instant at,
                Instant mailedAt,
                String sesMessageId,
                List<String> sentTo,
                List<String> affected,
                String reason,
                @Nullable String status,
                @Nullable MessageTags tags) {
            this(kind, at, mailedAt, sesMessageId, sentTo, affected, reason, status, tags, null, false);
        }

        public Happened with(Detail more) {
            return new Happened(
                    kind, at, mailedAt, sesMessageId, sentTo, affected, reason, status, tags, more, watched);
        }
    }

    /** Housekeeping of SNS and SES themselves. */
    record Control(String what) implements Report {}

    /** Understood, and of no concern here. */
    record Ignored(String why) implements Report {}

    /** Not what SES sends; it parks for a person to look at. */
    record Unreadable(String why) implements Report {}
}
