package io.tidings.service.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.service.Caller;
import io.tidings.service.Made;
import io.tidings.service.TestService;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** A chat server's view of the lane. */
final class Lane {

    static final String NOTIFICATIONS = "/api/v1/notifications";
    private static final Set<String> WAITING = Set.of("waiting", "unknown", "gathering", "scheduled", "quiet");

    private Lane() {}

    static Caller chatServer() {
        return TestService.program();
    }

    static String somebody() {
        return "p" + UUID.randomUUID() + "@example.com";
    }

    static ObjectNode mail(String email) {
        ObjectNode request = Caller.json();
        request.putObject("recipient").put("email", email);
        request.putObject("content").put("subject", "{{sender}} wrote").put("html", "<p>{{text}}</p>");
        request.putObject("data").put("sender", "Emil").put("text", "lunch?");
        return request;
    }

    static JsonNode view(String id) {
        return chatServer().get(NOTIFICATIONS + "/" + id).ok();
    }

    static String posted(ObjectNode request) {
        var answer = chatServer().post(NOTIFICATIONS, request);
        assertThat(answer.status()).describedAs(answer.body()).isEqualTo(202);
        return Made.id(answer);
    }

    static JsonNode settled(String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> view(id),
                        now -> !WAITING.contains(now.path("state").asText()));
    }

    /** What this address got. */
    static JsonNode inbox(String email) {
        return Caller.nobody()
                .get(TestService.aws().endpoint() + "/_inbox/messages?to=" + email)
                .json()
                .path("messages");
    }

    static String source(String email) {
        return part(email, "source");
    }

    static String html(String email) {
        return part(email, "html");
    }

    private static String part(String email, String part) {
        String id = inbox(email).path(0).path("id").asText();
        return Caller.nobody()
                .get(TestService.aws().endpoint() + "/_inbox/messages/" + id + "/" + part)
                .body();
    }
}
