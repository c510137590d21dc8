package io.tidings.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.suppression.Suppression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BounceTest {

    @ParameterizedTest
    @CsvSource({
        "Permanent, General, failed, 5.1.1, PERMANENT_BOUNCE, BOUNCE",
        "Permanent, NoEmail, failed, 5.1.1, PERMANENT_BOUNCE, BOUNCE",
        "Permanent, SomethingNew, failed, 5.1.1, PERMANENT_BOUNCE, BOUNCE",
        "Permanent, Suppressed, failed, 5.1.1, SUPPRESSED_BOUNCE, PROVIDER_LIST",
        "Permanent, OnAccountSuppressionList, failed, 5.1.1, SUPPRESSED_BOUNCE, PROVIDER_LIST",
        "Permanent, OnTenantSuppressionList, failed, 5.1.1, SUPPRESSED_BOUNCE, PROVIDER_LIST",
        "Permanent, EmailValidationSuppressed, failed, , SUPPRESSED_BOUNCE, PROVIDER_LIST",
        "Permanent, UnsubscribedRecipient, failed, 5.1.1, UNSUBSCRIBED, UNSUBSCRIBED",
        "Transient, General, , , AUTO_REPLY, ",
        "Transient, General, failed, 4.4.7, TRANSIENT_BOUNCE, ",
        "Transient, MailboxFull, , , TRANSIENT_BOUNCE, ",
        "Transient, CustomTimeoutExceeded, failed, 4.4.7, TRANSIENT_BOUNCE, ",
        "Transient, SomethingNew, , , TRANSIENT_BOUNCE, ",
        "Transient, ContentRejected, failed, 5.3.0, MESSAGE_FAULT, ",
        "Transient, MessageTooLarge, failed, 5.1.1, MESSAGE_FAULT, ",
        "Transient, AttachmentRejected, , , MESSAGE_FAULT, ",
        "Undetermined, Undetermined, , , UNDETERMINED_BOUNCE, ",
        "SomethingNew, General, failed, 5.1.1, UNDETERMINED_BOUNCE, ",
    })
    void eachBounceMeansOneThing(
            String type, String subType, String action, String status, ReportKind kind, Suppression.Reason stops) {
        Bounce bounce = bounce(type, subType, action, status);
        assertThat(bounce.kind()).isEqualTo(kind);
        assertThat(bounce.kind().suppression().orElse(null)).isEqualTo(stops);
        assertThat(bounce.reason()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        // type, subtype, status, treated as permanent, and when giving up is permanent too
        "Transient, General, 5.1.1, true, true",
        "Transient, General, 5.1.2, true, true",
        "Transient, General, 5.1.10, true, true",
        "Transient, General, 5.4.4, true, true",
        "Transient, General, 4.4.7, false, true",
        "Transient, General, 5.7.1, false, false",
        "Transient, General, 5.3.0, false, false",
        "Transient, General, 5.0.0, false, false",
        "Transient, General, 4.2.2, false, false",
        "Transient, General, , false, false",
        "Transient, MailboxFull, 5.1.1, false, false",
        "Transient, MessageTooLarge, 5.1.1, false, false",
        "Transient, SomethingNew, 5.1.1, false, false",
        "Undetermined, Undetermined, 5.1.1, false, false",
        "SomethingNew, General, 5.1.1, false, false",
    })
    void someThatAreCalledTemporaryNeverPass(
            String type, String subType, String status, boolean never, boolean countingGivingUp) {
        Bounce bounce = bounce(type, subType, "failed", status);
        assertThat(bounce.neverPasses(false)).isEqualTo(never);
        assertThat(bounce.neverPasses(true)).isEqualTo(countingGivingUp);
    }

    @Test
    void theReasonExplainsTheStatusInPlainWords() {
        assertThat(bounce("Permanent", "General", "failed", "5.1.1").reason())
                .isEqualTo("The recipient's server refused the mail for good: the mailbox does not exist. smtp; 5.1.1");
        assertThat(bounce("Transient", "General", "failed", "5.7.515").reason())
                .contains("not authenticated well enough");
    }

    @Test
    void whatTheStatusSaysOnceMoreIsSaidOnce() {
        assertThat(bounce("Transient", "MailboxFull", "failed", "4.2.2").reason())
                .isEqualTo("The mail could not be delivered this time: the mailbox is full. smtp; 4.2.2");
    }

    private static Bounce bounce(String type, String subType, String action, String status) {
        return new Bounce(type, subType, action, status, action == null ? null : "smtp; " + status);
    }
}
