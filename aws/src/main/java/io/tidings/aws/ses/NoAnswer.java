package io.tidings.aws.ses;

import io.tidings.core.campaign.PauseKind;
import io.tidings.core.sending.SendOutcome;
import io.tidings.core.sending.SendOutcome.Halted;
import io.tidings.core.sending.SendOutcome.NotReached;
import io.tidings.core.sending.SendOutcome.Unknown;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What it means when a call ended without an answer of SES. Only what surely happened before a byte of the request left this machine
 * counts as not sent; whatever else went wrong, the mail may be on its way.
 */
final class NoAnswer {

    // The words of the SDK's chain of credential providers, when it found none; it has no class of its own for that.
    private static final String NO_CREDENTIALS = "Unable to load credentials";
    // And when a provider that has them could not be asked, which may pass.
    private static final String NO_CREDENTIALS_NOW = "Failed to load credentials";

    private NoAnswer() {}

    static SendOutcome of(SdkException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            if (cause instanceof AwsServiceException other) {
                return ofCredentials(other);
            }
            if (text.startsWith(NO_CREDENTIALS)) {
                return new Halted(PauseKind.CREDENTIALS_REFUSED, text);
            }
            if (text.startsWith(NO_CREDENTIALS_NOW) || cameBeforeAConnection(cause)) {
                return new NotReached("SES cannot be reached: " + text);
            }
        }
        return new Unknown("no answer: " + fault.getMessage());
    }

    /** Another service that was asked for credentials first, and gave none. */
    private static SendOutcome ofCredentials(AwsServiceException other) {
        String text = "no credentials: " + other.getMessage();
        return other.statusCode() >= 400 && other.statusCode() < 500 && !other.isThrottlingException()
                ? new Halted(PauseKind.CREDENTIALS_REFUSED, text)
                : new NotReached(text);
    }

    /** Not any SocketTimeoutException: of a connection that is made, it means a request without an answer. */
    private static boolean cameBeforeAConnection(Throwable fault) {
        return fault instanceof ConnectException
                || fault instanceof ConnectTimeoutException
                || fault instanceof NoRouteToHostException
                || fault instanceof UnknownHostException
                || fault instanceof ConnectionRequestTimeoutException;
    }
}
