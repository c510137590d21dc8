package io.tidings.awslocal.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One whole request. Path and query are as they came: still percent-encoded; the query is without its question mark. */
@SuppressWarnings("ArrayRecordComponent") // Bytes go through untouched; nobody compares them.
public record Request(String method, String path, String query, Headers headers, byte[] body) {

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The path, decoded. Text that is no percent-encoding stands for itself. */
    public String decodedPath() {
        return decoded(path);
    }

    /** The query's parameters, decoded, in their order; none if the query is no percent-encoding. */
    public Map<String, List<String>> parameters() {
        return parametersOf(query);
    }

    public @Nullable String parameter(String name) {
        var values = parameters().get(name);
        return values == null ? null : values.getFirst();
    }

    /** The body's parameters, for {@code application/x-www-form-urlencoded}. */
    public Map<String, List<String>> form() {
        return parametersOf(text());
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return QueryStringDecoder.decodeComponent(text.replace("+", "%2B"));
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Map<String, List<String>> parametersOf(String encoded) {
        try {
            return QueryStringDecoder.builder()
                    .hasPath(false)
                    .maxParams(10_000)
                    .build(encoded)
                    .parameters();
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }
}
