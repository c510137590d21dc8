package io.tidings.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.model.SesException;
import software.amazon.awssdk.services.sesv2.model.BulkEmailStatus;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/** A test for each row of the table. */
class SesOutcomesTest {

    private static final EmailAddress SENDER = EmailAddress.of("hello@tidings.example");
    private static final String NOT_VERIFIED =
            "Email address is not verified. The following identities failed the check in region EU-WEST-1: ";

    @ParameterizedTest
    @CsvSource({
        "429, TooManyRequestsException, Maximum sending rate exceeded., Throttled",
        "400, ThrottlingException, Maximum sending rate exceeded, Throttled",
        "400, Throttling, Maximum sending rate exceeded, Throttled",
        "429, TooManyRequestsException, Daily message quota exceeded., QuotaSpent",
        "400, Throttling, Daily message quota exceeded., QuotaSpent",
        "400, BadRequestException, Missing final '@domain', Refused",
        "400, ValidationException, 1 validation error detected, Refused",
        "400, MessageRejected, Virus found, Refused",
        "408, RequestTimeout, slow, NotReached",
        "503, ServiceUnavailable, busy, Unknown",
        "413, RequestEntityTooLarge, big, Refused",
        "500, InternalServiceErrorException, oops, Unknown",
        "500, ConcurrentModificationException, again, Unknown",
        "502, '', bad gateway, Unknown",
        "504, '', timeout, Unknown"
    })
    void anExceptionThatHaltsNothing(int status, String code, String text, String outcome) {
        assertThat(SesOutcomes.of(fault(status, code, text), SENDER).getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccountSuspendedException, suspended, ACCOUNT_SUSPENDED",
        "400, SendingPausedException, Sending paused for this account., SENDING_PAUSED",
        "400, SendingPausedException, Sending paused for configuration set tidings., CONFIGURATION_SET_PAUSED",
        "400, MailFromDomainNotVerifiedException, not yet, MAIL_FROM_NOT_VERIFIED",
        "404, NotFoundException, Configuration set <tidings> does not exist., CONFIGURATION_SET_MISSING",
        "404, NotFoundException, The sending pool does not exist., SENDING_POOL_MISSING",
        "400, LimitExceededException, too many, ACCOUNT_REFUSED",
        "400, MessageRejected, Sending suspended for this account., ACCOUNT_SUSPENDED",
        "400, MessageRejected, Sending paused for this account., SENDING_PAUSED",
        "403, AccessDeniedException, not authorized to perform ses:SendBulkEmail, CREDENTIALS_REFUSED",
        "400, AccessDeniedException, not authorized to perform ses:SendEmail, CREDENTIALS_REFUSED",
        "403, InvalidClientTokenId, The security token is invalid, CREDENTIALS_REFUSED",
        "400, InvalidClientTokenId, The security token is invalid, CREDENTIALS_REFUSED",
        "400, UnrecognizedClientException, The security token is invalid, CREDENTIALS_REFUSED",
        "400, ExpiredTokenException, The security token is expired, CREDENTIALS_REFUSED",
        "400, RequestExpired, Request has expired, CREDENTIALS_REFUSED",
        "400, IncompleteSignature, no signature, CREDENTIALS_REFUSED",
        "400, InvalidSignatureException, Signature expired, CREDENTIALS_REFUSED",
        "403, SignatureDoesNotMatch, not as calculated, CREDENTIALS_REFUSED",
        "400, MissingAuthenticationToken, no token, CREDENTIALS_REFUSED",
        "400, NotAuthorized, no permission, CREDENTIALS_REFUSED",
        "403, OptInRequired, needs a subscription, CREDENTIALS_REFUSED",
        "403, SomethingNew, no, CREDENTIALS_REFUSED",
        "400, SomethingNew, not a word of a person, ACCOUNT_REFUSED",
        "404, '', nothing here, ACCOUNT_REFUSED",
        "501, '', Not implemented, ACCOUNT_REFUSED",
        "401, '', who are you, CREDENTIALS_REFUSED"
    })
    void anExceptionThatHalts(int status, String code, String text, PauseKind kind) {
        assertThat(SesOutcomes.of(fault(status, code, text), SENDER)).isEqualTo(new Halted(kind, text));
    }

