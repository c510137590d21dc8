package io.tidings.awslocal.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One whole answer. Content-Length and Connection are the server's to set. */
@SuppressWarnings("ArrayRecordComponent") // Bytes go through untouched; nobody compares them.
public record Response(int status, List<Header> headers, byte[] body) {

    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, List.of(new Header("Content-Type", contentType)), body);
    }

    public static Response of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Response text(int status, String body) {
        return of(status, "text/plain; charset=utf-8", body);
    }

    public static Response empty(int status) {
        return new Response(status, List.of(), new byte[0]);
    }

    public Response with(String name, String value) {
        var all = new ArrayList<>(headers);
        all.add(new Header(name, value));
        return new Response(status, List.copyOf(all), body);
    }
}
