package io.tidings.service.web;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Every address a browser shows is the UI's own to read: whichever page is asked for, it gets the one HTML file there is. */
@ServerFilter("/**")
final class Pages {

    private static final String ASSETS = "/assets/";
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final byte @Nullable [] index;

    Pages(ResourceResolver resources) {
        this.index = resources
                .getResourceAsStream("classpath:public/index.html")
                .map(Pages::read)
                .orElse(null);
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> page(HttpRequest<?> request) {
        if (index == null || !isPage(request)) {
            return null;
        }
        return HttpResponse.ok(index)
                .contentType(MediaType.of("text/html;charset=utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    /** The names of assets carry their content's hash, so what has a name never changes. */
    @ResponseFilter
    void keep(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (request.getPath().startsWith(ASSETS) && response.code() < 400) {
            response.getHeaders().set(HttpHeaders.CACHE_CONTROL, FOREVER);
        }
    }

    private static boolean isPage(HttpRequest<?> request) {
        String path = request.getPath();
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        return reads
                && !path.startsWith("/api/")
                && !path.equals("/api")
                && !path.startsWith("/health")
                // What people see who follow a link of a mail is no part of the UI.
                && !path.startsWith("/u/")
                && (path.equals("/index.html") || path.indexOf('.', path.lastIndexOf('/')) < 0)
                && request.accept().stream().anyMatch(type -> type.matches(MediaType.TEXT_HTML_TYPE));
    }

    private static byte[] read(InputStream resource) {
        try (resource) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the UI cannot be read", e);
        }
    }
}
