package io.tidings.service.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidings.client.BatchResult;
import io.tidings.client.Category;
import io.tidings.client.CheckedAddress;
import io.tidings.client.DryRun;
import io.tidings.client.Notification;
import io.tidings.client.Posted;
import io.tidings.client.Status;
import io.tidings.client.TidingsClient;
import io.tidings.client.TidingsException.Refused;
import io.tidings.service.Caller;
import io.tidings.service.TestService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The Java client and the service understand each other. */
class JavaClientTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final TidingsClient tidings =
            TidingsClient.at("http://localhost:" + TestService.port(), TestService.firstLogin("apiKey"));

    @Test
    void aNotificationIsPostedAndItsLifeIsRead() {
        Posted posted =
                tidings.post(hello("java@example.com").reference("java-1").build());
        Status status = await().atMost(LONGEST)
                .until(() -> tidings.get(posted.id()), now -> now.state().equals("accepted"));
        assertThat(status.reference()).isEqualTo("java-1");
        assertThat(status.facts()).extracting(Status.Fact::kind).contains("accepted");
    }

    @Test
    void theSameKeyIsTheSameNotification() {
        String key = UUID.randomUUID().toString();
        Notification hello = hello("java@example.com").build();
        assertThat(tidings.post(hello, key).id())
                .isEqualTo(tidings.post(hello, key).id());
        assertThatThrownBy(() -> tidings.post(hello("other@example.com").build(), key))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.code()).isEqualTo("idempotency-key-reused");
                });
    }

    @Test
    void everyFieldIsUnderstood() {
        Posted posted = tidings.post(hello("java@example.com")
                .content("{{count}} new", "<p>{{#events}}{{name}}{{/events}}</p>", "new")
                .timeZone(ZoneId.of("Europe/Zurich"))
                .locale("de-CH")
                .category(Category.CONVERSATION)
                .highPriority()
                .expiresAt(Instant.now().plus(Duration.ofDays(3)))
                .collapse("room-" + UUID.randomUUID(), Duration.ofHours(1))
                .cancelIf("java/everything")
                .quietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))
                .tags("mention")
                .replyTo("reply@example.com")
                .headers(Map.of("X-Room", "7"))
                .build());
        assertThat(tidings.get(posted.id()).state()).isEqualTo("gathering");
        tidings.cancel("java/everything");
        assertThat(tidings.get(posted.id()).state()).isEqualTo("withdrawn");
    }

    @Test
    void whatWaitsIsWithdrawn() {
        Posted posted = tidings.post(hello("java@example.com")
                .sendAt(Instant.now().plus(Duration.ofHours(1)))
                .attach("hello.txt", "text/plain", new byte[] {'h', 'i'})
                .build());
        tidings.withdraw(posted.id());
        assertThat(tidings.get(posted.id()).state()).isEqualTo("withdrawn");
    }

    @Test
    void aBatchAnswersForEachItem() {
        List<BatchResult> results = tidings.postAll(
                List.of(hello("java@example.com").build(), hello("nobody").build()));
        assertThat(results).extracting(BatchResult::isPosted).containsExactly(true, false);
        assertThat(results.get(1).problem()).isNotNull();
        assertThat(results.get(1).status()).isEqualTo(400);
    }

    @Test
    void mistakesAndRefusalsAreTyped() {
        assertThatThrownBy(() -> tidings.post(hello("nobody").build()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.errors())
                                .anySatisfy(error -> assertThat(error.field()).isEqualTo("recipient.email")));
        TestService.administrator()
                .post("/api/v1/suppressions", Caller.json().put("email", "java-stopped@example.com"))
                .ok();
        assertThatThrownBy(() -> tidings.post(hello("java-stopped@example.com").build()))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(422);
                    assertThat(refused.code()).isEqualTo("suppressed");
                    assertThat(refused.requestId()).isNotBlank();
                });
        assertThatThrownBy(() -> tidings.get("01890000-0000-7000-8000-000000000000"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(404));
    }

    @Test
    void aDryRunShowsTheMailAndSendsNothing() {
        DryRun dry = tidings.dryRun(hello("java@example.com").build());
        assertThat(dry.wouldSend()).isTrue();
        assertThat(dry.subject()).isEqualTo("Hello Ada");
        assertThat(dry.to()).isEqualTo("java@example.com");
    }

    @Test
    void itIsAskedWhoMayBeWrittenTo() {
        TestService.administrator()
                .post("/api/v1/suppressions", Caller.json().put("email", "java-stopped@example.com"))
                .ok();
        List<CheckedAddress> checked =
                tidings.check(Category.CONVERSATION, List.of("java@example.com", "java-stopped@example.com", "nobody"));
        assertThat(checked).extracting(CheckedAddress::allowed).containsExactly(true, false, false);
        assertThat(checked.get(0).by()).isNull();
        assertThat(checked.get(1).by())
                .satisfies(by -> assertThat(by.scope()).isEqualTo("everything"))
                .satisfies(by -> assertThat(by.reason()).isEqualTo("manual"));
        assertThat(checked.get(2).why()).contains("name@domain");
        assertThatThrownBy(() -> tidings.check(
                        Category.ACCOUNT, Collections.nCopies(TidingsClient.MOST_CHECKED + 1, "java@example.com")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.errors())
                                .anySatisfy(error -> assertThat(error.field()).isEqualTo("addresses")));
    }

    @Test
    void eachAnswerSaysHowFastTheKeyMayGoOn() {
        var answer = TestService.program().get("/api/v1/notifications/01890000-0000-7000-8000-000000000000");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"key\";q=1000;w=2");
        assertThat(answer.header("RateLimit")).startsWith("\"key\";r=");
        assertThat(TestService.administrator()
                        .get("/api/v1/notifications/01890000-0000-7000-8000-000000000000")
                        .header("RateLimit"))
                .isEmpty();
    }

    private static Notification.Builder hello(String email) {
        return Notification.to(email)
                .content("Hello {{name}}", "<p>Hello {{name}}</p>")
                .data(Map.of("name", "Ada"));
    }
}
