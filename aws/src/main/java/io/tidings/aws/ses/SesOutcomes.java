package io.tidings.aws.ses;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.sending.SendOutcome;
import io.tidings.core.sending.SendOutcome.Halted;
import io.tidings.core.sending.SendOutcome.NotReached;
import io.tidings.core.sending.SendOutcome.QuotaSpent;
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

    static SendOutcome of(SdkException fault, EmailAddress sender) {
        if (fault instanceof SesV2Exception answer) {
            return of(answer, sender);
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return new NotReached("SES cannot be reached: " + cause.getMessage());
            }
        }
        return new Unknown("no answer: " + fault.getMessage());
    }

    private static SendOutcome of(SesV2Exception answer, EmailAddress sender) {
        String code =
                answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
        String text = answer.awsErrorDetails() == null
                ? String.valueOf(answer.getMessage())
                : String.valueOf(answer.awsErrorDetails().errorMessage());
        return switch (code) {
            // Both spellings are in use; the text tells the rate from the day's quota.
            case "TooManyRequestsException", "ThrottlingException", "Throttling" -> throttled(text);
            case "AccountSuspendedException" -> new Halted(PauseKind.ACCOUNT_SUSPENDED, text);
            case "SendingPausedException" -> paused(text);
            case "MailFromDomainNotVerifiedException" -> new Halted(PauseKind.MAIL_FROM_NOT_VERIFIED, text);
            case "NotFoundException" -> notFound(text);
            case "LimitExceededException" -> new Halted(PauseKind.ACCOUNT_REFUSED, text);
            case "MessageRejected", "MessageRejectedException" -> rejected(text, sender);
            case "BadRequestException" -> new Refused(text);
            default -> byStatus(answer.statusCode(), text);
        };
    }

    static SendOutcome throttled(String text) {
        return text.contains("Daily message quota") ? new QuotaSpent(text) : new Throttled(text);
    }

    /** The same exception for the account and for the configuration set. */
    private static SendOutcome paused(String text) {
        return new Halted(
                mentions(text, "configuration set") ? PauseKind.CONFIGURATION_SET_PAUSED : PauseKind.SENDING_PAUSED,
                text);
    }

    /** A send call names nothing else that could be missing. */
    private static SendOutcome notFound(String text) {
        return new Halted(
                mentions(text, "pool") ? PauseKind.SENDING_POOL_MISSING : PauseKind.CONFIGURATION_SET_MISSING, text);
    }

    /**
     * "Email address is not verified" names those that are not: the sender, or in the sandbox the recipient. Neither way another
     * message of the campaign would fare better.
     */
    static SendOutcome rejected(@Nullable String text, EmailAddress sender) {
        String why = text == null ? "SES rejected the message" : text;
        if (mentions(why, "not verified")) {
            return new Halted(
                    !why.contains("@") || mentions(why, sender.toString()) || mentions(why, " " + sender.domain())
                            ? PauseKind.SENDER_NOT_VERIFIED
                            : PauseKind.SANDBOX,
                    why);
        }
        if (mentions(why, "sending suspended") || mentions(why, "sending paused")) {
            return new Halted(mentions(why, "paused") ? PauseKind.SENDING_PAUSED : PauseKind.ACCOUNT_SUSPENDED, why);
        }
        return new Refused(why);
    }

    private static boolean mentions(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static SendOutcome byStatus(int status, String text) {
        return switch (status) {
            case 429 -> new Throttled(text);
            case 408, 503 -> new NotReached(text);
            case 401, 403 -> new Halted(PauseKind.CREDENTIALS_REFUSED, text);
            case 400, 404, 413 -> new Refused(text);
            default -> new Unknown("SES answered " + status + ": " + text);
        };
    }

    static SendOutcome of(
            BulkEmailStatus status, @Nullable String error, @Nullable String messageId, EmailAddress sender) {
        String why = error == null ? status.toString() : error;
        return switch (status) {
            case SUCCESS ->
                messageId == null ? new Unknown("accepted without an id") : new SendOutcome.Accepted(messageId);
            case MESSAGE_REJECTED -> rejected(why, sender);
            case INVALID_PARAMETER -> new Refused(why);
            case ACCOUNT_DAILY_QUOTA_EXCEEDED -> new QuotaSpent(why);
            case ACCOUNT_THROTTLED -> throttled(why);
            case TRANSIENT_FAILURE -> new NotReached(why);
            case MAIL_FROM_DOMAIN_NOT_VERIFIED -> new Halted(PauseKind.MAIL_FROM_NOT_VERIFIED, why);
            case CONFIGURATION_SET_NOT_FOUND -> new Halted(PauseKind.CONFIGURATION_SET_MISSING, why);
            case CONFIGURATION_SET_SENDING_PAUSED -> new Halted(PauseKind.CONFIGURATION_SET_PAUSED, why);
            case ACCOUNT_SUSPENDED -> new Halted(PauseKind.ACCOUNT_SUSPENDED, why);
            case ACCOUNT_SENDING_PAUSED -> new Halted(PauseKind.SENDING_PAUSED, why);
            case INVALID_SENDING_POOL_NAME -> new Halted(PauseKind.SENDING_POOL_MISSING, why);
            // The template comes with the call, so this is not about one message.
            case TEMPLATE_NOT_FOUND -> new Halted(PauseKind.ACCOUNT_REFUSED, why);
            // SES says no more than that it did not send it.
            case FAILED -> new RefusedForNow(why);
            case UNKNOWN_TO_SDK_VERSION ->
                new RefusedForNow("SES answered with a status that is not known here: " + why);
        };
    }
}
