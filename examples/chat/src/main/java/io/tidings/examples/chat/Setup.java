package io.tidings.examples.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** What an administrator does once, by hand or so: the webhook. A chat itself needs only its API key. */
final class Setup {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> EVENTS = List.of(
            "message.accepted",
            "message.refused",
            "message.delivered",
            "message.bounced",
            "message.complained",
            "message.suppressed");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI tidings;

    Setup(String tidings, String email, String password) throws IOException, InterruptedException {
        this.tidings = URI.create(tidings);
        send(
                "POST",
                "/api/v1/session",
                JSON.createObjectNode().put("email", email).put("password", password));
    }

    /** Made anew each time, as each start listens at another port. */
    JsonNode webhook(String url) throws IOException, InterruptedException {
        ObjectNode wanted = JSON.createObjectNode()
                .put("url", url)
                .put("only", "notifications")
                .put("description", "the example chat");
        EVENTS.forEach(wanted.putArray("types")::add);
        return send("POST", "/api/v1/webhooks", wanted);
    }

    void forget(String webhookId) throws IOException, InterruptedException {
        send("DELETE", "/api/v1/webhooks/" + webhookId, JSON.createObjectNode());
    }

    private JsonNode send(String method, String path, JsonNode body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(tidings.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-Requested-With", "example-chat")
                .method(method, BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }
}
