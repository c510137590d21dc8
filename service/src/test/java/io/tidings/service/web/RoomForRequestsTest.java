package io.tidings.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RoomForRequestsTest {

    private static final HttpRequest<?> REQUEST = HttpRequest.GET("/api/v1/campaigns");

    private final RoomForRequests room = new RoomForRequests(2);
    private final List<MutableHttpResponse<?>> answers = new ArrayList<>();

    @Test
    void whoFindsNoRoomIsToldWhenToComeAgain() {
        unanswered();
        unanswered();
        answered();
        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.code()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        });
    }

    @Test
    void anAnswerAnErrorAndAClientThatLeavesMakeRoom() {
        unanswered();
        answered();
        Flux.from(room.doFilter(REQUEST, _ -> Mono.error(new IllegalStateException("no"))))
                .subscribe(answers::add, _ -> {});
        Disposable patient = unanswered();
        answered();
        patient.dispose();
        answered();
        assertThat(answers).extracting(MutableHttpResponse::code).containsExactly(200, 503, 200);
    }

    private Disposable unanswered() {
        return Flux.from(room.doFilter(REQUEST, _ -> Mono.never())).subscribe(answers::add);
    }

    private void answered() {
        Flux.from(room.doFilter(REQUEST, _ -> Mono.just(HttpResponse.ok()))).subscribe(answers::add);
    }
}
