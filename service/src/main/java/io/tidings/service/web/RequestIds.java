package io.tidings.service.web;

import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/** Each request has an id: in its answer, and in every line that is logged on its behalf. */
@ServerFilter("/api/**")
final class RequestIds {

    private static final String ATTRIBUTE = "request-id";

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        String id = Ids.next();
        request.setAttribute(ATTRIBUTE, id);
        context.add(new MdcPropagationContext(Map.of("request", id)));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(ATTRIBUTE, String.class).ifPresent(id -> response.header("X-Request-Id", id));
    }
}
