package io.tidings.core.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a message.
 *
 * @param detail the reason, SES's message id or the diagnostic, whatever tells a person why
 * @param status the enhanced SMTP status, where there is one; of a judgement, the rules by which it was made
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

    private static final String RULES = "rules-";
    /** What newer rules say replaces what older ones said. */
    private static final Comparator<Fact> NEWEST_RULES =
            Comparator.comparingInt(Fact::rules).reversed().thenComparing(EARLIEST);

    /** Within the hour the first, so that somebody who opens a mail again and again costs one write an hour. */
    private static final Comparator<Fact> NEWEST_RULES_LATEST_HOUR = Comparator.comparingInt(Fact::rules)
            .thenComparing((Fact fact) -> fact.at().truncatedTo(ChronoUnit.HOURS))
            .reversed()
            .thenComparing(EARLIEST);

    public Fact {
        // As exact as it is stored, so that what is read back is equal to what was written.
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (detail != null && detail.length() > LONGEST_DETAIL) {
            detail = detail.substring(0, LONGEST_DETAIL);
        }
        if (kind == FactKind.CLICKED_LINKS) {
            // In the one form there is, so that equal ones are equal.
            detail = ClickedLinks.read(detail).toString();
            status = null;
        }
    }

    public static Fact of(FactKind kind, Instant at, @Nullable String detail) {
        return new Fact(kind, at, detail, null);
    }

    /** SES took the message, as one of its events tells. */
    public static Fact reportedAcceptance(Instant at, @Nullable String sesMessageId) {
        return new Fact(FactKind.ACCEPTED, at, sesMessageId, REPORTED);
    }

    /** A link of the message was followed. */
    public static Fact linkFollowed(String link, Instant at) {
        return new Fact(
                FactKind.CLICKED_LINKS,
                at,
                ClickedLinks.of(link, at.truncatedTo(ChronoUnit.MILLIS)).toString(),
                null);
    }

    private boolean isHearsay() {
        return kind == FactKind.ACCEPTED && REPORTED.equals(status);
    }

    /** Of two reports of the same thing the earlier stays: which came first to us does not matter. */
    Fact join(Fact other) {
        if (kind == FactKind.CLICKED_LINKS) {
            ClickedLinks both = ClickedLinks.read(detail).join(ClickedLinks.read(other.detail));
            return new Fact(kind, at.isBefore(other.at) ? at : other.at, both.toString(), null);
        }
        return order().compare(this, other) <= 0 ? this : other;
    }

    private Comparator<Fact> order() {
        return switch (kind) {
            case OPENED_BY_HUMAN, OPENED_BY_MACHINE, CLICKED_BY_HUMAN, CLICKED_BY_MACHINE -> NEWEST_RULES;
            case OPENED_BY_HUMAN_AGAIN, CLICKED_BY_HUMAN_AGAIN -> NEWEST_RULES_LATEST_HOUR;
            default -> EARLIEST;
        };
    }

    public static Fact judgement(FactKind kind, Instant at, String why, int rules) {
        return new Fact(kind, at, why, RULES + rules);
    }

    /** By which version of the rules a judgement was made; 0 for what is none. */
    int rules() {
        try {
            return status != null && status.startsWith(RULES) ? Integer.parseInt(status.substring(RULES.length())) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
