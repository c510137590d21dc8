package io.tidings.service.notifications;

import io.micronaut.http.HttpStatus;
import io.micronaut.json.JsonMapper;
import io.tidings.core.notification.KeyedAnswer;
import io.tidings.core.notification.PostNotification;
import io.tidings.core.notification.PostNotification.Known;
import io.tidings.core.notification.PostNotification.Taken;
import io.tidings.core.notification.PostNotification.Wanted;
import io.tidings.service.notifications.NotificationAnswers.Posted;
import io.tidings.service.web.Problem;
import io.tidings.service.web.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Posts one notification for a caller, and keeps the answer for a request with a key. */
@Singleton
final class Poster {

    static final Duration KEPT = Duration.ofHours(24);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

    private final RequestReader reader;
    private final PostNotification post;
    private final DryRunner dryRunner;
    private final JsonMapper json;
    private final InstantSource clock;

    Poster(RequestReader reader, PostNotification post, DryRunner dryRunner, JsonMapper json, InstantSource clock) {
        this.reader = reader;
        this.post = post;
        this.dryRunner = dryRunner;
        this.json = json;
        this.clock = clock;
    }

    Answer post(NewNotification request, Caller caller, @Nullable Key key) {
        Wanted wanted = reader.read(request);
        if (caller.dryRun() || request.dryRun() != null && request.dryRun()) {
            return new Answer.Fresh(HttpStatus.OK.getCode(), dryRunner.run(wanted));
        }
        PostNotification.Answering keeping = key == null ? null : posted -> kept(key, posted);
        return switch (post.post(wanted, keeping)) {
            case Taken(PostNotification.Posted posted) -> answer(posted);
            case Known(KeyedAnswer first) -> replayed(first, key);
            case PostNotification.InFlight() -> throw inFlight();
        };
    }

    /**
     * @param own the caller's alone
     * @param request what the same request has in common with this one
     */
    record Key(String own, String request) {}

    static Answer replayed(KeyedAnswer first, @Nullable Key key) {
        if (key == null || !first.request().equals(key.request())) {
            throw otherRequest();
        }
        return new Answer.Replayed(first);
    }

    static ProblemException otherRequest() {
        return ProblemException.coded(
                HttpStatus.CONFLICT,
                "idempotency-key-reused",
                "this Idempotency-Key came with another request before; a new request needs a new key");
    }

    static ProblemException inFlight() {
        return ProblemException.coded(
                HttpStatus.CONFLICT,
                "idempotency-key-in-flight",
                "the first request with this Idempotency-Key is still being answered",
                TRY_AGAIN);
    }

    private static Answer.Fresh answer(PostNotification.Posted posted) {
        if (posted.refusal() != null) {
            return new Answer.Fresh(
                    HttpStatus.UNPROCESSABLE_ENTITY.getCode(),
                    Problem.coded(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            posted.refusal().code(),
                            posted.refusal().words()));
        }
        return new Answer.Fresh(
                HttpStatus.ACCEPTED.getCode(),
                new Posted(posted.id(), NotificationAnswers.statusUrl(posted.id()), posted.state(), posted.due()));
    }

    private KeyedAnswer kept(Key key, PostNotification.Posted posted) {
        Answer.Fresh answer = answer(posted);
        Instant now = clock.instant();
        return new KeyedAnswer(key.own(), key.request(), answer.status(), write(answer.body()), now, now.plus(KEPT));
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer cannot be written as JSON", e);
        }
    }
}
