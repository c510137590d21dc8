package io.tidings.core.feedback;

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
        @Nullable String diagnostic) {

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
        // An out-of-office reply comes as a bounce about which the other server said nothing at all.
        boolean silent = action == null && status == null && diagnostic == null;
        if (silent && subType.equals("General") && type.equals("Transient")) {
            return ReportKind.AUTO_REPLY;
        }
        return type.equals("Transient") ? ReportKind.TRANSIENT_BOUNCE : ReportKind.UNDETERMINED_BOUNCE;
    }

    public String reason() {
        String words = switch (kind()) {
            case SUPPRESSED_BOUNCE -> "SES did not try: the address is on a suppression list (" + subType + ")";
            case UNSUBSCRIBED -> "SES did not try: the recipient unsubscribed from the contact list";
            case AUTO_REPLY -> "An automatic reply, such as out of office; the mail arrived";
            case PERMANENT_BOUNCE -> "The recipient's server refused the mail for good";
            case TRANSIENT_BOUNCE -> "The mail could not be delivered this time (" + subType + ")";
            default -> "The mail came back, and SES could not tell why (" + type + "/" + subType + ")";
        };
        String explained = status == null ? "" : SmtpStatus.explain(status);
        return words + (explained.isEmpty() ? "" : ": " + explained) + (diagnostic == null ? "." : ". " + diagnostic);
    }
}
