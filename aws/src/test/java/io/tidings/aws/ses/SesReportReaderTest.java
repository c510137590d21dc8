package io.tidings.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.feedback.Detail.Preferences;
import io.tidings.core.feedback.Detail.Visit;
import io.tidings.core.feedback.Report;
import io.tidings.core.feedback.Report.Control;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.feedback.Report.Ignored;
import io.tidings.core.feedback.Report.Unreadable;
import io.tidings.core.feedback.ReportKind;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SesReportReaderTest {

    private static final String MAIL = """
            "mail": {"timestamp": "2026-03-01T12:00:00.000Z", "messageId": "m-1", "destination": ["Ana <ana@example.com>"],
              "tags": {"origin": ["campaign"], "origin-id": ["spring"], "attempt": ["1"],
                       "recipient": ["rzb4un3qciuoosmd57n5bt7vyfvtwhs5"], "ses:configuration-set": ["tidings"]}}""";

    private static final String BOUNCE = """
            "bounce": {"bounceType": "Permanent", "bounceSubType": "General", "timestamp": "2026-03-01T12:00:05+01:00",
              "bouncedRecipients": [{"emailAddress": "Ana <ana@example.com>", "status": "5.1.1",
                                     "action": "failed", "diagnosticCode": "smtp; 550 5.1.1 user unknown"}]}""";

    @ParameterizedTest
    @ValueSource(strings = {"eventType", "notificationType"})
    void aBounceIsReadInBothFormats(String discriminator) {
        Happened bounce = happened("{\"" + discriminator + "\": \"Bounce\", " + BOUNCE + ", " + MAIL + "}");
        assertThat(bounce.kind()).isEqualTo(ReportKind.PERMANENT_BOUNCE);
        assertThat(bounce.affected()).containsExactly("ana@example.com");
        assertThat(bounce.at()).isEqualTo(Instant.parse("2026-03-01T11:00:05Z"));
        assertThat(bounce.mailedAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(bounce.status()).isEqualTo("5.1.1");
        assertThat(bounce.reason()).contains("does not exist").contains("user unknown");
        assertThat(bounce.tags()).isNotNull();
    }

    @Test
    void anEnvelopeMayHoldTextOrAnObject() {
        String inner =
                "{\"eventType\": \"Delivery\", \"delivery\": {\"recipients\": [\"ana@example.com\"]}, " + MAIL + "}";
        String asText = inner.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
        assertThat(happened("{\"Type\": \"Notification\", \"TopicArn\": \"t\", \"Message\": \"" + asText + "\"}")
                        .kind())
                .isEqualTo(ReportKind.DELIVERED);
        assertThat(happened("{\"Type\": \"Notification\", \"TopicArn\": \"t\", \"Message\": " + inner + "}")
                        .kind())
                .isEqualTo(ReportKind.DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({
        "Send, send, SENT",
        "Reject, reject, REJECTED",
        "Open, open, OPENED",
        "Click, click, CLICKED",
        "Rendering Failure, failure, RENDERING_FAILED",
        "DeliveryDelay, deliveryDelay, DELAYED",
        "Teleportation, teleportation, OTHER",
    })
    void eachTypeOfEventIsAFact(String type, String key, ReportKind kind) {
        assertThat(happened("{\"eventType\": \"" + type + "\", \"" + key + "\": {}, " + MAIL + "}")
                        .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "\"complaintFeedbackType\": \"abuse\",            COMPLAINT",
        "\"complaintFeedbackType\": \"not-spam\",         NOT_SPAM",
        "\"complaintSubType\": null,                      COMPLAINT",
        "\"complaintSubType\": \"OnAccountSuppressionList\", COMPLAINT_SUPPRESSED",
    })
    void complaintsAreToldApart(String field, ReportKind kind) {
        String complaint =
                "\"complaint\": {\"complainedRecipients\": [{\"emailAddress\": \"ana@example.com\"}], " + field + "}";
        assertThat(happened("{\"eventType\": \"Complaint\", " + complaint + ", " + MAIL + "}")
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void housekeepingIsNoReport() {
        assertThat(SesReportReader.read("Successfully validated SNS topic for Amazon SES event publishing."))
                .isInstanceOf(Control.class);
        assertThat(SesReportReader.read("{\"Type\": \"SubscriptionConfirmation\", \"TopicArn\": \"t\"}"))
                .isInstanceOf(Control.class);
        assertThat(SesReportReader.read("{\"notificationType\": \"Received\", " + MAIL + "}"))
                .isInstanceOf(Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "[]",
                "42",
                "{}",
                "{\"Type\": \"Notification\", \"Message\": \"not JSON\"}",
                "{\"eventType\": \"Bounce\", \"bounce\": {\"bounceType\": \"Permanent\"}}",
                "{\"eventType\": \"Complaint\", \"complaint\": {}}",
            })
    void whatSesDoesNotSendIsUnreadable(String body) {
        assertThat(SesReportReader.read(body)).isInstanceOf(Unreadable.class);
    }

    @Test
    void garbageNeverThrows() {
        Random random = new Random(7);
        String whole = "{\"eventType\": \"Bounce\", " + BOUNCE + ", " + MAIL + "}";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder broken = new StringBuilder(whole);
            for (int j = 0; j <= random.nextInt(4); j++) {
                int at = random.nextInt(broken.length());
                switch (random.nextInt(3)) {
                    case 0 -> broken.deleteCharAt(at);
                    case 1 -> broken.insert(at, (char) random.nextInt(128));
                    default -> broken.setLength(at + 1);
                }
            }
            Report report = SesReportReader.read(broken.toString());
            assertThat(report).isNotNull();
        }
        assertThat(SesReportReader.read("[".repeat(100_000))).isInstanceOf(Unreadable.class);
    }

    @Test
    void unknownFieldsAndMissingTagsDoNoHarm() {
        Happened open = happened(
                "{\"eventType\": \"Open\", \"open\": {\"isBot\": true}, \"mail\": {\"messageId\": \"x\", \"destination\": [], \"new\": {}}}");
        assertThat(open.tags()).isNull();
        assertThat(open.sentTo()).isEqualTo(List.of());
    }

    @Test
    void anOpenTellsByWhatAndWhatSesSaysOfIt() {
        Happened open = happened("{\"eventType\": \"Open\", \"open\": {\"userAgent\": \"Mozilla/5.0\", "
                + "\"ipAddress\": \"192.0.2.1\", \"isBot\": true}, " + MAIL + "}");
        assertThat(open.detail()).isEqualTo(new Visit("Mozilla/5.0", "192.0.2.1", null, true));
        Happened click =
                happened("{\"eventType\": \"Click\", \"click\": {\"link\": \"https://example.com/a\"}, " + MAIL + "}");
        assertThat(click.detail()).isEqualTo(new Visit(null, null, "https://example.com/a", null));
        Happened person =
                happened("{\"eventType\": \"Click\", \"click\": {\"automatedClick\": \"false\"}, " + MAIL + "}");
        assertThat(person.detail()).isEqualTo(new Visit(null, null, null, false));
    }

    @Test
    void whoseMailHadComeBackIsSeenByTheTagOfTheMail() {
        String delivery = "{\"eventType\": \"Delivery\", \"delivery\": {}, \"mail\": {\"messageId\": \"x\", "
                + "\"destination\": [\"a@example.com\"], \"tags\": {%s}}}";
        assertThat(happened(delivery.formatted("\"watched\": [\"1\"]")).watched())
                .isTrue();
        assertThat(happened(delivery.formatted("\"attempt\": [\"1\"]")).watched())
                .isFalse();
    }

    @Test
    void aChangedSubscriptionTellsWhatWasLeftAndJoined() {
        Happened left = happened("""
                {"eventType": "Subscription", "subscription": {
                  "oldTopicPreferences": {"unsubscribeAll": true, "topicSubscriptionStatus": [
                    {"topicName": "news", "subscriptionStatus": "OptOut"},
                    {"topicName": "events", "subscriptionStatus": "OptIn"}]},
                  "newTopicPreferences": {"unsubscribeAll": false, "topicSubscriptionStatus": [
                    {"topicName": "news", "subscriptionStatus": "OptIn"},
                    {"topicName": "events", "subscriptionStatus": "OptOut"},
                    {"topicName": "", "subscriptionStatus": "OptOut"}]}}, %s}""".formatted(MAIL));
        assertThat(left.kind()).isEqualTo(ReportKind.UNSUBSCRIBED);
        assertThat(left.detail()).isEqualTo(new Preferences(false, true, Set.of("events"), Set.of("news")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abuse", "fraud", "virus", "auth-failure", "other", "something-new"})
    void everyComplaintIsOneButForNotSpam(String type) {
        String complaint = "{\"eventType\": \"Complaint\", \"complaint\": {\"complainedRecipients\": "
                + "[{\"emailAddress\": \"a@example.com\"}], \"complaintFeedbackType\": \"%s\"}, " + MAIL + "}";
        assertThat(happened(complaint.formatted(type)).kind()).isEqualTo(ReportKind.COMPLAINT);
        assertThat(happened(complaint.formatted("not-spam")).kind()).isEqualTo(ReportKind.NOT_SPAM);
    }

    private static Happened happened(String body) {
        return (Happened) SesReportReader.read(body);
    }
}
