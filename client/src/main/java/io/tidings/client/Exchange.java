package io.tidings.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request, as often as it takes. */
final class Exchange {

    private final HttpClient http;
    private final URI base;
    private final String apiKey;
    private final int tries;
    private final Duration answer;

    Exchange(HttpClient http, URI base, String apiKey, int tries, Duration answer) {
        this.http = http;
        this.base = base;
        this.apiKey = apiKey;
        this.tries = tries;
        this.answer = answer;
    }

    JsonNode send(String method, String path, @Nullable Object body, @Nullable String idempotencyKey) {
        HttpRequest request = request(method, path, body, idempotencyKey);
        for (int tried = 1; ; tried++) {
            HttpResponse<String> response = null;
            IOException broken = null;
            try {
                response = http.send(request, BodyHandlers.ofString());
            } catch (IOException e) {
                broken = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TidingsException.Unanswered("interrupted while waiting for an answer", e);
            }
            if (response != null) {
                if (response.statusCode() < 300) {
                    return read(response.body());
                }
                Problem problem = problem(response);
                if (tried == tries || !Retries.passes(response.statusCode(), problem)) {
                    throw new TidingsException.Refused(
                            problem,
                            response.headers().firstValue("X-Request-Id").orElse(null));
                }
                pause(Retries.after(tried, response.headers()));
            } else {
                if (tried == tries) {
                    throw new TidingsException.Unanswered("no answer after " + tries + " tries: " + broken, broken);
                }
                pause(Retries.after(tried, HttpHeaders.of(Map.of(), (name, value) -> true)));
            }
        }
    }

    private HttpRequest request(String method, String path, @Nullable Object body, @Nullable String idempotencyKey) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(answer)
                .header("Authorization", "Bearer " + apiKey)
                .header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return request.build();
    }

    private static JsonNode read(String body) {
        try {
            return Json.parse(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Tidings answered what is not JSON; is the address right?", e);
        }
    }

    /** Whatever stands before Tidings may answer in its own way. */
    private static Problem problem(HttpResponse<String> response) {
        int status = response.statusCode();
        try {
            JsonNode body = Json.parse(response.body());
            if (body.path("status").isInt()) {
                return Json.read(body, new TypeReference<>() {});
            }
        } catch (JsonProcessingException e) {
            return new Problem(status, "not a problem document", null, null, List.of());
        }
        return new Problem(status, "HTTP " + status, null, null, List.of());
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TidingsException.Unanswered("interrupted before trying again", e);
        }
    }
}
