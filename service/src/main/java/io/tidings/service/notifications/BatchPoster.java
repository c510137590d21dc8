package io.tidings.service.notifications;

import io.micronaut.http.HttpStatus;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.tidings.core.notification.AnswerStore;
import io.tidings.core.notification.KeyedAnswer;
import io.tidings.service.notifications.NotificationAnswers.BatchResult;
import io.tidings.service.notifications.NotificationAnswers.BatchResults;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Posts many. A batch is more than one transaction holds, so with a key it is claimed first and answered at the end; each item has a
 * key of its own that follows from the batch's, so whoever goes on after a crash finds what is done already.
 */
@Singleton
final class BatchPoster {

    /** Longer than five hundred take; after a crash a repeated request waits no longer. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final int AT_ONCE = 16;

    private final ItemPoster items;
    private final AnswerStore answers;
    private final JsonMapper json;
    private final InstantSource clock;
    /** For all requests together: a batch must not keep single requests from the processors. */
    private final Semaphore places = new Semaphore(AT_ONCE);

    BatchPoster(ItemPoster items, AnswerStore answers, JsonMapper json, InstantSource clock) {
        this.items = items;
        this.answers = answers;
        this.json = json;
        this.clock = clock;
    }

    Answer post(List<JsonNode> batch, Caller caller, Poster.@Nullable Key key) {
        if (key == null) {
            return new Answer.Fresh(HttpStatus.ACCEPTED.getCode(), results(batch, caller, null));
        }
        Instant now = clock.instant();
        return switch (answers.claim(key.own(), key.request(), now, now.plus(LEASE), now.plus(Poster.KEPT))) {
            case AnswerStore.Answered(KeyedAnswer first) -> Poster.replayed(first, key);
            case AnswerStore.InFlight(String request, Instant _) -> {
                if (!request.equals(key.request())) {
                    throw Poster.otherRequest();
                }
                throw Poster.inFlight();
            }
            case AnswerStore.Mine() -> answered(key, results(batch, caller, key));
        };
    }

    private Answer answered(Poster.Key key, BatchResults results) {
        try {
            Instant now = clock.instant();
            KeyedAnswer mine = new KeyedAnswer(
                    key.own(),
                    key.request(),
                    HttpStatus.ACCEPTED.getCode(),
                    json.writeValueAsString(results),
                    now,
                    now.plus(Poster.KEPT));
            KeyedAnswer first = answers.answer(mine);
            return first.equals(mine)
                    ? new Answer.Fresh(HttpStatus.ACCEPTED.getCode(), results)
                    : Poster.replayed(first, key);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer cannot be written as JSON", e);
        }
    }

    private BatchResults results(List<JsonNode> batch, Caller caller, Poster.@Nullable Key key) {
        List<Future<BatchResult>> inWork = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < batch.size(); i++) {
                int index = i;
                inWork.add(threads.submit(() -> {
                    places.acquire();
                    try {
                        return items.post(index, batch.get(index), caller, key);
                    } finally {
                        places.release();
                    }
                }));
            }
            List<BatchResult> results = new ArrayList<>();
            for (Future<BatchResult> one : inWork) {
                results.add(one.get());
            }
            return new BatchResults(results);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while posting a batch", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a batch could not be posted", e.getCause());
        }
    }
}
