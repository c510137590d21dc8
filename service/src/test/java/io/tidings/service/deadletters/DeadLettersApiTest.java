package io.tidings.service.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.aws.deployment.AwsClients;
import io.tidings.core.deadletter.FailureLog;
import io.tidings.service.Caller;
import io.tidings.service.TestService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Parked messages, as an operator sees them. No bounce processor runs here, so what goes back to its queue stays there. */
class DeadLettersApiTest {

    private static final String FEEDBACK = "/api/v1/dead-letters/feedback";
    private static final String QUEUE = "service-test-feedback";
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Caller operator = TestService.administrator();
    private final SqsClient sqs = TestService.bean(AwsClients.class).sqs();
    private final FailureLog failures = TestService.bean(FailureLog.class);

    @BeforeEach
    void empty() {
        sqs.purgeQueue(purge -> purge.queueUrl(url(QUEUE + "-dead-letters")));
    }

    @Test
    void whatIsParkedIsSeenWithItsCauseAndStays() {
        String id = park("{\"odd\": true}");
        park("{\"odd\": 2}");
        failures.note(id, "no eventType", Instant.parse("2026-03-01T12:00:00Z"));
        for (int i = 0; i < 2; i++) {
            JsonNode look = operator.get(FEEDBACK).ok();
            assertThat(look.path("waiting").asInt()).isEqualTo(2);
            assertThat(look.path("complete").asBoolean()).isTrue();
            JsonNode message = byId(look, id);
            assertThat(message.path("body").asText()).isEqualTo("{\"odd\": true}");
            assertThat(message.path("cause").asText()).isEqualTo("no eventType");
            assertThat(message.path("tries").asInt()).isEqualTo(1);
            assertThat(message.path("firstFailedAt").asText()).isEqualTo("2026-03-01T12:00:00Z");
            assertThat(message.path("sentAt").asText()).isNotBlank();
        }
        JsonNode few = operator.get(FEEDBACK + "?limit=1").ok();
        assertThat(few.path("items")).hasSize(1);
        assertThat(few.path("complete").asBoolean()).isFalse();

        JsonNode queues = operator.get("/api/v1/dead-letters").ok().path("items");
        assertThat(queues)
                .extracting(queue -> queue.path("queue").asText())
                .contains("plan", "batches", "notifications", "feedback");
        JsonNode feedback = queue(queues, "feedback");
        assertThat(feedback.path("waiting").asInt()).isEqualTo(2);
        assertThat(feedback.path("oldest").asText()).isNotBlank();
        assertThat(queue(queues, "plan").path("oldest").isNull()).isTrue();
    }

    @Test
    void oneGoesBackOneIsDiscardedAndTheRestGoesBackTogether() {
        String first = park("first");
        String second = park("second");
        park("third");
        operator.post(FEEDBACK + "/redrive", Caller.json().put("id", first)).ok();
        operator.post(FEEDBACK + "/redrive", Caller.json().put("id", first)).refused(404);
        JsonNode discarded = operator.post(
                        FEEDBACK + "/discard", Caller.json().put("id", second).put("reason", "it was a test of ours"))
                .ok();
        assertThat(discarded.path("by").asText()).isEqualTo(TestService.firstLogin("email"));
        JsonNode trail = operator.get("/api/v1/dead-letters/discarded?limit=1")
                .ok()
                .path("items")
                .path(0);
        assertThat(trail).isEqualTo(discarded);
        assertThat(trail.path("body").asText()).isEqualTo("second");
        assertThat(trail.path("reason").asText()).isEqualTo("it was a test of ours");
        assertThat(operator.get(FEEDBACK).ok().path("items"))
                .singleElement()
                .satisfies(left -> assertThat(left.path("body").asText()).isEqualTo("third"));

        operator.post(FEEDBACK + "/redrive", Caller.json().put("all", true)).ok();
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(operator.get(FEEDBACK)
                                .ok()
                                .path("move")
                                .path("running")
                                .asBoolean())
                        .isFalse());
        assertThat(operator.get(FEEDBACK).ok().path("items")).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsAnsweredWithTheWayOut() {
        operator.get("/api/v1/dead-letters/nothing").refused(404);
        operator.post(FEEDBACK + "/redrive", Caller.json()).refusedBecauseOf("id");
        operator.post(FEEDBACK + "/redrive", Caller.json().put("id", "x").put("all", true))
                .refusedBecauseOf("id");
        operator.post(FEEDBACK + "/discard", Caller.json().put("id", "x").put("reason", " "))
                .refusedBecauseOf("reason");
        operator.post(FEEDBACK + "/discard", Caller.json().put("id", "x").put("reason", "gone"))
                .refused(404);
    }

    @Test
    void aWorkerThatFailsNotesWhy() {
        String id = sqs.sendMessage(
                        send -> send.queueUrl(url("service-test-plan")).messageBody("no step of ours"))
                .messageId();
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(failures.causes(List.of(id)).get(id))
                        .isNotNull()
                        .satisfies(cause -> assertThat(cause.words()).contains("not a message of ours")));
    }

    @Test
    void parkedMessagesAreAnAlarmForAsLongAsTheyLie() {
        park("one");
        JsonNode alarm = await().atMost(LONGEST)
                .until(() -> alarmOf("deadLetters", "/dead-letters?queue=feedback"), found -> !found.isMissingNode());
        assertThat(alarm.path("since").asText()).isNotBlank();
        assertThat(alarm.path("words").asText()).contains("feedback");
        assertThat(alarm.path("todo").asText()).isNotBlank();
        assertThat(operator.get("/api/v1/alarms").ok().path("count").asInt()).isPositive();
        empty();
        await().atMost(LONGEST)
                .until(() ->
                        alarmOf("deadLetters", "/dead-letters?queue=feedback").isMissingNode());
    }

    private JsonNode alarmOf(String kind, String link) {
        JsonNode items = operator.get("/api/v1/alarms").ok().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(alarm -> alarm.path("kind").asText().equals(kind)
                        && alarm.path("link").asText().equals(link))
                .findFirst()
                .orElseGet(() -> Caller.json().path("none"));
    }

    private static JsonNode byId(JsonNode look, String id) {
        return StreamSupport.stream(look.path("items").spliterator(), false)
                .filter(message -> message.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode queue(JsonNode queues, String name) {
        return StreamSupport.stream(queues.spliterator(), false)
                .filter(queue -> queue.path("queue").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String park(String body) {
        return sqs.sendMessage(
                        send -> send.queueUrl(url(QUEUE + "-dead-letters")).messageBody(body))
                .messageId();
    }

    private String url(String queue) {
        return sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    }
}
