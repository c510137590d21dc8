package io.tidings.service.access;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.tidings.core.access.AccessStore;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A person by the session's cookie, a program by its key. */
@Singleton
final class Credentials implements AuthenticationFetcher<HttpRequest<?>> {

    static final String COOKIE = "tidings-session";
    private static final String BEARER = "Bearer ";
    /** A page of another site can send our cookie along, but cannot set a header. */
    private static final String OWN_PAGE = "X-Requested-With";

    private final AccessStore access;
    private final RecentKeys keys;
    private final InstantSource clock;
    private final Scheduler elsewhere;

    Credentials(
            AccessStore access,
            RecentKeys keys,
            InstantSource clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.access = access;
        this.keys = keys;
        this.clock = clock;
        this.elsewhere = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        if (!request.getPath().startsWith("/api/")) {
            return Publishers.empty();
        }
        // A read of the store on a thread that serves many connections would hold up all of them.
        return Mono.fromCallable(() -> authentication(request).orElse(null)).subscribeOn(elsewhere);
    }

    private Optional<Authentication> authentication(HttpRequest<?> request) {
        Optional<String> header = request.getHeaders().getAuthorization();
        return header.isPresent() ? byKey(header.get()) : byCookie(request);
    }

    private Optional<Authentication> byKey(String header) {
        if (!header.startsWith(BEARER)) {
            return Optional.empty();
        }
        return ApiKeySecret.parse(header.substring(BEARER.length()).strip())
                .flatMap(secret -> keys.find(secret.id())
                        .filter(key -> Secrets.same(key.secretHash(), Secrets.hash(secret.secret()))))
                .map(key -> Authentication.build(key.id(), List.of(key.scope().name()), Map.of("name", key.name())));
    }

    private Optional<Authentication> byCookie(HttpRequest<?> request) {
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        if (!reads && !request.getHeaders().contains(OWN_PAGE)) {
            return Optional.empty();
        }
        return request.getCookies()
                .findCookie(COOKIE)
                .flatMap(cookie -> access.session(Secrets.hash(cookie.getValue())))
                .filter(session -> session.expiresAt().isAfter(clock.instant()))
                .flatMap(session -> access.user(session.email()))
                .map(user ->
                        Authentication.build(user.email(), List.of(user.role().name()), Map.of("name", user.name())));
    }
}
