package io.tidings.awslocal.http;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request's headers; names are case-insensitive. */
public final class Headers {
    private final HttpHeaders lines;

    Headers(HttpHeaders lines) {
        this.lines = lines;
    }

    public static Headers of(Header... headers) {
        var lines = new DefaultHttpHeaders();
        for (var header : headers) {
            lines.add(header.name(), header.value());
        }
        return new Headers(lines);
    }

    /** The first value of that name. */
    public @Nullable String get(String name) {
        return lines.get(name);
    }

    public List<Header> all() {
        var all = new ArrayList<Header>(lines.size());
        for (var line : lines) {
            all.add(new Header(line.getKey(), line.getValue()));
        }
        return all;
    }
}
