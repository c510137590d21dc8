package io.tidings.service.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.service.Caller;
import io.tidings.service.Caller.Answer;
import io.tidings.service.TestService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdempotencyApiTest {

    private static Answer post(String key, ObjectNode request) {
        return Lane.chatServer().with("Idempotency-Key", key).post(Lane.NOTIFICATIONS, request);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    @Test
    void sixtyFourAtOnceAreOneMail() throws Exception {
        String email = Lane.somebody();
        String key = newKey();
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> all = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                all.add(threads.submit(() -> post(key, Lane.mail(email))));
            }
            for (Future<Answer> one : all) {
                answers.add(one.get());
            }
        }
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.header("Idempotent-Replayed").isEmpty())
                .hasSize(1);
        Lane.settled(answers.getFirst().json().path("id").asText());
        assertThat(Lane.inbox(email)).hasSize(1);
    }

    @Test
    void anotherRequestWithTheKeyIsRefused() {
        String key = newKey();
        ObjectNode request = Lane.mail(Lane.somebody());
        assertThat(post(key, request).status()).isEqualTo(202);
        ObjectNode other = request.deepCopy();
        other.withObject("/data").put("text", "dinner?");
        assertThat(post(key, other).refused(409).path("code").asText()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void theOrderOfFieldsMakesNoOtherRequest() {
        String key = newKey();
        String email = Lane.somebody();
        ObjectNode request = Lane.mail(email);
        ObjectNode same = Caller.json();
        same.putObject("data").put("text", "lunch?").put("sender", "Emil");
        same.set("content", request.path("content"));
        same.set("recipient", request.path("recipient"));
        Answer first = post(key, request);
        Answer second = post(key, same);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void keysOfTwoCallersAreTwoKeys() {
        String key = newKey();
        ObjectNode request = Lane.mail(Lane.somebody());
        Answer mine = post(key, request);
        Answer theirs = TestService.administrator().with("Idempotency-Key", key).post(Lane.NOTIFICATIONS, request);
        assertThat(theirs.ok().path("id")).isNotEqualTo(mine.ok().path("id"));
    }

    @Test
    void aRefusalIsRepeatedToo() {
        String key = newKey();
        String email = Lane.somebody();
        suppress(email);
        Answer first = post(key, Lane.mail(email));
        first.refused(422);
        Answer second = post(key, Lane.mail(email));
        assertThat(second.refused(422)).isEqualTo(first.json());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }

    private static void suppress(String email) {
        TestService.bean(SuppressionStore.class)
                .add(new Suppression(EmailAddress.of(email), Suppression.Reason.BOUNCE, "a test", Instant.now()));
    }

    @Test
    void aKeyIsPlain() {
        post("has space", Lane.mail(Lane.somebody())).refusedBecauseOf("Idempotency-Key");
        post("k".repeat(201), Lane.mail(Lane.somebody())).refusedBecauseOf("Idempotency-Key");
    }

    @Test
    void oneBadItemOfABatchHindersNoOther() {
        String email = Lane.somebody();
        String angry = Lane.somebody();
        suppress(angry);
        ObjectNode batch = Caller.json();
        batch.putArray("notifications")
                .add(Lane.mail(email))
                .add(Lane.mail("nobody"))
                .add(Caller.json().put("recipient", 7))
                .add("text")
                .add(Lane.mail(angry))
                .add(Lane.mail(email).put("reference", "x".repeat(201)))
                .add(Lane.mail(email).put("dryRun", true));
        Answer answer = Lane.chatServer().post(Lane.NOTIFICATIONS + "/batch", batch);
        assertThat(answer.status()).isEqualTo(202);
        JsonNode results = answer.json().path("results");
        List<Integer> statuses = new ArrayList<>();
        results.forEach(result -> statuses.add(result.path("status").asInt()));
        assertThat(statuses).containsExactly(202, 400, 400, 400, 422, 400, 200);
        assertThat(results.path(1)
                        .path("problem")
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asText())
                .isEqualTo("recipient.email");
        assertThat(results.path(4).path("problem").path("code").asText()).isEqualTo("suppressed");
        assertThat(results.path(6).path("dryRun").path("subject").asText()).isEqualTo("Emil wrote");
        Lane.settled(results.path(0).path("id").asText());
        assertThat(Lane.inbox(email)).hasSize(1);
    }

    @Test
    void aBatchRepeatedIsAnsweredTheSameAndSendsNothingMore() {
        String key = newKey();
        List<String> people = Stream.generate(Lane::somebody).limit(20).toList();
        ObjectNode batch = Caller.json();
        var items = batch.putArray("notifications");
        people.forEach(email -> items.add(Lane.mail(email)));
        Caller caller = Lane.chatServer().with("Idempotency-Key", key);
        Answer first = caller.post(Lane.NOTIFICATIONS + "/batch", batch);
        Answer second = caller.post(Lane.NOTIFICATIONS + "/batch", batch);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        first.json()
                .path("results")
                .forEach(result -> Lane.settled(result.path("id").asText()));
        assertThat(people).allSatisfy(email -> assertThat(Lane.inbox(email)).hasSize(1));
        batch.withArray("/notifications").remove(0);
        caller.post(Lane.NOTIFICATIONS + "/batch", batch).refused(409);
    }
}
