package io.tidings.awslocal.ses;

import io.tidings.awslocal.wire.Refusal;

/** Why SES will not send a mail: as an exception of SendEmail, and as the status of an entry of SendBulkEmail. */
record SendRefusal(int http, String exception, String status, String text) implements Admission {

    Refusal toException() {
        return new Refusal(http, exception, text);
    }

    static SendRefusal of(Refusal refusal) {
        var status = switch (refusal.code()) {
            case "BadRequestException" -> "INVALID_PARAMETER";
            case "MessageRejected" -> "MESSAGE_REJECTED";
            case "NotFoundException" -> "TEMPLATE_NOT_FOUND";
            default -> "FAILED";
        };
        return new SendRefusal(refusal.status(), refusal.code(), status, refusal.text());
    }

    static SendRefusal throttled(AccountState account) {
        return throttling(account, "ACCOUNT_THROTTLED", "Maximum sending rate exceeded.");
    }

    static SendRefusal dailyQuota(AccountState account) {
        return throttling(account, "ACCOUNT_DAILY_QUOTA_EXCEEDED", "Daily message quota exceeded.");
    }

    private static SendRefusal throttling(AccountState account, String status, String text) {
        var spelling = account.throttlingSpelling();
        return new SendRefusal(spelling.equals("TooManyRequestsException") ? 429 : 400, spelling, status, text);
    }

    static SendRefusal suspended() {
        return new SendRefusal(
                400, "AccountSuspendedException", "ACCOUNT_SUSPENDED", "Your account is permanently suspended.");
    }

    static SendRefusal accountPaused() {
        return new SendRefusal(
                400, "SendingPausedException", "ACCOUNT_SENDING_PAUSED", "Email sending is paused for this account.");
    }

    static SendRefusal configurationSetPaused(String name) {
        return new SendRefusal(
                400,
                "SendingPausedException",
                "CONFIGURATION_SET_SENDING_PAUSED",
                "Email sending is disabled for configuration set <" + name + ">.");
    }

    static SendRefusal noConfigurationSet(String name) {
        return new SendRefusal(
                404,
                "NotFoundException",
                "CONFIGURATION_SET_NOT_FOUND",
                "Configuration set <" + name + "> does not exist.");
    }

    static SendRefusal mailFrom(String domain) {
        return new SendRefusal(
                400,
                "MailFromDomainNotVerifiedException",
                "MAIL_FROM_DOMAIN_NOT_VERIFIED",
                "The MAIL FROM domain " + domain + " is not verified.");
    }

    static SendRefusal unverified(String region, Iterable<String> identities) {
        return new SendRefusal(
                400,
                "MessageRejected",
                "MESSAGE_REJECTED",
                "Email address is not verified. The following identities failed the check in region " + region + ": "
                        + String.join(", ", identities));
    }
}
