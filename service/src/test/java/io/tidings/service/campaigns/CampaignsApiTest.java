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
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.service.Caller;
import io.tidings.service.Made;
import io.tidings.service.TestService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignsApiTest {

    private static final String CAMPAIGNS = "/api/v1/campaigns";
    private static final String PEOPLE = "email,firstName\nada@example.com,Ada\nbo@example.com,Bo\n";
    private final Caller marketer = TestService.administrator();

    @Test
    void aCampaignGoesFromDraftToBalancedBooks() {
        String id = Made.draftId(PEOPLE);
        assertThat(marketer.get(CAMPAIGNS).ok().path("items"))
                .anySatisfy(item -> assertThat(item.path("id").asText()).isEqualTo(id));
        assertThat(Made.launched(id).path("launchedBy").asText()).isEqualTo(TestService.firstLogin("email"));
        JsonNode finished = Made.finished(id);
        assertThat(finished.path("templateVersion").asInt()).isEqualTo(1);
        assertThat(finished.path("books").path("audience").asInt()).isEqualTo(2);
        assertThat(finished.path("books").path("accepted").asInt()).isEqualTo(2);
        assertThat(finished.path("books").path("balanced").asBoolean()).isTrue();
        JsonNode statistics = marketer.get(CAMPAIGNS + "/" + id + "/statistics").ok();
        assertThat(statistics.path("books").path("accepted").asInt()).isEqualTo(2);
        assertThat(statistics.path("allowedRate").asDouble()).isPositive();
        assertThat(people(id, "accepted")).containsExactlyInAnyOrder("ada@example.com", "bo@example.com");
    }

    @Test
    void aDraftIsEditedAndNamesWhatItUses() {
        String id = Made.draftId("");
        String template = Made.templateId("Other", "<p>x</p>");
        String audience = Made.audienceId("");
        ObjectNode change = Made.campaign(template, audience).put("name", "Renamed");
        JsonNode changed = marketer.put(CAMPAIGNS + "/" + id, change).ok();
        assertThat(changed.path("name").asText()).isEqualTo("Renamed");
        assertThat(changed.path("templateId").asText()).isEqualTo(template);
        assertThat(changed.path("audienceName").asText()).isEqualTo("Guests");
        assertThat(changed.path("allowed").toString())
                .isEqualTo("[\"edit\",\"launch\",\"schedule\",\"speed\",\"archive\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "cancel"})
    void whatSendsNothingIsNotPaused(String verb) {
        JsonNode problem = marketer.post(CAMPAIGNS + "/" + Made.draftId("") + "/" + verb, Caller.json())
                .refused(409);
        assertThat(problem.path("state").asText()).isEqualTo("draft");
        assertThat(problem.path("allowed").toString())
                .isEqualTo("[\"edit\",\"launch\",\"schedule\",\"speed\",\"archive\"]");
    }

    @Test
    void aFinishedCampaignDoesNotBeginAgain() {
        String id = Made.draftId(PEOPLE);
        Made.launched(id);
        Made.finished(id);
        for (String verb : List.of("launch", "pause", "resume", "cancel")) {
            JsonNode problem = marketer.post(CAMPAIGNS + "/" + id + "/" + verb, Caller.json())
                    .refused(409);
            assertThat(problem.path("state").asText()).isEqualTo("finished");
            assertThat(problem.path("allowed").toString()).isEqualTo("[\"retryMissed\",\"archive\"]");
        }
        ObjectNode change = Made.campaign(Made.templateId("x", "x"), Made.audienceId(""));
        JsonNode problem = marketer.put(CAMPAIGNS + "/" + id, change).refused(409);
        assertThat(problem.path("state").asText()).isEqualTo("finished");
        assertThat(problem.path("allowed").isArray()).isTrue();
    }

    @Test
    void launchingTwiceSendsOnce() {
        String id = Made.draftId(PEOPLE);
        Made.launched(id);
        JsonNode problem =
                marketer.post(CAMPAIGNS + "/" + id + "/launch", Caller.json()).refused(409);
        assertThat(problem.path("state").asText()).isIn("launching", "sending", "finished");
        Made.finished(id);
        assertThat(people(id, "accepted")).hasSize(2);
    }

    @Test
    void aCancelledCampaignStaysCancelledAndItsBooksBalance() {
        String id = Made.draftId(PEOPLE);
        Made.launched(id);
        var answer = marketer.post(CAMPAIGNS + "/" + id + "/cancel", Caller.json());
        assertThat(answer.status()).isIn(200, 409);
        if (answer.status() == 200) {
            await().untilAsserted(() -> assertThat(marketer.get(CAMPAIGNS + "/" + id)
                            .ok()
                            .path("books")
                            .path("balanced")
                            .asBoolean())
                    .isTrue());
            marketer.post(CAMPAIGNS + "/" + id + "/resume", Caller.json()).refused(409);
        }
    }

    @Test
    void anEmptyAudienceIsAnEmptyCampaign() {
        String id = Made.draftId("");
        Made.launched(id);
        assertThat(Made.finished(id).path("books").path("balanced").asBoolean()).isTrue();
    }

    @Test
    void whoMustNotGetItIsSkippedWithTheReason() {
        TestService.bean(SuppressionStore.class)
                .add(new Suppression(
                        EmailAddress.of("gone@example.com"), Suppression.Reason.BOUNCE, "a test", Instant.now()));
        String id = Made.draftId(PEOPLE + "gone@example.com,Gone\n");
        Made.launched(id);
        assertThat(Made.finished(id).path("books").path("skipped").asInt()).isEqualTo(1);
        JsonNode skipped = marketer.get(CAMPAIGNS + "/" + id + "/messages?outcome=skipped")
                .ok()
                .path("items");
        assertThat(skipped).hasSize(1);
        assertThat(skipped.path(0).path("email").asText()).isEqualTo("gone@example.com");
        assertThat(skipped.path(0).path("why").asText()).contains("refuses all mail");
    }

    @Test
    void everyFigureOpensToItsPeople() {
        List<FactKind> kinds = List.of(
                FactKind.DELIVERED,
                FactKind.AUTO_REPLIED,
                FactKind.OPENED,
                FactKind.CLICKED,
                FactKind.BOUNCED_PERMANENT,
                FactKind.BOUNCED_TRANSIENT,
                FactKind.BOUNCED_UNDETERMINED,
                FactKind.SUPPRESSED_BOUNCE,
                FactKind.COMPLAINED,
                FactKind.DELAYED,
                FactKind.REJECTED,
                FactKind.RENDERING_FAILED);
        StringBuilder csv = new StringBuilder("email\n");
        kinds.forEach(kind -> csv.append(address(kind)).append('\n'));
        String id = Made.draftId(csv.toString());
        Made.launched(id);
        Made.finished(id);
        List<Recorder.News> news = new ArrayList<>();
        for (FactKind kind : kinds) {
            news.add(new Recorder.News(
                    EmailAddress.of(address(kind)),
                    new Origin.OfCampaign(id),
                    null,
                    List.of(Fact.of(kind, Instant.now(), "why " + kind))));
        }
        new Recorder(TestService.bean(MessageLedger.class)).record(news);
        for (FactKind kind : kinds) {
            assertThat(people(id, kind.metric().key())).describedAs("%s", kind).containsExactly(address(kind));
        }
        assertThat(people(id, "bounced"))
                .containsExactlyInAnyOrder(
                        address(FactKind.BOUNCED_PERMANENT),
                        address(FactKind.BOUNCED_TRANSIENT),
                        address(FactKind.BOUNCED_UNDETERMINED),
                        address(FactKind.SUPPRESSED_BOUNCE));
        assertThat(people(id, "accepted")).hasSize(kinds.size());
        assertThat(people(id, "waiting")).isEmpty();
        assertThat(people(id, "unknown")).isEmpty();
        assertThat(marketer.get(CAMPAIGNS + "/" + id + "/messages?outcome=bouncedPermanent")
                        .ok()
                        .path("items")
                        .path(0)
                        .path("why")
                        .asText())
                .isEqualTo("why BOUNCED_PERMANENT");
    }

    /** Whatever came before or after, and in whichever order it was learnt. */
    @Test
    void everyFigureOpensToExactlySoManyPeople() {
        Map<String, List<FactKind>> lives = Map.of(
                "greylisted", List.of(FactKind.DELIVERED, FactKind.DELAYED),
                "read", List.of(FactKind.DELAYED, FactKind.DELIVERED, FactKind.OPENED, FactKind.CLICKED),
                "left", List.of(FactKind.UNSUBSCRIBED, FactKind.CLICKED, FactKind.DELIVERED),
                "angry", List.of(FactKind.COMPLAINED, FactKind.UNSUBSCRIBED, FactKind.OPENED),
                "away", List.of(FactKind.AUTO_REPLIED, FactKind.DELIVERED, FactKind.UNSUBSCRIBED),
                "twice", List.of(FactKind.BOUNCED_PERMANENT, FactKind.DELAYED, FactKind.BOUNCED_TRANSIENT));
        StringBuilder csv = new StringBuilder("email\n");
        lives.keySet().forEach(name -> csv.append(name).append("@example.com\n"));
        String id = Made.draftId(csv.toString());
        Made.launched(id);
        Made.finished(id);
        Recorder recorder = new Recorder(TestService.bean(MessageLedger.class));
        lives.forEach((name, kinds) -> kinds.forEach(kind -> recorder.record(List.of(new Recorder.News(
                EmailAddress.of(name + "@example.com"),
                new Origin.OfCampaign(id),
                null,
                List.of(Fact.of(kind, Instant.now(), "why " + kind)))))));

        JsonNode shown = marketer.get(CAMPAIGNS + "/" + id + "/statistics").ok();
        for (String figure : List.of(
                "delivered",
                "delayed",
                "bouncedPermanent",
                "bouncedTransient",
                "complained",
                "opened",
                "clicked",
                "unsubscribed",
                "autoReplied")) {
            assertThat(people(id, figure))
                    .describedAs(figure)
                    .doesNotHaveDuplicates()
                    .hasSize(shown.path(figure).asInt());
            assertThat(marketer.get(CAMPAIGNS + "/" + id + "/messages.csv?outcome=" + figure)
                            .body()
                            .lines())
                    .describedAs(figure)
                    .hasSize(1 + shown.path(figure).asInt());
        }
        assertThat(people(id, "delayed"))
                .containsExactlyInAnyOrder("greylisted@example.com", "read@example.com", "twice@example.com");
        assertThat(people(id, "unsubscribed"))
                .containsExactlyInAnyOrder("left@example.com", "angry@example.com", "away@example.com");
        assertThat(people(id, "bounced")).containsExactly("twice@example.com");
        assertThat(marketer.get(CAMPAIGNS + "/" + id + "/messages?outcome=autoReplied")
                        .ok()
                        .path("items")
                        .path(0)
                        .path("why")
                        .asText())
                .isEqualTo("why AUTO_REPLIED");
    }

    @Test
    void everyFieldOfADraftIsChecked() {
        String template = Made.templateId("x", "x");
        String audience = Made.audienceId("");
        String nobodys = "01890000-0000-7000-8000-000000000000";
        marketer.post(CAMPAIGNS, Made.campaign(template, audience).put("name", ""))
                .refusedBecauseOf("name");
        for (String id : List.of(nobodys, "", "x", "x".repeat(5_000))) {
            marketer.post(CAMPAIGNS, Made.campaign(id, audience)).refusedBecauseOf("templateId");
            marketer.post(CAMPAIGNS, Made.campaign(template, id)).refusedBecauseOf("audienceId");
        }
        ObjectNode nobody = Made.campaign(template, audience);
        nobody.remove("sender");
        marketer.post(CAMPAIGNS, nobody).refusedBecauseOf("sender");
        ObjectNode unreadable = Made.campaign(template, audience);
        unreadable.putObject("sender").put("name", "x").put("email", "nobody");
        marketer.post(CAMPAIGNS, unreadable).refusedBecauseOf("sender.email");
    }

    private static String address(FactKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + "@example.com";
    }

    private List<String> people(String id, String outcome) {
        List<String> people = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = marketer.get(CAMPAIGNS + "/" + id + "/messages?limit=3&outcome=" + outcome + cursor)
                    .ok();
            page.path("items").forEach(item -> people.add(item.path("email").asText()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        return people;
    }
}
