package io.tidings.service.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.http.filter.ServerFilterPhase;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * So many requests at a time, and no more: after an outage everybody asks at once, and a service that took them all in would run out of
 * memory before it had answered one.
 */
@Filter("/api/**")
final class RoomForRequests implements HttpServerFilter {

    private static final int MOST = 256;

    private final Semaphore room;

    @Inject
    RoomForRequests() {
        this(MOST);
    }

    RoomForRequests(int most) {
        this.room = new Semaphore(most);
    }

    @Override
    public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
        return Flux.defer(
                () -> room.tryAcquire() ? Flux.from(chain.proceed(request)).doFinally(_ -> room.release()) : full());
    }

    private static Flux<MutableHttpResponse<?>> full() {
        Problem problem = Problem.coded(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                "more requests are being answered than there is room for; ask again in a second, then later each time");
        return Flux.just(HttpResponse.<Object>status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.of("application/problem+json"))
                .header("Retry-After", "1")
                .body(problem));
    }

    /** Before anything is read for it. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }
}
