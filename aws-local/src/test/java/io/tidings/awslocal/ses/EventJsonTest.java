package io.tidings.awslocal.ses;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.mail.BodyRef;
import io.tidings.awslocal.mail.Mail;
import io.tidings.awslocal.mail.MailHeader;
import io.tidings.awslocal.mail.PlannedEvent;
import io.tidings.awslocal.wire.Account;
import io.tidings.awslocal.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventJsonTest {
    private static final String TO = "reader@example.com";

    private final EventJson events = new EventJson(Account.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "Send, send",
        "Delivery, delivery",
        "Bounce, bounce",
        "Complaint, complaint",
        "Reject, reject",
        "Open, open",
        "Click, click",
        "Rendering Failure, failure",
        "DeliveryDelay, deliveryDelay",
        "Subscription, subscription"
    })
    void everyTypeHasItsKey(String type, String key) {
        var json = event(new PlannedEvent(type, 10, List.of(TO)));
        assertThat(json.path("eventType").asText()).isEqualTo(type);
        assertThat(json.has(key)).isTrue();
        assertThat(json.path("mail").path("messageId").asText()).isEqualTo("id");
        assertThat(json.path("mail").path("destination").path(0).asText()).isEqualTo(TO);
    }

    @Test
    void eventCarriesTagsAsListsAndNoCaller() {
        var mail = event(new PlannedEvent("Delivery", 10, List.of(TO))).path("mail");
        var tags = mail.path("tags");
        assertThat(tags.path("campaign").path(0).asText()).isEqualTo("c1");
        assertThat(tags.path("ses:operation").path(0).asText()).isEqualTo("SendEmail");
        assertThat(tags.path("ses:configuration-set").path(0).asText()).isEqualTo("set");
        assertThat(tags.path("ses:from-domain").path(0).asText()).isEqualTo("sender.example");
        assertThat(tags.has("ses:outgoing-ip")).isTrue();
        assertThat(mail.has("sourceIp")).isFalse();
        assertThat(mail.path("headersTruncated").asBoolean(true)).isFalse();
        assertThat(mail.path("headers").toString()).contains("List-Id");
    }

    @Test
    void notificationNamesItsCallerAndHasNoTags() {
        var json = parse(events.notification(mail(), new PlannedEvent("Bounce", 10, List.of(TO)), "f", false));
        assertThat(json.path("notificationType").asText()).isEqualTo("Bounce");
        assertThat(json.has("eventType")).isFalse();
        assertThat(json.path("mail").has("tags")).isFalse();
        assertThat(json.path("mail").has("headers")).isFalse();
        assertThat(json.path("mail").path("sourceIp").isTextual()).isTrue();
        assertThat(json.path("mail").path("callerIdentity").isTextual()).isTrue();
        var withHeaders = parse(events.notification(mail(), new PlannedEvent("Bounce", 10, List.of(TO)), "f", true));
        assertThat(withHeaders.path("mail").has("headers")).isTrue();
    }

    @Test
    void hardBounceTellsStatusAndDiagnosis() {
        var bounce = event(new Simulator(Delays.SHORT)
                        .of("bounce@simulator.amazonses.com")
                        .getFirst())
                .path("bounce");
        assertThat(bounce.path("bounceType").asText()).isEqualTo("Permanent");
        var recipient = bounce.path("bouncedRecipients").path(0);
        assertThat(recipient.path("action").asText()).isEqualTo("failed");
        assertThat(recipient.path("status").asText()).isEqualTo("5.1.1");
        assertThat(recipient.path("diagnosticCode").asText()).startsWith("smtp; 550 5.1.1");
    }

    @Test
    void automaticReplyIsABounceThatTellsNothing() {
        var planned = new Simulator(Delays.SHORT).of("ooto+label@simulator.amazonses.com");
        assertThat(planned).extracting(PlannedEvent::type).containsExactly("Delivery", "Bounce");
        var bounce = event(planned.getLast()).path("bounce");
        assertThat(bounce.path("bounceType").asText()).isEqualTo("Transient");
        var recipient = bounce.path("bouncedRecipients").path(0);
        assertThat(recipient.has("action") || recipient.has("status") || recipient.has("diagnosticCode"))
                .isFalse();
    }

    @Test
    void complaintHasItsSubTypeAsNull() {
        var complaint = event(new PlannedEvent("Complaint", 1, List.of(TO))).path("complaint");
        assertThat(complaint.has("complaintSubType")).isTrue();
        assertThat(complaint.path("complaintSubType").isNull()).isTrue();
        assertThat(complaint.path("complaintFeedbackType").asText()).isEqualTo("abuse");
    }

    private JsonNode event(PlannedEvent event) {
        return parse(events.event(mail(), event, "feedback"));
    }

    private static JsonNode parse(String json) {
        return Objects.requireNonNull(Json.parse(json));
    }

    private static Mail mail() {
        return new Mail(
                0,
                "id",
                "2026-01-02T03:04:05.678Z",
                "SendEmail",
                "News <news@sender.example>",
                List.of(TO),
                List.of(),
                List.of(),
                List.of(),
                "Hello",
                "set",
                Map.of("campaign", "c1"),
                List.of(new MailHeader("List-Id", "<news.sender.example>")),
                null,
                List.of(),
                new BodyRef(0, 0, 0));
    }
}
