package io.tidings.core.feedback;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bounce in SES's own words. Types and subtypes are open sets: what is not known here is judged by its type alone, and an unknown type
 * never stops mail to anybody.
 */
public record Bounce(
        String type,
        String subType,
        @Nullable String action,
        @Nullable String status,
        @Nullable String diagnostic) implements Detail {

    /** SES calls these temporary, and yet they never pass: no such mailbox, no such domain, no mail taken there, no route. */
    private static final Set<String> NEVER_PASSES = Set.of("5.1.1", "5.1.2", "5.1.10", "5.4.4");

    /** SES tried for as long as it tries. */
    private static final String GAVE_UP = "4.4.7";

    public ReportKind kind() {
        return switch (subType) {
            case "Suppressed", "OnAccountSuppressionList", "OnTenantSuppressionList", "EmailValidationSuppressed" ->
                ReportKind.SUPPRESSED_BOUNCE;
            case "UnsubscribedRecipient" -> ReportKind.UNSUBSCRIBED;
            default -> kindByType();
        };
    }

    private ReportKind kindByType() {
        if (type.equals("Permanent")) {
            return ReportKind.PERMANENT_BOUNCE;
        }
        if (!type.equals("Transient")) {
            return ReportKind.UNDETERMINED_BOUNCE;
        }
        return switch (subType) {
            case "MessageTooLarge", "ContentRejected", "AttachmentRejected" -> ReportKind.MESSAGE_FAULT;
            // An out-of-office reply comes as a bounce about which the other server said nothing at all.
            case "General" -> saysNothing() ? ReportKind.AUTO_REPLY : ReportKind.TRANSIENT_BOUNCE;
            default -> ReportKind.TRANSIENT_BOUNCE;
        };
    }

    private boolean saysNothing() {
        return action == null && status == null && diagnostic == null;
    }

    /** Whether it is called temporary and yet to be treated as permanent. A listed status alone: spam filters answer with 5xx too. */
    public boolean neverPasses(boolean countGivingUp) {
        return kind() == ReportKind.TRANSIENT_BOUNCE
                && subType.equals("General")
                && status != null
                && (NEVER_PASSES.contains(status) || countGivingUp && status.equals(GAVE_UP));
    }

    public String reason() {
        String words = switch (kind()) {
            case SUPPRESSED_BOUNCE -> notTried();
            case UNSUBSCRIBED -> "SES did not try: the recipient unsubscribed from the contact list";
            case AUTO_REPLY -> "An automatic reply, such as out of office; the mail arrived";
            case PERMANENT_BOUNCE -> "The recipient's server refused the mail for good";
            case MESSAGE_FAULT -> messageFault();
            case TRANSIENT_BOUNCE -> transientBounce();
            default -> "The mail came back, and SES could not tell why (" + type + "/" + subType + ")";
        };
        String explained = status == null ? "" : SmtpStatus.explain(status);
        boolean said = explained.isEmpty() || words.endsWith(explained);
        return words + (said ? "" : ": " + explained) + (diagnostic == null ? "." : ". " + diagnostic);
    }

    private String notTried() {
        return switch (subType) {
            case "Suppressed" -> "SES did not try: the address bounced lately for other senders (its global list)";
            case "OnTenantSuppressionList" -> "SES did not try: the address is on the tenant's suppression list";
            case "EmailValidationSuppressed" -> "SES did not try: it takes the address for one that does not exist";
            default -> "SES did not try: the address is on the account's suppression list";
        };
    }

    private String messageFault() {
        return switch (subType) {
            case "MessageTooLarge" -> "The mail was too large for the recipient's server; the address is fine";
            case "AttachmentRejected" -> "The recipient's server does not take such an attachment; the address is fine";
            default -> "The recipient's server does not take the mail's content; the address is fine";
        };
    }

    private String transientBounce() {
        if (neverPasses(false)) {
            return "The mail could not be delivered, and will not be another time";
        }
        return switch (subType) {
            case "MailboxFull" -> "The mail could not be delivered this time: the mailbox is full";
            case "CustomTimeoutExceeded" -> "The mail could not be delivered within the time that was set for it";
            default -> "The mail could not be delivered this time (" + subType + ")";
        };
    }
}
