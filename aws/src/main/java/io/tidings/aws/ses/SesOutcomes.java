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
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.model.SesException;
import software.amazon.awssdk.services.sesv2.model.BulkEmailStatus;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/** What each answer of SES means for the message. One table for the errors of both its APIs, one for the statuses of a bulk call. */
final class SesOutcomes {

    private SesOutcomes() {}

    /** Of either API of SES. */
    static SendOutcome of(SdkException fault, EmailAddress sender) {
        return fault instanceof SesV2Exception || fault instanceof SesException
                ? of((AwsServiceException) fault, sender)
                : NoAnswer.of(fault);
    }

    private static SendOutcome of(AwsServiceException answer, EmailAddress sender) {
        AwsErrorDetails details = answer.awsErrorDetails();
        String code = details == null ? "" : String.valueOf(details.errorCode());
        String text = String.valueOf(details == null ? answer.getMessage() : details.errorMessage());
        return switch (code) {
            // All spellings are in use; the text tells the rate from the day's quota.
            case "TooManyRequestsException", "ThrottlingException", "Throttling" -> throttled(text);
            case "AccountSuspendedException" -> new Halted(PauseKind.ACCOUNT_SUSPENDED, text);
            case "SendingPausedException" -> paused(text);
            case "AccountSendingPausedException" -> new Halted(PauseKind.SENDING_PAUSED, text);
            case "ConfigurationSetSendingPausedException" -> new Halted(PauseKind.CONFIGURATION_SET_PAUSED, text);
            case "MailFromDomainNotVerifiedException" -> new Halted(PauseKind.MAIL_FROM_NOT_VERIFIED, text);
            case "NotFoundException" -> notFound(text);
            case "ConfigurationSetDoesNotExist", "ConfigurationSetDoesNotExistException" ->
                new Halted(PauseKind.CONFIGURATION_SET_MISSING, text);
            case "MessageRejected", "MessageRejectedException" -> rejected(text, sender);
            case "BadRequestException", "InvalidParameterValue", "ValidationError", "ValidationException" ->
                new Refused(text);
            // AWS answers these with 400 as well as with 403.
            case "AccessDenied",
                    "AccessDeniedException",
                    "ExpiredToken",
                    "ExpiredTokenException",
                    "IncompleteSignature",
                    "IncompleteSignatureException",
                    "InvalidClientTokenId",
                    "InvalidSignatureException",
                    "MissingAuthenticationToken",
                    "MissingAuthenticationTokenException",
                    "NotAuthorized",
                    "OptInRequired",
                    "RequestExpired",
                    "SignatureDoesNotMatch",
                    "UnrecognizedClient",
                    "UnrecognizedClientException" -> new Halted(PauseKind.CREDENTIALS_REFUSED, text);
            default -> byStatus(answer.statusCode(), text);
        };
    }

    private static SendOutcome throttled(String text) {
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
    private static SendOutcome rejected(@Nullable String text, EmailAddress sender) {
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
            case 408 -> new NotReached(text);
            case 401, 403 -> new Halted(PauseKind.CREDENTIALS_REFUSED, text);
            case 413 -> new Refused(text);
            // An unknown error, or an endpoint without the operation, tells nothing of the person.
            case 400, 404, 501 -> new Halted(PauseKind.ACCOUNT_REFUSED, text);
            // Also 503: whoever answers it may be in front of who took it.
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
