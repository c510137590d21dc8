package io.tidings.bench.lane;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.bench.Api;
import io.tidings.bench.processes.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Asks for notifications as a chat server does: each with a key of its own, so that asking again is safe. */
final class Requests {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** As every client has a pool of them: while the service is away, hundreds come each second, and a connection is some memory. */
    private static final int MOST_CONNECTIONS = 400;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Semaphore connections = new Semaphore(MOST_CONNECTIONS);
    private final URI url;
    private final String apiKey;

    Requests(Installation tidings) {
        this.url = tidings.url().resolve("/api/v1/notifications");
        this.apiKey = tidings.firstLogin("apiKey");
    }

    /**
     * @param status 0 when no answer came
     * @param id of the notification, or nothing
     */
    record Answer(int status, String id) {
        boolean taken() {
            return status == 202;
        }
    }

    Answer ask(String reader) throws InterruptedException {
        connections.acquire();
        try {
            return askNow(reader);
        } finally {
            connections.release();
        }
    }

    private Answer askNow(String reader) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + apiKey)
                .header("Idempotency-Key", "key-of-" + reader)
                .POST(BodyPublishers.ofString(mention(reader).toString()))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = response.statusCode() == 202 ? Api.read(response.body()) : Api.object();
            return new Answer(response.statusCode(), body.path("id").asText());
        } catch (IOException e) {
            return new Answer(0, "");
        }
    }

    /** Everything that is known of a notification. */
    String life(String id) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v1/notifications/" + id))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + apiKey)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static ObjectNode mention(String reader) {
        ObjectNode body = Api.object().put("category", "conversation");
        body.putObject("recipient").put("email", reader + "@example.com");
        body.putObject("content")
                .put("subject", "{{who}} mentioned you")
                .put("html", "<p>{{who}} wrote in {{room}}: <em>{{words}}</em></p>")
                .put("text", "{{who}} wrote in {{room}}: {{words}}");
        body.putObject("data").put("who", "Emil").put("room", "#lunch").put("words", "at noon?");
        return body;
    }
}
