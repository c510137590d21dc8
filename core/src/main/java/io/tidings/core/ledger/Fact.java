package io.tidings.core.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a message.
 *
 * @param detail the reason, SES's message id or the diagnostic, whatever tells a person why
 * @param status the enhanced SMTP status, where there is one
 */
public record Fact(
        FactKind kind,
        Instant at,
        @Nullable String detail,
        @Nullable String status) {

    // A diagnostic can be as long as the other server likes; the ledger item should stay within one write unit.
    private static final int LONGEST_DETAIL = 300;

    /**
     * The status of an acceptance that SES reports, in place of our own record of its answer. Ours stays when both are known, so that the
     * Send event of a message recorded already, some milliseconds apart from it, changes nothing and is not written.
     */
    private static final String REPORTED = "reported";

    private static final Comparator<Fact> EARLIEST = Comparator.comparing(Fact::isHearsay)
            .thenComparing(Fact::at)
            .thenComparing(Fact::detail, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Fact::status, Comparator.nullsLast(Comparator.naturalOrder()));

    public Fact {
        // As exact as it is stored, so that what is read back is equal to what was written.
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (detail != null && detail.length() > LONGEST_DETAIL) {
            detail = detail.substring(0, LONGEST_DETAIL);
        }
    }

    public static Fact of(FactKind kind, Instant at, @Nullable String detail) {
        return new Fact(kind, at, detail, null);
    }

    /** SES took the message, as one of its events tells. */
    public static Fact reportedAcceptance(Instant at, @Nullable String sesMessageId) {
        return new Fact(FactKind.ACCEPTED, at, sesMessageId, REPORTED);
    }

    private boolean isHearsay() {
        return kind == FactKind.ACCEPTED && REPORTED.equals(status);
    }

    /** Of two reports of the same thing the earlier stays: which came first to us does not matter. */
    Fact join(Fact other) {
        return EARLIEST.compare(this, other) <= 0 ? this : other;
    }
}
