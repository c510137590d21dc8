package io.tidings.service.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.service.Caller;
import io.tidings.service.Caller.Answer;
import io.tidings.service.Made;
import io.tidings.service.TestService;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The marketer's verbs, over HTTP. */
class CampaignLifeApiTest {

    private static final String CAMPAIGNS = "/api/v1/campaigns";
    private static final String PEOPLE = "email,firstName\nada@example.com,Ada\nbo@example.com,Bo\n";
    private final Caller marketer = TestService.administrator();

    @Test
    void settingsAreStoredAndStayWhenAnEditLeavesThemOut() {
        ObjectNode draft =
                Made.campaign(Made.templateId("x", "x"), Made.audienceId("")).put("topic", "product-news");
        draft.putObject("settings")
                .put("unknownPolicy", "leave")
                .put("holdSeconds", 60)
                .put("perSecond", 12.5)
                .put("weight", 30)
                .put("spreadSeconds", 7200)
                .putObject("guard")
                .put("bounceRate", 0.02);
        String id = Made.id(marketer.post(CAMPAIGNS, draft));
        draft.remove(List.of("topic", "settings"));
        JsonNode edited =
                marketer.put(CAMPAIGNS + "/" + id, draft.put("name", "Other")).ok();
        assertThat(edited.path("name").asText()).isEqualTo("Other");
        assertThat(edited.path("topic").asText()).isEqualTo("product-news");
        JsonNode settings = edited.path("settings");
        assertThat(settings.path("unknownPolicy").asText()).isEqualTo("leave");
        assertThat(settings.path("holdSeconds").asInt()).isEqualTo(60);
        assertThat(settings.path("perSecond").asDouble()).isEqualTo(12.5);
        assertThat(settings.path("weight").asInt()).isEqualTo(30);
        assertThat(settings.path("spreadSeconds").asInt()).isEqualTo(7200);
        assertThat(settings.path("guard").path("bounceRate").asDouble()).isEqualTo(0.02);
        assertThat(settings.path("guard").path("minimumVolume").isNull()).isTrue();
    }

    @Test
    void everySettingIsChecked() {
        ObjectNode draft = Made.campaign(Made.templateId("x", "x"), Made.audienceId(""));
        for (String topic : List.of("", "News", "a b", "x".repeat(41))) {
            marketer.post(CAMPAIGNS, draft.deepCopy().put("topic", topic)).refusedBecauseOf("topic");
        }
        refused(draft, "unknownPolicy", "\"perhaps\"");
        refused(draft, "holdSeconds", "-1");
        refused(draft, "holdSeconds", "86401");
        refused(draft, "perSecond", "0");
        refused(draft, "weight", "0");
        refused(draft, "weight", "101");
        refused(draft, "spreadSeconds", "0");
        ObjectNode guarded = draft.deepCopy();
        guarded.putObject("settings").putObject("guard").put("complaintRate", 2);
        marketer.post(CAMPAIGNS, guarded).refusedBecauseOf("settings.guard.complaintRate");
    }

    private void refused(ObjectNode draft, String setting, String value) {
        ObjectNode wrong = draft.deepCopy();
        ObjectNode settings = wrong.putObject("settings");
        if (value.startsWith("\"")) {
            settings.put(setting, value.substring(1, value.length() - 1));
        } else {
            settings.put(setting, Integer.parseInt(value));
        }
        marketer.post(CAMPAIGNS, wrong).refusedBecauseOf("settings." + setting);
    }

