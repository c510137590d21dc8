package io.tidings.service.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.notification.AnswerStore;
import io.tidings.core.notification.GatheringStore;
import io.tidings.core.notification.KeyedAnswer;
import io.tidings.core.notification.NotificationQueue;
import io.tidings.core.notification.NotificationStore;
import io.tidings.core.notification.PostNotification;
import io.tidings.core.notification.Refusals;
import io.tidings.core.notification.SettleNotification;
import io.tidings.service.Caller;
import io.tidings.service.TestService;
import io.tidings.service.notifications.NotificationAnswers.BatchResult;
import io.tidings.service.notifications.NotificationAnswers.BatchResults;
import io.tidings.service.notifications.Poster.Key;
import io.tidings.service.web.ProblemException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A batch whose process is killed before or after any one of its calls to a store or a queue, and killed once more when it is repeated. */
class BatchCrashTest {

    private static final Duration LEASE_IS_OVER = Duration.ofSeconds(31);
    private static final io.tidings.service.notifications.Caller CHAT =
            new io.tidings.service.notifications.Caller("chat", false);

    @Test
    void wheneverItIsKilledARepeatedBatchSendsEachItemOnce() throws IOException {
        List<Run> runs = new ArrayList<>();
        do {
            runs.add(new Run(runs.size()));
        } while (runs.getLast().kills > 0);

        assertThat(runs.size()).isGreaterThan(20);
        for (Run run : runs) {
            run.check();
        }
    }

    /** One batch, killed at one place. */
    private static final class Run {
        private final int place;
        private final String key = UUID.randomUUID().toString();
        private final String alone = Lane.somebody();
        private final String later = Lane.somebody();
        private final String many = Lane.somebody();
        private final String stopped = Lane.somebody();
        private final List<JsonNode> items;
        private final BatchResults results;
        private int kills;
        private Instant now = Instant.now();

        Run(int place) throws IOException {
            this.place = place;
            TestService.administrator()
                    .post("/api/v1/suppressions", Caller.json().put("email", stopped))
                    .ok();
            items = items();
            results = untilAnswered();
        }

        private List<JsonNode> items() throws IOException {
            ArrayNode batch = Caller.json().arrayNode();
            batch.add(Lane.mail(alone));
            batch.add(Lane.mail(later).put("sendAt", now.plusSeconds(3).toString()));
            batch.add(event("one"));
            batch.add(event("two"));
            batch.add(Lane.mail(stopped));
            batch.add(Lane.mail("nobody"));
            List<JsonNode> read = new ArrayList<>();
            TestService.bean(JsonMapper.class)
                    .readValue(batch.toString(), JsonNode.class)
                    .values()
                    .forEach(read::add);
            return read;
        }

        private ObjectNode event(String text) {
            ObjectNode event = Lane.mail(many);
            event.withObject("/content").put("html", "<p>{{#events}}[{{text}}]{{/events}}</p>");
            event.withObject("/data").put("text", text);
            event.putObject("collapse").put("key", "room").put("windowSeconds", 5);
            return event;
        }

        /** As a program does that gets no answer; each time another process takes the request. */
        private BatchResults untilAnswered() throws IOException {
            while (true) {
                Process process = new Process(kills < 2 ? place : Integer.MAX_VALUE, () -> now);
                try {
                    Answer answer = process.batches.post(items, CHAT, new Key(key, "the batch"));
                    assertThat(process.killed).isFalse();
                    return results(answer);
                } catch (ProblemException busy) {
                    assertThat(busy.problem().code()).isEqualTo("idempotency-key-in-flight");
                    now = now.plus(LEASE_IS_OVER);
                } catch (IllegalStateException | Killed e) {
                    assertThat(process.killed).describedAs(e.toString()).isTrue();
                    kills++;
                }
            }
        }

        private static BatchResults results(Answer answer) throws IOException {
            return switch (answer) {
                case Answer.Fresh(int _, Object body) -> (BatchResults) body;
                case Answer.Replayed(KeyedAnswer first) ->
                    TestService.bean(JsonMapper.class).readValue(first.body(), Argument.of(BatchResults.class));
            };
        }

        void check() {
            String where = "killed at " + place;
            assertThat(results.results())
                    .describedAs(where)
                    .extracting(BatchResult::status)
                    .containsExactly(202, 202, 202, 202, 422, 400);
            for (int i = 0; i < 4; i++) {
                Lane.settled(String.valueOf(results.results().get(i).id()));
            }
            assertThat(Lane.inbox(alone)).describedAs(where).hasSize(1);
            assertThat(Lane.inbox(later)).describedAs(where).hasSize(1);
            assertThat(told()).describedAs(where).containsExactlyInAnyOrder("one", "two");
            assertThat(Lane.inbox(stopped)).describedAs(where).isEmpty();
            await(where).atMost(Duration.ofSeconds(30)).until(this::outcomesOfStopped, List.of("skipped")::equals);
        }

        private List<String> outcomesOfStopped() {
            return TestService.administrator()
                    .get("/api/v1/addresses/" + stopped)
                    .ok()
                    .path("timeline")
                    .findValuesAsText("outcome");
        }

        /** The window may end while the batch is repeated; its events are in one mail each then, too. */
        private List<String> told() {
            List<String> told = new ArrayList<>();
            for (var mail : Lane.inbox(many)) {
                String html = Caller.nobody()
                        .get(TestService.aws().endpoint() + "/_inbox/messages/"
                                + mail.path("id").asText() + "/html")
                        .body();
                for (String part : html.split("\\[", -1)) {
                    if (part.contains("]")) {
                        told.add(part.substring(0, part.indexOf(']')));
                    }
                }
            }
            return told;
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What one process of the service does for a batch, until it is killed; from then on nothing of it does anything. */
    private static final class Process {
        private final AtomicInteger left;
        private final BatchPoster batches;
        private volatile boolean killed;

        Process(int place, InstantSource clock) {
            left = new AtomicInteger(place);
            InstantSource now = InstantSource.system();
            NotificationStore notifications = mortal(NotificationStore.class);
            GatheringStore gatherings = mortal(GatheringStore.class);
            AnswerStore answers = mortal(AnswerStore.class);
            JsonMapper json = TestService.bean(JsonMapper.class);
            PostNotification post = new PostNotification(
                    notifications,
                    gatherings,
                    answers,
                    mortal(NotificationQueue.class),
                    TestService.bean(Refusals.class),
                    new SettleNotification(notifications, gatherings, mortal(MessageLedger.class), now),
                    now);
            Poster poster = new Poster(
                    TestService.bean(RequestReader.class), post, TestService.bean(DryRunner.class), json, now);
            ItemPoster items = new ItemPoster(poster, TestService.bean(Validator.class), json);
            batches = new BatchPoster(items, answers, json, clock);
        }

        private <T> T mortal(Class<T> port) {
            T store = TestService.bean(port);
            return port.cast(Proxy.newProxyInstance(
                    port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                        mayDie();
                        try {
                            return method.invoke(store, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        } finally {
                            mayDie();
                        }
                    }));
        }

        private void mayDie() {
            if (killed || left.getAndDecrement() == 0) {
                killed = true;
                throw new Killed();
            }
        }
    }
}
