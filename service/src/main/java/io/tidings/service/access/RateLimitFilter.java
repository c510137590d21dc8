package io.tidings.service.access;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.security.authentication.Authentication;
import io.tidings.core.access.User;
import io.tidings.service.access.RateLimits.Taken;
import io.tidings.service.web.ProblemException;
import io.tidings.service.wiring.RateLimitSettings;
import java.time.Duration;

/** Programs learn from each answer how fast they may go on (the RateLimit headers of the IETF's draft); people are not counted. */
@ServerFilter({"/api/v1/notifications/**", "/api/v1/suppressions/check"})
@Order(Ordered.LOWEST_PRECEDENCE)
final class RateLimitFilter {

    private static final String ATTRIBUTE = "rate-limit";

    private final RateLimits limits;
    private final RateLimitSettings settings;

    RateLimitFilter(RateLimits limits, RateLimitSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    @RequestFilter
    void count(HttpRequest<?> request) {
        request.getUserPrincipal(Authentication.class)
                .filter(who -> !who.getRoles().contains(User.Role.ADMINISTRATOR.name()))
                .map(who -> limits.take(who.getName()))
                .ifPresent(taken -> {
                    request.setAttribute(ATTRIBUTE, taken);
                    refuse(taken);
                });
    }

    private void refuse(Taken taken) {
        if (!taken.allowed()) {
            throw ProblemException.busy(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "this key asks more often than " + settings.perSecond() + " times a second; post many with /batch",
                    atLeastASecond(taken.delay()));
        }
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(ATTRIBUTE, Taken.class)
                .ifPresent(taken -> response.header(
                                "RateLimit-Policy", "\"key\";q=" + settings.burst() + ";w=" + window())
                        .header(
                                "RateLimit",
                                "\"key\";r=" + taken.left() + ";t="
                                        + (taken.allowed()
                                                ? 0
                                                : atLeastASecond(taken.delay()).toSeconds())));
    }

    /** In which the whole burst is there again. */
    private long window() {
        return Math.ceilDiv(settings.burst(), settings.perSecond());
    }

    private static Duration atLeastASecond(Duration wait) {
        return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }
}