    @Test
    void aScheduledCampaignIsSentWhenItsTimeHasCome() {
        String id = Made.draftId(PEOPLE);
        LocalDateTime soon = LocalDateTime.now(ZoneOffset.UTC).plusSeconds(2);
        JsonNode scheduled = post(id, "schedule", at(soon.toString(), "UTC")).ok();
        assertThat(scheduled.path("state").asText()).isEqualTo("scheduled");
        assertThat(scheduled.path("schedule").path("zone").asText()).isEqualTo("UTC");
        JsonNode problem = post(id, "launch", Caller.json()).refused(409);
        assertThat(problem.path("allowed").toString()).isEqualTo("[\"schedule\",\"unschedule\",\"cancel\",\"speed\"]");
        JsonNode finished = Made.finished(id);
        assertThat(finished.path("books").path("accepted").asInt()).isEqualTo(2);
        assertThat(finished.path("launchedBy").asText()).isEqualTo(TestService.firstLogin("email"));
        List<String> history = new ArrayList<>();
        finished.path("history").forEach(step -> history.add(step.path("what").asText()));
        assertThat(history).hasSize(4).contains("drafted", "launched as scheduled", "finished");
    }

    @Test
    void aTimeThatMakesNoSenseIsRefusedWithItsField() {
        String id = Made.draftId("");
        post(id, "schedule", at("2020-01-01T09:00", "UTC")).refusedBecauseOf("at");
        post(id, "schedule", at("soon", "UTC")).refusedBecauseOf("at");
        post(id, "schedule", at("2020-01-01T09:00", "Mars")).refusedBecauseOf("zone");
        post(id, "schedule", Caller.json().put("zone", "UTC")).refusedBecauseOf("at");
    }

    @Test
    void aHeldLaunchIsTakenBackWholeAndGoesOutAfterItsHold() {
        ObjectNode draft = Made.campaign(Made.templateId("x", "x"), Made.audienceId(PEOPLE));
        draft.putObject("settings").put("holdSeconds", 2);
        String id = Made.id(marketer.post(CAMPAIGNS, draft));
        JsonNode held = post(id, "launch", Caller.json()).ok();
        assertThat(held.path("state").asText()).isEqualTo("launching");
        assertThat(held.path("holdUntil").isNull()).isFalse();
        JsonNode back = post(id, "take-back", Caller.json()).ok();
        assertThat(back.path("state").asText()).isEqualTo("draft");
        assertThat(back.path("books").path("audience").asInt()).isZero();
        assertThat(post(id, "launch", Caller.json()).ok().path("allowed").toString())
                .isEqualTo("[\"takeBack\",\"cancel\"]");
        assertThat(Made.finished(id).path("books").path("accepted").asInt()).isEqualTo(2);
        post(id, "take-back", Caller.json()).refused(409);
    }

    @Test
    void aCopyIsADraftOfItsOwn() {
        String id = Made.draftId(PEOPLE);
        Made.launched(id);
        Made.finished(id);
        Answer copied = post(id, "duplicate", Caller.json());
        assertThat(copied.status()).isEqualTo(201);
        assertThat(copied.json().path("name").asText()).isEqualTo("Copy of Spring invitation");
        assertThat(copied.json().path("state").asText()).isEqualTo("draft");
        assertThat(copied.json().path("id").asText()).isNotEqualTo(id);
    }

    @Test
    void whatIsArchivedIsListedOnlyWhenAskedFor() {
        String id = Made.draftId("");
        assertThat(listed("")).contains(id);
        assertThat(listed("&state=draft")).contains(id);
        assertThat(listed("&state=finished")).doesNotContain(id);
        post(id, "archive", Caller.json()).ok();
        assertThat(listed("")).doesNotContain(id);
        assertThat(listed("&archived=true")).contains(id);
        JsonNode problem = post(id, "launch", Caller.json()).refused(409);
        assertThat(problem.path("allowed").toString()).isEqualTo("[\"unarchive\"]");
        post(id, "unarchive", Caller.json()).ok();
        assertThat(listed("")).contains(id);
    }

