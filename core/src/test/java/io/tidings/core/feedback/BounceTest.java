package io.tidings.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.suppression.Suppression;
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
        "Permanent, UnsubscribedRecipient, failed, 5.1.1, UNSUBSCRIBED, UNSUBSCRIBED",
        "Transient, General, , , AUTO_REPLY, ",
        "Transient, General, failed, 4.4.7, TRANSIENT_BOUNCE, ",
        "Transient, MailboxFull, , , TRANSIENT_BOUNCE, ",
        "Transient, ContentRejected, failed, 5.3.0, TRANSIENT_BOUNCE, ",
        "Undetermined, Undetermined, , , UNDETERMINED_BOUNCE, ",
        "SomethingNew, General, failed, 5.1.1, UNDETERMINED_BOUNCE, ",
    })
    void eachBounceMeansOneThing(
            String type, String subType, String action, String status, ReportKind kind, Suppression.Reason stops) {
        Bounce bounce = new Bounce(type, subType, action, status, action == null ? null : "smtp; " + status);
        assertThat(bounce.kind()).isEqualTo(kind);
        assertThat(bounce.kind().suppression().orElse(null)).isEqualTo(stops);
        assertThat(bounce.reason()).isNotBlank();
    }
}
