package io.tidings.service.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.ledger.Origin;
import io.tidings.core.sending.UnsubscribeLinks;
import io.tidings.core.webhook.Announce;
import io.tidings.core.webhook.Event;
import io.tidings.core.webhook.EventType;
import io.tidings.service.Caller;
import io.tidings.service.Made;
import io.tidings.service.TestService;
import io.tidings.service.webhooks.Endpoint.Got;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksApiTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String WEBHOOKS = "/api/v1/webhooks";

    private final Caller administrator = TestService.administrator();
    private Endpoint endpoint = open();

    private static Endpoint open() {
        try {
            return new Endpoint();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    @AfterEach
    void nobodyElseListens() {
        administrator
                .get(WEBHOOKS)
                .ok()
                .path("items")
                .forEach(webhook ->
                        administrator.delete(WEBHOOKS + "/" + webhook.path("id").asText()));
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void aCampaignAndWhoItLeavesOutAreToldSigned() throws IOException {
        JsonNode made = webhook("message.suppressed", "campaign.state");
        String secret = made.path("secret").asText();
        administrator.post("/api/v1/suppressions", Caller.json().put("email", "stopped@example.com"));
        String campaign = Made.draftId("email\nstopped@example.com\ngoes@example.com\n");
        Made.launched(campaign);
        Made.finished(campaign);

        await().atMost(LONGEST).until(() -> bodies().stream().anyMatch(body -> body.contains("\"finished\"")));
        assertThat(bodies())
                .filteredOn(body -> body.contains("campaign.state"))
                .extracting(body ->
                        new ObjectMapper().readTree(body).at("/data/state").asText())
                .contains("launching", "sending", "finished");
        JsonNode suppressed = new ObjectMapper()
                .readTree(bodies().stream()
                        .filter(body -> body.contains("message.suppressed"))
                        .findFirst()
                        .orElseThrow());
        assertThat(suppressed.at("/data/recipient").asText()).isEqualTo("stopped@example.com");
        assertThat(suppressed.at("/data/campaignId").asText()).isEqualTo(campaign);
        assertThat(suppressed.at("/data/kind").asText()).isEqualTo("campaign");
        assertThat(suppressed.path("version").asInt()).isEqualTo(1);

        assertThat(endpoint.got())
                .allSatisfy(got -> assertThat(got.signature())
                        .isEqualTo(
                                Signatures.of(List.of(secret), got.id(), Long.parseLong(got.timestamp()), got.body())));
        assertThat(endpoint.got()).extracting(Got::id).doesNotHaveDuplicates();
    }

    @Test
    void whoUsesTheLinkAgainIsToldOfOnce() {
        webhook("message.unsubscribed");
        String campaign = Made.draftId("email\nleaves@example.com\n");
        Made.launched(campaign);
        Made.finished(campaign);
        String link = URI.create(TestService.bean(UnsubscribeLinks.class)
                        .link(EmailAddress.of("leaves@example.com").recipientId(), campaign))
                .getPath();
        Caller mailService = Caller.nobody();
        for (String path : List.of(link, link, link, link + "/all", link + "/all")) {
            assertThat(mailService
                            .postText(path, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")
                            .status())
                    .isEqualTo(200);
        }
        await().atMost(LONGEST).until(() -> bodies().size() >= 2);
        await().during(Duration.ofSeconds(2)).atMost(LONGEST).until(() -> bodies().size() == 2);
        assertThat(bodies()).anyMatch(body -> body.contains("marketing"));
    }

    /** SES refuses what it is sent seldom; a template that fails on its data is refused at once. */
    @Test
    void whatIsRefusedIsTold() throws IOException {
        webhook("message.refused");
        String tooMuch = "<p>" + "{{firstName}} ".repeat(4_000) + "</p>";
        String name = "x".repeat(2_000);
        ObjectNode notification = Caller.json().put("reference", "chat-7");
        notification.putObject("recipient").put("email", "told@example.com");
        notification.putObject("content").put("subject", "Hello").put("html", tooMuch);
        notification.putObject("data").put("firstName", name);
        String notified = Made.id(TestService.program().post("/api/v1/notifications", notification));
        String audience = Made.audienceId("email,firstName\ntold@example.com," + name + "\ngoes@example.com,Ada\n");
        String campaign = Made.id(
                administrator.post("/api/v1/campaigns", Made.campaign(Made.templateId("Hello", tooMuch), audience)));
        Made.launched(campaign);
        Made.finished(campaign);

        await().atMost(LONGEST).until(() -> endpoint.got().size() == 2);
        JsonNode ofNotification = told("notificationId", notified);
        assertThat(ofNotification.at("/data/reference").asText()).isEqualTo("chat-7");
        assertThat(ofNotification.at("/data/forNow").asBoolean(true)).isFalse();
        JsonNode ofCampaign = told("campaignId", campaign);
        assertThat(ofCampaign.at("/data/forNow").asBoolean()).isTrue();
        for (JsonNode event : List.of(ofNotification, ofCampaign)) {
            assertThat(event.path("type").asText()).isEqualTo("message.refused");
            assertThat(event.at("/data/recipient").asText()).isEqualTo("told@example.com");
            assertThat(event.at("/data/reason").asText()).contains("more than 6000000 characters");
        }
    }

    private JsonNode told(String field, String id) throws IOException {
        for (String body : bodies()) {
            JsonNode event = new ObjectMapper().readTree(body);
            if (event.path("data").path(field).asText().equals(id)) {
                return event;
            }
        }
        throw new AssertionError("nothing was told of " + id);
    }

    @Test
    void whatFailsIsTriedAgainAndTheLogTells() {
        String id = id(webhook("message.bounced"));
        endpoint.answersWith(503, Map.of("Retry-After", "2"));
        String event = announce();
        JsonNode waiting = delivery(id, "waiting", 1);
        assertThat(waiting.path("eventId").asText()).isEqualTo(event);
        assertThat(waiting.path("status").asInt()).isEqualTo(503);
        assertThat(waiting.path("type").asText()).isEqualTo("message.bounced");
        assertThat(waiting.path("nextTryAt").asText()).isNotBlank();
        assertThat(administrator
                        .get(WEBHOOKS + "/" + id)
                        .ok()
                        .path("failingSince")
                        .asText())
                .isNotBlank();

        endpoint.answersWith(204, Map.of());
        JsonNode delivered = delivery(id, "delivered", 2);
        assertThat(delivered.path("status").asInt()).isEqualTo(204);
        assertThat(endpoint.got())
                .extracting(Got::body)
                .containsOnly(delivered.path("body").asText());
        assertThat(administrator
                        .get(WEBHOOKS + "/" + id)
                        .ok()
                        .path("failingSince")
                        .isNull())
                .isTrue();

        administrator
                .post(WEBHOOKS + "/" + id + "/deliveries/" + event + "/replay", Caller.json())
                .ok();
        await().atMost(LONGEST).until(() -> endpoint.got().size() == 3);
        assertThat(endpoint.got()).extracting(Got::id).containsOnly(event);
    }

    @Test
    void whoIsGoneIsDisabledSaysWhyAndCanComeBack() {
        String id = id(webhook("message.bounced"));
        endpoint.answersWith(410, Map.of());
        announce();
        JsonNode disabled = await().atMost(LONGEST)
                .until(
                        () -> administrator.get(WEBHOOKS + "/" + id).ok(),
                        webhook -> !webhook.path("enabled").asBoolean());
        assertThat(disabled.path("disabledBecause").asText()).contains("410");

        JsonNode alarm = await().atMost(LONGEST).until(() -> alarm(id), told -> !told.isMissingNode());
        assertThat(alarm.path("words").asText()).contains("localhost", "410");
        assertThat(alarm.path("link").asText()).isEqualTo("/settings/webhooks?show=" + id);

        endpoint.answersWith(204, Map.of());
        String meanwhile = announce();
        assertThat(administrator
                        .post(WEBHOOKS + "/" + id + "/enable", Caller.json())
                        .ok()
                        .path("enabled")
                        .asBoolean())
                .isTrue();
        await().atMost(LONGEST)
                .until(() -> endpoint.got().stream().anyMatch(got -> got.id().equals(meanwhile)));
        await().atMost(LONGEST).until(() -> alarm(id).isMissingNode());

        JsonNode replayed = administrator
                .post(
                        WEBHOOKS + "/" + id + "/replay",
                        Caller.json()
                                .put("since", Instant.now().minusSeconds(600).toString()))
                .ok();
        assertThat(replayed.path("replayed").asInt()).isEqualTo(1);
        assertThat(replayed.path("next").isNull()).isTrue();
        await().atMost(LONGEST).until(() -> endpoint.got().size() == 3);
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (Endpoint elsewhere = new Endpoint()) {
            String id = id(webhook("message.bounced"));
            endpoint.answersWith(302, Map.of("Location", elsewhere.url()));
            JsonNode answer = administrator
                    .post(WEBHOOKS + "/" + id + "/test", Caller.json())
                    .ok();
            assertThat(answer.path("delivered").asBoolean()).isFalse();
            assertThat(answer.path("error").asText()).contains("redirects are not followed");
            assertThat(elsewhere.got()).isEmpty();
        }
    }

    @Test
    void whoAnswersWithoutEndHoldsNobodyForLong() {
        String id = id(webhook("message.bounced"));
        endpoint.answersWith(200, Map.of());
        endpoint.drips(200);
        Instant began = Instant.now();
        JsonNode answer =
                administrator.post(WEBHOOKS + "/" + id + "/test", Caller.json()).ok();
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(18));
        assertThat(answer.path("delivered").asBoolean()).isFalse();
    }

    @Test
    void aTestTellsTheAnswerAndLeavesNoTrace() {
        String id = id(webhook("message.bounced"));
        assertThat(administrator
                        .post(WEBHOOKS + "/" + id + "/test", Caller.json())
                        .ok())
                .isEqualTo(
                        Caller.json().put("delivered", true).put("status", 204).putNull("error"));
        assertThat(endpoint.got())
                .singleElement()
                .satisfies(got -> assertThat(got.body()).contains("webhook.test"));
        endpoint.close();
        assertThat(administrator
                        .post(WEBHOOKS + "/" + id + "/test", Caller.json())
                        .ok()
                        .path("error")
                        .asText())
                .startsWith("the connection");
        assertThat(log(id, "")).isEmpty();
    }

    @Test
    void whileASecretIsReplacedBothSign() {
        JsonNode made = webhook("message.bounced");
        String id = id(made);
        JsonNode replaced = administrator
                .post(WEBHOOKS + "/" + id + "/secret", Caller.json())
                .ok();
        assertThat(replaced.at("/webhook/oldSecretUntil").asText()).isNotBlank();
        administrator.post(WEBHOOKS + "/" + id + "/test", Caller.json()).ok();
        Got got = endpoint.got().getFirst();
        assertThat(got.signature())
                .isEqualTo(Signatures.of(
                        List.of(
                                replaced.path("secret").asText(),
                                made.path("secret").asText()),
                        got.id(),
                        Long.parseLong(got.timestamp()),
                        got.body()));
        administrator
                .post(WEBHOOKS + "/" + id + "/secret", Caller.json().put("overlapSeconds", 0))
                .ok();
        administrator.post(WEBHOOKS + "/" + id + "/test", Caller.json()).ok();
        assertThat(endpoint.got().getLast().signature()).doesNotContain(" ");
    }

    @Test
    void theSecretIsShownOnce() {
        JsonNode made = webhook("message.bounced");
        String secret = made.path("secret").asText();
        assertThat(secret).startsWith("whsec_");
        assertThat(administrator.get(WEBHOOKS).body()).doesNotContain(secret);
        assertThat(administrator.get(WEBHOOKS + "/" + id(made)).body()).doesNotContain(secret);
    }

    @Test
    void whatIsChangedAppliesAndWhatIsDeletedIsGone() {
        String id = id(webhook("message.bounced"));
        ObjectNode changed = wishes("message.clicked").put("only", "campaigns").put("description", "clicks");
        JsonNode webhook = administrator.put(WEBHOOKS + "/" + id, changed).ok();
        assertThat(webhook.path("types").get(0).asText()).isEqualTo("message.clicked");
        assertThat(webhook.path("only").asText()).isEqualTo("campaigns");
        assertThat(administrator
                        .post(WEBHOOKS + "/" + id + "/disable", Caller.json())
                        .ok()
                        .path("enabled")
                        .asBoolean())
                .isFalse();
        assertThat(administrator.delete(WEBHOOKS + "/" + id).status()).isEqualTo(204);
        administrator.get(WEBHOOKS + "/" + id).refused(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://chat.example/hook",
                "chat.example/hook",
                "https://",
                "https://user:secret@chat.example/",
                "https://chat.example/#part",
                "https://chat example/",
                "file:///etc/passwd",
                "javascript:alert(1)"
            })
    void aUrlThatCannotBePostedToIsNamed(String url) {
        administrator.post(WEBHOOKS, wishes("message.bounced").put("url", url)).refusedBecauseOf("url");
    }

    @Test
    void unknownEventsAreNamedWithThoseThereAre() {
        assertThat(administrator
                        .post(WEBHOOKS, wishes("message.bounced", "message.eaten"))
                        .refusedBecauseOf("types[1]")
                        .toString())
                .contains("message.suppressed");
        administrator.post(WEBHOOKS, wishes("webhook.test")).refusedBecauseOf("types[0]");
        administrator.post(WEBHOOKS, wishes()).refusedBecauseOf("types");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"deliveries?cursor=x", "deliveries?state=lost", "deliveries?limit=0", "deliveries?limit=51"})
    void parametersThatNobodyWouldSendAreRefused(String path) {
        administrator
                .get(WEBHOOKS + "/" + id(webhook("message.bounced")) + "/" + path)
                .refused(400);
    }

    @Test
    void everyEventTypeHasAnExample() {
        JsonNode types = administrator.get(WEBHOOKS + "/event-types").ok().path("items");
        assertThat(types).hasSize(EventType.all().size()).allSatisfy(type -> {
            JsonNode example = new ObjectMapper().readTree(type.path("example").asText());
            assertThat(example.path("type").asText())
                    .isEqualTo(type.path("type").asText());
            assertThat(example.path("data").isObject()).isTrue();
        });
    }

    private JsonNode alarm(String webhook) {
        for (JsonNode alarm : administrator.get("/api/v1/alarms").ok().path("items")) {
            if (alarm.path("id").asText().equals("DISABLED_WEBHOOK:" + webhook)) {
                assertThat(alarm.path("kind").asText()).isEqualTo("disabledWebhook");
                return alarm;
            }
        }
        return MissingNode.getInstance();
    }

    private List<String> bodies() {
        return endpoint.got().stream().map(Got::body).toList();
    }

    private JsonNode webhook(String... types) {
        JsonNode made = administrator.post(WEBHOOKS, wishes(types)).ok();
        // Until then the process may not know of it.
        await().pollDelay(Duration.ofMillis(1_100)).atMost(LONGEST).until(() -> true);
        return made;
    }

    private ObjectNode wishes(String... types) {
        ObjectNode wishes = Caller.json().put("url", endpoint.url());
        var list = wishes.putArray("types");
        List.of(types).forEach(list::add);
        return wishes;
    }

    private static String id(JsonNode made) {
        return made.at("/webhook/id").asText();
    }

    /** As the processor of SES's reports would. */
    private static String announce() {
        String id = String.format(
                "evt_%012x_%s",
                Instant.now().toEpochMilli(),
                UUID.randomUUID().toString().replace("-", "").substring(0, 24));
        TestService.bean(Announce.class)
                .announce(List.of(new Event(
                        id,
                        EventType.BOUNCED,
                        Instant.now(),
                        new Event.OfMessage(
                                new Origin.OfNotification("none"),
                                "ada@example.com",
                                null,
                                null,
                                null,
                                null,
                                null,
                                new Event.Detail.Bounce("permanent", "5.1.1", "no such mailbox")))));
        return id;
    }

    private JsonNode delivery(String webhook, String state, int tries) {
        return await().atMost(LONGEST)
                .until(
                        () -> log(webhook, "?state=" + state).path(0),
                        delivery -> delivery.path("tries").asInt() == tries
                                && !delivery.path("status").isNull());
    }

    private JsonNode log(String webhook, String query) {
        return administrator
                .get(WEBHOOKS + "/" + webhook + "/deliveries" + query)
                .ok()
                .path("items");
    }
}