    @ParameterizedTest
    @CsvSource({
        "400, Throttling, Maximum sending rate exceeded., Throttled",
        "400, Throttling, Daily message quota exceeded., QuotaSpent",
        "400, InvalidParameterValue, Missing final '@domain', Refused",
        "400, ValidationError, 1 validation error detected, Refused",
        "400, MessageRejected, Virus found, Refused",
        "429, '', slow down, Throttled",
        "408, RequestTimeout, slow, NotReached",
        "503, ServiceUnavailable, busy, Unknown",
        "500, InternalFailure, oops, Unknown"
    })
    void theSameOfTheFirstApi(int status, String code, String text, String outcome) {
        assertThat(SesOutcomes.of(firstApi(status, code, text), SENDER)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "400, AccountSendingPausedException, off, SENDING_PAUSED",
        "400, ConfigurationSetSendingPausedException, off, CONFIGURATION_SET_PAUSED",
        "400, ConfigurationSetDoesNotExist, no such set, CONFIGURATION_SET_MISSING",
        "400, ConfigurationSetDoesNotExistException, no such set, CONFIGURATION_SET_MISSING",
        "400, MailFromDomainNotVerifiedException, not yet, MAIL_FROM_NOT_VERIFIED",
        "400, MessageRejected, Email address is not verified., SENDER_NOT_VERIFIED",
        "403, AccessDenied, not authorized to perform ses:SendRawEmail, CREDENTIALS_REFUSED",
        "400, InvalidAction, no such operation, ACCOUNT_REFUSED"
    })
    void anExceptionOfTheFirstApiThatHalts(int status, String code, String text, PauseKind kind) {
        assertThat(SesOutcomes.of(firstApi(status, code, text), SENDER)).isEqualTo(new Halted(kind, text));
    }

    @Test
    void whoIsNotVerifiedIsTheSenderOrInTheSandboxTheRecipient() {
        assertThat(rejected(NOT_VERIFIED + "hello@tidings.example")).isEqualTo(PauseKind.SENDER_NOT_VERIFIED);
        assertThat(rejected(NOT_VERIFIED + "Tidings <Hello@Tidings.example>, ada@example.com"))
                .isEqualTo(PauseKind.SENDER_NOT_VERIFIED);
        assertThat(rejected(NOT_VERIFIED + "ada@example.com")).isEqualTo(PauseKind.SANDBOX);
        assertThat(rejected("Email address is not verified.")).isEqualTo(PauseKind.SENDER_NOT_VERIFIED);
    }

    private static PauseKind rejected(String text) {
        return ((Halted) SesOutcomes.of(fault(400, "MessageRejected", text), SENDER)).kind();
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL_FROM_DOMAIN_NOT_VERIFIED, MAIL_FROM_NOT_VERIFIED",
        "CONFIGURATION_SET_NOT_FOUND, CONFIGURATION_SET_MISSING",
        "CONFIGURATION_SET_SENDING_PAUSED, CONFIGURATION_SET_PAUSED",
        "ACCOUNT_SUSPENDED, ACCOUNT_SUSPENDED",
        "ACCOUNT_SENDING_PAUSED, SENDING_PAUSED",
        "INVALID_SENDING_POOL_NAME, SENDING_POOL_MISSING",
        "TEMPLATE_NOT_FOUND, ACCOUNT_REFUSED"
    })
    void aBulkStatusThatHalts(BulkEmailStatus status, PauseKind kind) {
        assertThat(bulk(status, "said")).isEqualTo(new Halted(kind, "said"));
    }

    @ParameterizedTest
    @CsvSource({
        "MESSAGE_REJECTED, Refused",
        "INVALID_PARAMETER, Refused",
        "ACCOUNT_DAILY_QUOTA_EXCEEDED, QuotaSpent",
        "ACCOUNT_THROTTLED, Throttled",
        "TRANSIENT_FAILURE, NotReached",
        "FAILED, RefusedForNow",
        "UNKNOWN_TO_SDK_VERSION, RefusedForNow",
        "SUCCESS, Unknown"
    })
    void aBulkStatusThatHaltsNothing(BulkEmailStatus status, String outcome) {
        assertThat(bulk(status, null).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void everyBulkStatusIsInOneOfTheTables() {
        Set<Class<?>> outcomes = Arrays.stream(BulkEmailStatus.values())
                .map(status -> bulk(status, null).getClass())
                .collect(Collectors.toSet());
        assertThat(outcomes)
                .containsAll(Stream.of(
                                Halted.class,
                                NotReached.class,
                                QuotaSpent.class,
                                Refused.class,
                                RefusedForNow.class,
                                Throttled.class,
                                Unknown.class)
                        .toList());
        assertThat(SesOutcomes.of(BulkEmailStatus.SUCCESS, null, "id", SENDER))
                .isEqualTo(new SendOutcome.Accepted("id"));
    }

    private static SendOutcome bulk(BulkEmailStatus status, @Nullable String error) {
        return SesOutcomes.of(status, error, null, SENDER);
    }

    private static SdkException fault(int status, String code, String text) {
        return SesV2Exception.builder()
                .statusCode(status)
                .message(text)
                .awsErrorDetails(details(code, text))
                .build();
    }

    private static SdkException firstApi(int status, String code, String text) {
        return SesException.builder()
                .statusCode(status)
                .message(text)
                .awsErrorDetails(details(code, text))
                .build();
    }

    private static AwsErrorDetails details(String code, String text) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(text).build();
    }
}
