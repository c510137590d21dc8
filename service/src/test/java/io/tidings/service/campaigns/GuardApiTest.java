package io.tidings.service.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder;
import io.tidings.service.Caller;
import io.tidings.service.Made;
import io.tidings.service.TestService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A campaign that stops itself, as the marketer sees it. */
class GuardApiTest {

    private static final String CAMPAIGNS = "/api/v1/campaigns/";
    private final Caller marketer = TestService.administrator();

    @Test
    void aCampaignPausesItselfShowsWhyAndGoesOnWhenThatWasSeen() {
        ObjectNode draft = Made.campaign(
                Made.templateId("Hi", "<p>Hi</p>"), Made.audienceId("email\nada@example.com\nbo@example.com\n"));
        draft.putObject("settings")
                .put("perSecond", 0.01)
                .putObject("guard")
                .put("bounceRate", 0.1)
                .put("minimumVolume", 50);
        String id = Made.id(marketer.post("/api/v1/campaigns", draft));
        Made.launched(id);
        bounced(id, 60);
        JsonNode paused = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> marketer.get(CAMPAIGNS + id).ok(),
                        now -> now.path("state").asText().equals("paused"));
        JsonNode pause = paused.path("pause");
        assertThat(pause.path("kind").asText()).isEqualTo("tooManyBounces");
        assertThat(pause.path("needsAcknowledging").asBoolean()).isTrue();
        assertThat(pause.path("todo").asText()).isNotBlank();
        assertThat(pause.path("since").asText()).isNotBlank();
        JsonNode evidence = pause.path("evidence");
        assertThat(evidence.path("count").asInt()).isGreaterThanOrEqualTo(50);
        assertThat(evidence.path("bound").asDouble()).isGreaterThan(0.1);
        assertThat(evidence.path("domains").path(0).path("domain").asText()).isEqualTo("gone.example");
        assertThat(evidence.path("examples").path(0).path("why").asText()).isEqualTo("no such user");

        marketer.post(CAMPAIGNS + id + "/resume", Caller.json()).refusedBecauseOf("acknowledge");
        marketer.post(CAMPAIGNS + id + "/resume", Caller.json().put("acknowledge", false))
                .refusedBecauseOf("acknowledge");
        JsonNode resumed = marketer.post(
                        CAMPAIGNS + id + "/resume", Caller.json().put("acknowledge", true))
                .ok();
        assertThat(resumed.path("state").asText()).isEqualTo("sending");
        assertThat(resumed.path("pause").isNull()).isTrue();
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        marketer.get(CAMPAIGNS + id).ok().path("state").asText().equals("sending"));
        marketer.post(CAMPAIGNS + id + "/cancel", Caller.json()).ok();
    }

    @Test
    void aPauseByHandSaysWhoAndIsResumedWithoutABody() {
        ObjectNode draft =
                Made.campaign(Made.templateId("Hi", "<p>Hi</p>"), Made.audienceId("email\nada@example.com\n"));
        draft.putObject("settings").put("holdSeconds", 0).put("perSecond", 0.01);
        String id = Made.id(marketer.post("/api/v1/campaigns", draft));
        Made.launched(id);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        marketer.post(CAMPAIGNS + id + "/pause", Caller.json()).status() == 200);
        JsonNode pause = marketer.get(CAMPAIGNS + id).ok().path("pause");
        assertThat(pause.path("kind").asText()).isEqualTo("byHand");
        assertThat(pause.path("said").asText()).contains(TestService.firstLogin("email"));
        assertThat(pause.path("needsAcknowledging").asBoolean()).isFalse();
        assertThat(marketer.send(
                                "POST",
                                CAMPAIGNS + id + "/resume",
                                "",
                                java.net.http.HttpRequest.BodyPublishers.noBody())
                        .status())
                .isEqualTo(200);
        marketer.post(CAMPAIGNS + id + "/cancel", Caller.json());
    }

    @Test
    void theQuotaShowsHowTheAccountStands() {
        JsonNode quota = marketer.get("/api/v1/quota").ok();
        JsonNode bounces = quota.path("reputation").path("bounces");
        assertThat(bounces.path("reviewAbove").asDouble()).isEqualTo(0.05);
        assertThat(bounces.path("level").asText()).isIn("good", "near", "over");
        assertThat(quota.path("warnings").isArray()).isTrue();
        assertThat(quota.path("sendingEnabled").asBoolean()).isTrue();
    }

    private static void bounced(String campaign, int count) {
        List<Recorder.News> news = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            news.add(new Recorder.News(
                    EmailAddress.of("p" + i + "@gone.example"),
                    new Origin.OfCampaign(campaign),
                    null,
                    List.of(new Fact(FactKind.BOUNCED_PERMANENT, Instant.now(), "no such user", "5.1.1"))));
        }
        new Recorder(TestService.bean(MessageLedger.class)).record(news);
    }
}