    @Test
    void aSpeedLimitIsSetLiftedAndKept() {
        ObjectNode draft = Made.campaign(Made.templateId("x", "x"), Made.audienceId(PEOPLE));
        draft.putObject("settings").put("perSecond", 0.001);
        String id = Made.id(marketer.post(CAMPAIGNS, draft));
        Made.launched(id);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> marketer.get(CAMPAIGNS + "/" + id)
                                .ok()
                                .path("books")
                                .path("waiting")
                                .asInt()
                        == 1);
        JsonNode statistics = marketer.get(CAMPAIGNS + "/" + id + "/statistics").ok();
        assertThat(statistics.path("allowedRate").asDouble()).isEqualTo(0.001);
        assertThat(statistics.path("limit").path("by").asText()).isEqualTo("ownLimit");
        assertThat(post(id, "speed", Caller.json().put("perSecond", 50))
                        .ok()
                        .path("limitPerSecond")
                        .asDouble())
                .isEqualTo(50);
        assertThat(Made.finished(id).path("books").path("accepted").asInt()).isEqualTo(2);
        marketer.delete(CAMPAIGNS + "/" + id + "/speed").refused(409);
        post(id, "speed", Caller.json().put("perSecond", 0)).refusedBecauseOf("perSecond");
    }

    @Test
    void whoJoinedSinceIsSentToWhenThatIsMeant() {
        ObjectNode draft = Made.campaign(Made.templateId("x", "x"), Made.audienceId(PEOPLE));
        String id = Made.id(marketer.post(CAMPAIGNS, draft));
        post(id, "retry-missed", wanted(false, true)).refused(409);
        assertThat(missed(id)).isEqualTo(List.of(0, 0, 0));
        Made.launched(id);
        Made.finished(id);
        Made.imported(draft.path("audienceId").asText(), PEOPLE + "cy@example.com,Cy\n");
        assertThat(missed(id)).isEqualTo(List.of(0, 0, 1));
        post(id, "retry-missed", wanted(true, false)).refusedBecauseOf("newcomers");
        JsonNode again = post(id, "retry-missed", wanted(false, true)).ok();
        assertThat(again.path("state").asText()).isIn("sending", "finished");
        JsonNode books = Made.finished(id).path("books");
        assertThat(books.path("audience").asInt()).isEqualTo(3);
        assertThat(books.path("accepted").asInt()).isEqualTo(3);
        assertThat(books.path("balanced").asBoolean()).isTrue();
        assertThat(missed(id)).isEqualTo(List.of(0, 0, 0));
    }

    private List<Integer> missed(String id) {
        JsonNode missed = marketer.get(CAMPAIGNS + "/" + id + "/retry-missed").ok();
        return List.of(
                missed.path("refused").asInt(),
                missed.path("unknown").asInt(),
                missed.path("newcomers").asInt());
    }

    private static ObjectNode wanted(boolean unknown, boolean newcomers) {
        return Caller.json().put("unknown", unknown).put("newcomers", newcomers);
    }

    @Test
    void aFigureIsExportedWithAllItsPeople() {
        StringBuilder csv = new StringBuilder("email\n=x@example.com\n");
        for (int i = 0; i < 120; i++) {
            csv.append("p").append(i).append("@example.com\n");
        }
        String id = Made.draftId(csv.toString());
        Made.launched(id);
        Made.finished(id);
        Answer file = marketer.get(CAMPAIGNS + "/" + id + "/messages.csv?outcome=accepted");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("attachment");
        List<String> lines = file.body().lines().toList();
        assertThat(lines).hasSize(122).doesNotHaveDuplicates();
        assertThat(lines.getFirst()).isEqualTo("recipientId,email,outcome,why,at");
        assertThat(file.body()).contains(",\"'=x@example.com\",\"accepted\",,\"2");
    }

    private Answer post(String id, String verb, ObjectNode body) {
        return marketer.post(CAMPAIGNS + "/" + id + "/" + verb, body);
    }

    private static ObjectNode at(String local, String zone) {
        return Caller.json().put("at", local).put("zone", zone);
    }

    private List<String> listed(String filter) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    marketer.get(CAMPAIGNS + "?limit=5" + filter + cursor).ok();
            page.path("items").forEach(item -> ids.add(item.path("id").asText()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        return ids;
    }
}
