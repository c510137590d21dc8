package io.tidings.awslocal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The pages and switches that AWS itself does not have. */
final class Admin {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI endpoint;

    Admin(URI endpoint) {
        this.endpoint = endpoint;
    }

    String get(String path) {
        return call("GET", path, "").body();
    }

    HttpResponse<String> call(String method, String path, String body) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(endpoint.resolve(path))
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void account(String changes) {
        faults("{\"account\":{" + changes + "}}");
    }

    void faults(String json) {
        var answer = call("POST", "/_faults", json);
        if (answer.statusCode() != 200) {
            throw new IllegalArgumentException(answer.body());
        }
    }

    /** The log of accepted mail, line by line. */
    List<String> accepted() {
        return get("/_inbox/accepted").lines().toList();
    }
}
