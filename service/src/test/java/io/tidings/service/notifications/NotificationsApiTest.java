package io.tidings.service.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.service.Caller;
import io.tidings.service.Made;
import io.tidings.service.TestService;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationsApiTest {

    private static final String NOTIFICATIONS = "/api/v1/notifications";
    private final Caller chatServer = TestService.program();

    private static ObjectNode to(String email) {
        ObjectNode request = Caller.json();
        request.putObject("recipient").put("email", email);
        return request;
    }

    private static ObjectNode mention(String email) {
        ObjectNode request = to(email).put("category", "conversation").put("reference", "room-7");
        request.putObject("content").put("subject", "{{sender}} wrote").put("html", "<p>{{text}}</p>");
        request.putObject("data").put("sender", "Emil").put("text", "lunch?");
        return request;
    }

    private JsonNode settled(String id) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> chatServer.get(NOTIFICATIONS + "/" + id).ok(),
                        now -> !java.util.Set.of("waiting", "unknown")
                                .contains(now.path("state").asText()));
    }

    @Test
    void aNotificationIsAcceptedAndTellsItsState() {
        var answer = chatServer.post(NOTIFICATIONS, mention("ada@example.com"));
        assertThat(answer.status()).isEqualTo(202);
        String id = Made.id(answer);
        assertThat(answer.json().path("statusUrl").asText()).isEqualTo(NOTIFICATIONS + "/" + id);
        JsonNode state = settled(id);
        assertThat(state.path("state").asText()).isEqualTo("accepted");
        assertThat(state.path("email").asText()).isEqualTo("ada@example.com");
        assertThat(state.path("category").asText()).isEqualTo("conversation");
        assertThat(state.path("reference").asText()).isEqualTo("room-7");
        assertThat(state.path("facts")).isNotEmpty();
    }

    @Test
    void aNotificationMayUseATemplate() {
        String template = Made.templateId("Hi {{name}}", "<p>x</p>");
        String id = Made.id(chatServer.post(NOTIFICATIONS, to("bo@example.com").put("templateId", template)));
        assertThat(settled(id).path("state").asText()).isEqualTo("accepted");
    }

    @Test
    void contentComesFromOnePlace() {
        String template = Made.templateId("Hi", "<p>x</p>");
        chatServer.post(NOTIFICATIONS, to("ada@example.com")).refusedBecauseOf("content");
        chatServer
                .post(NOTIFICATIONS, mention("ada@example.com").put("templateId", template))
                .refusedBecauseOf("content");
        for (String id : new String[] {"x", "", "x".repeat(5_000), "01890000-0000-7000-8000-000000000000"}) {
            chatServer
                    .post(NOTIFICATIONS, to("ada@example.com").put("templateId", id))
                    .refusedBecauseOf("templateId");
        }
    }

    @Test
    void contentIsChecked() {
        ObjectNode request = mention("ada@example.com");
        request.withObject("/content").put("html", "{{#a}}");
        chatServer.post(NOTIFICATIONS, request).refusedBecauseOf("content.html");
        chatServer
                .post(NOTIFICATIONS, mention("ada@example.com").put("category", "spam"))
                .refusedBecauseOf("category");
        chatServer
                .post(NOTIFICATIONS, mention("ada@example.com").put("reference", "x".repeat(201)))
                .refusedBecauseOf("reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@", "@b", "a@b", "a b@example.com", "a@example.com\r\nBcc: b@example.com"})
    void anAddressNobodyHasIsRefused(String email) {
        chatServer.post(NOTIFICATIONS, mention(email)).refusedBecauseOf("recipient.email");
    }

    @Test
    void whoMustNotGetItIsSkippedWithTheReason() {
        TestService.bean(SuppressionStore.class)
                .add(new Suppression(
                        EmailAddress.of("angry@example.com"), Suppression.Reason.COMPLAINT, "a test", Instant.now()));
        JsonNode problem =
                chatServer.post(NOTIFICATIONS, mention("angry@example.com")).refused(422);
        assertThat(problem.path("code").asText()).isEqualTo("suppressed");
        assertThat(problem.path("detail").asText()).contains("spam");
        JsonNode timeline = TestService.administrator()
                .get("/api/v1/addresses/angry@example.com")
                .ok();
        assertThat(timeline.toString()).contains("skipped", "spam");
    }

    @Test
    void aProgramsMailIsMarkedAsSuchAndBringsNoHeader() {
        ObjectNode request = mention("carol@example.com");
        request.withObject("/data").put("sender", "Eve\r\nBcc: victim@example.com");
        String id = Made.id(chatServer.post(NOTIFICATIONS, request));
        settled(id);
        String mail = Caller.nobody()
                .get(TestService.aws().endpoint() + "/_inbox/messages?to=carol@example.com")
                .body();
        assertThat(mail).contains("Eve Bcc: victim@example.com wrote");
    }
}
