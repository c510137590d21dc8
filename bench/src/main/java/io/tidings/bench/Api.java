package io.tidings.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** The service's API, as a browser or a program uses it. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public Api(URI base) {
        this.base = base;
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    public JsonNode get(String path) {
        return send(request(path).GET(), path);
    }

    /** Of an answer with a JSON value a line. */
    public List<JsonNode> lines(String path) {
        return text(request(path).GET(), path)
                .lines()
                .filter(line -> !line.isBlank())
                .map(Api::read)
                .toList();
    }

    public JsonNode post(String path, JsonNode body) {
        return send(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString())),
                path);
    }

    public void delete(String path) {
        text(request(path).DELETE(), path);
    }

    public JsonNode postCsv(String path, String csv) {
        return postCsv(path, BodyPublishers.ofString(csv));
    }

    public JsonNode postCsv(String path, BodyPublisher csv) {
        return send(request(path).header("Content-Type", "text/csv").POST(csv), path);
    }

    /** A call of one of AWS's JSON protocols. */
    public JsonNode aws(String target, String contentType, JsonNode body) {
        return send(
                request("/")
                        .header("Content-Type", contentType)
                        .header("X-Amz-Target", target)
                        .POST(BodyPublishers.ofString(body.toString())),
                target);
    }

    public JsonNode postWithKey(String path, String key, JsonNode body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + key)
                        .POST(BodyPublishers.ofString(body.toString())),
                path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("X-Requested-With", "tidings");
    }

    private JsonNode send(HttpRequest.Builder request, String path) {
        String body = text(request, path);
        return body.isEmpty() ? JSON.createObjectNode() : read(body);
    }

    private String text(HttpRequest.Builder request, String path) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new IllegalStateException(path + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
