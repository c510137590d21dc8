package io.tidings.service.notifications;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.tidings.core.notification.KeyedAnswer;
import io.tidings.service.notifications.NotificationAnswers.Posted;

/** What a request is answered: now for the first time, or with a key once more the same. */
sealed interface Answer {

    record Fresh(int status, Object body) implements Answer {}

    record Replayed(KeyedAnswer first) implements Answer {}

    MediaType PROBLEM = MediaType.of("application/problem+json");

    default HttpResponse<?> response() {
        return switch (this) {
            case Fresh(int status, Object body) -> {
                MutableHttpResponse<Object> response = response(status).body(body);
                yield body instanceof Posted posted
                        ? response.header(
                                HttpHeaders.LOCATION, posted.statusUrl().toString())
                        : response;
            }
            case Replayed(KeyedAnswer first) ->
                response(first.status()).body(first.body()).header("Idempotent-Replayed", "true");
        };
    }

    private static MutableHttpResponse<Object> response(int status) {
        return HttpResponse.status(HttpStatus.valueOf(status))
                .contentType(status >= 400 ? PROBLEM : MediaType.APPLICATION_JSON_TYPE);
    }
}
