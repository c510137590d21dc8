package io.tidings.aws.ses;

import io.tidings.core.sending.SendOutcome;
import io.tidings.core.sending.SendOutcome.Halted;
import io.tidings.core.sending.SendOutcome.Refused;
import io.tidings.core.sending.SendOutcome.RefusedForNow;
import io.tidings.core.sending.SendOutcome.Throttled;
import io.tidings.core.sending.SendOutcome.Unknown;
import java.net.ConnectException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.model.BulkEmailStatus;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/** What each answer of SES means for the message. One table for exceptions, one for the statuses of a bulk call. */
final class SesOutcomes {

    private SesOutcomes() {}

    static SendOutcome of(SdkException fault) {
        if (fault instanceof SesV2Exception answer) {
            return of(answer);
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return new Throttled("SES cannot be reached: " + cause.getMessage());
            }
        }
        return new Unknown("no answer: " + fault.getMessage());
    }

    private static SendOutcome of(SesV2Exception answer) {
        String code =
                answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
        String text = answer.awsErrorDetails() == null
                ? String.valueOf(answer.getMessage())
                : String.valueOf(answer.awsErrorDetails().errorMessage());
        return switch (code) {
            // Both spellings are in use; the text tells the rate from the day's quota.
            case "TooManyRequestsException", "ThrottlingException", "Throttling" -> throttled(text);
            case "AccountSuspendedException", "SendingPausedException", "MailFromDomainNotVerifiedException" ->
                new Halted(text);
            case "NotFoundException", "LimitExceededException" -> new Halted(text);
            case "MessageRejected", "MessageRejectedException" -> rejected(text);
            case "BadRequestException" -> new Refused(text);
            default -> byStatus(answer.statusCode(), text);
        };
    }

    private static SendOutcome throttled(String text) {
        return text.contains("Daily message quota")
                ? new Halted("the account's quota for 24 hours is spent: " + text)
                : new Throttled(text);
    }

    /** "Email address is not verified" is about the sender or the sandbox: no message of the campaign would fare better. */
    private static SendOutcome rejected(@Nullable String text) {
        String why = text == null ? "SES rejected the message" : text;
        return why.toLowerCase(Locale.ROOT).contains("not verified") ? new Halted(why) : new Refused(why);
    }

    private static SendOutcome byStatus(int status, String text) {
        return switch (status) {
            case 408, 429, 503 -> new Throttled(text);
            case 401, 403 -> new Halted("SES does not accept our credentials: " + text);
            case 400, 404, 413 -> new Refused(text);
            default -> new Unknown("SES answered " + status + ": " + text);
        };
    }

    static SendOutcome of(BulkEmailStatus status, @Nullable String error, @Nullable String messageId) {
        String why = error == null ? status.toString() : error;
        return switch (status) {
            case SUCCESS ->
                messageId == null ? new Unknown("accepted without an id") : new SendOutcome.Accepted(messageId);
            case MESSAGE_REJECTED -> rejected(why);
            case INVALID_PARAMETER -> new Refused(why);
            case ACCOUNT_DAILY_QUOTA_EXCEEDED -> new Halted("the account's quota for 24 hours is spent");
            case ACCOUNT_THROTTLED, TRANSIENT_FAILURE -> new Throttled(why);
            case MAIL_FROM_DOMAIN_NOT_VERIFIED,
                    CONFIGURATION_SET_NOT_FOUND,
                    TEMPLATE_NOT_FOUND,
                    ACCOUNT_SUSPENDED,
                    INVALID_SENDING_POOL_NAME,
                    ACCOUNT_SENDING_PAUSED,
                    CONFIGURATION_SET_SENDING_PAUSED -> new Halted(why);
            // SES says no more than that it did not send it.
            case FAILED -> new RefusedForNow(why);
            case UNKNOWN_TO_SDK_VERSION ->
                new RefusedForNow("SES answered with a status that is not known here: " + why);
        };
    }
}
