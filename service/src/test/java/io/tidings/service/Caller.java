package io.tidings.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** Somebody who talks to the service over HTTP, and keeps the cookies it is given. */
public final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final IntSupplier port;
    private final HttpClient http;
    private final Map<String, String> headers;

    private Caller(IntSupplier port, HttpClient http, Map<String, String> headers) {
        this.port = port;
        this.http = http;
        this.headers = headers;
    }

    public static Caller nobody() {
        return nobody(TestService::port);
    }

    /** @param port of the service that is called */
    static Caller nobody(IntSupplier port) {
        return new Caller(
                port,
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build(),
                Map.of("X-Requested-With", "tidings"));
    }

    public static ObjectNode json() {
        return JSON.createObjectNode();
    }

    /** The same caller with one more header. */
    public Caller with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Caller(port, http, more);
    }

    public Caller without(String header) {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.remove(header);
        return new Caller(port, http, fewer);
    }

    /** Who it is, for a client of another kind. */
    public String cookie() {
        return ((CookieManager) http.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
    }

    public Answer get(String path) {
        return send("GET", path, "", BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, "", BodyPublishers.noBody());
    }

    public Answer post(String path, JsonNode body) {
        return send("POST", path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    public Answer put(String path, JsonNode body) {
        return send("PUT", path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    public Answer postText(String path, String type, String body) {
        return send("POST", path, type, BodyPublishers.ofString(body));
    }

    public Answer send(String method, String path, String type, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port.getAsInt()).resolve(path))
                .method(method, body);
        headers.forEach(request::header);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public record Answer(int status, HttpHeaders headers, String body) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }

        /** What a successful answer says. */
        public JsonNode ok() {
            assertThat(status).describedAs(body).isBetween(200, 299);
            return json();
        }

        /** The answer is the problem document of this status. */
        public JsonNode refused(int expected) {
            assertThat(status).describedAs(body).isEqualTo(expected);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            JsonNode problem = json();
            assertThat(problem.path("status").asInt()).isEqualTo(expected);
            assertThat(problem.path("detail").asText()).isNotBlank();
            return problem;
        }

        /** A 400 that names this field. */
        public JsonNode refusedBecauseOf(String field) {
            JsonNode problem = refused(400);
            assertThat(problem.path("errors"))
                    .describedAs(body)
                    .anySatisfy(
                            error -> assertThat(error.path("field").asText()).isEqualTo(field));
            return problem;
        }
    }
}
