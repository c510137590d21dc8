package io.tidings.service.suppressions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.suppression.ProviderSuppressionList;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.service.Caller;
import io.tidings.service.Caller.Answer;
import io.tidings.service.TestService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionsApiTest {

    private static final String SUPPRESSIONS = "/api/v1/suppressions";

    private final Caller administrator = TestService.administrator();
    private final String mark = "s" + UUID.randomUUID().toString().substring(0, 8) + "-";

    @Test
    void anAddressIsAddedCheckedAndLifted() {
        String email = mark + "ada@example.com";
        JsonNode made = add(email, "marketing", "asked by telephone").ok();
        assertThat(made.path("stops").path(0).path("reason").asText()).isEqualTo("manual");
        assertThat(made.path("stops").path(0).path("evidence").asText())
                .isEqualTo(TestService.firstLogin("email") + ": asked by telephone");

        assertThat(check(email, "topic", "news").path("allowed").asBoolean()).isFalse();
        assertThat(check(email, "topic", "news").path("why").asText())
                .startsWith("somebody of yours put it on the list (stops all campaigns, since ");
        assertThat(check(email, "category", "conversation").path("allowed").asBoolean())
                .isTrue();

        ObjectNode lift = Caller.json().put("scope", "marketing").put("why", "changed her mind");
        JsonNode lifted =
                administrator.post(SUPPRESSIONS + "/" + email + "/lift", lift).ok();
        assertThat(lifted.path("stops")).isEmpty();
        assertThat(lifted.path("history")).hasSize(1);
        assertThat(lifted.path("lifts").path(0).path("by").asText()).isEqualTo(TestService.firstLogin("email"));
        assertThat(lifted.path("lifts").path(0).path("why").asText()).isEqualTo("changed her mind");
        assertThat(check(email, "topic", "news").path("allowed").asBoolean()).isTrue();
        assertThat(administrator.get(SUPPRESSIONS + "/" + email).ok().path("lifts"))
                .hasSize(1);
        assertThat(listed("")).isEmpty();
        assertThat(listed("&lifted=true")).containsExactly(email);
    }

    @Test
    void theListIsPagedAndSearched() {
        for (int i = 0; i < 12; i++) {
            add(mark + (char) ('a' + i) + "@example.com", i % 3 == 0 ? "topic:news" : "everything", "x")
                    .ok();
        }
        assertThat(listed("")).hasSize(12).isSorted();
        assertThat(listed("&scope=topic:news")).hasSize(4);
        assertThat(listed("&reason=manual&scope=everything")).hasSize(8);
        assertThat(listed("&reason=bounce")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "email, nobody",
        "scope, topic:",
        "scope, newsletters",
        "reason, angry",
        "reason, softBounces",
        "expiresAt, 2020-01-01T00:00:00Z",
    })
    void everyMistakeIsNamed(String field, String value) {
        ObjectNode request = Caller.json().put("email", mark + "a@example.com").put(field, value);
        administrator.post(SUPPRESSIONS, request).refusedBecauseOf(field);
    }

    @ParameterizedTest
    @CsvSource({"reason=angry", "scope=newsletters", "cursor=%25%25", "limit=51", "limit=0"})
    void parametersThatMakeNoSenseAreRefused(String query) {
        administrator.get(SUPPRESSIONS + "?" + query).refused(400);
    }

    @Test
    void aThousandAreCheckedAndMoreAreRefused() {
        ObjectNode thousand = Caller.json();
        for (int i = 0; i < 999; i++) {
            thousand.withArray("addresses").add(mark + i + "@example.com");
        }
        thousand.withArray("addresses").add("no address");
        add(mark + "500@example.com", "everything", "x").ok();
        JsonNode answers =
                administrator.post(SUPPRESSIONS + "/check", thousand).ok().path("items");
        assertThat(answers).hasSize(1_000);
        assertThat(answers.path(500).path("allowed").asBoolean()).isFalse();
        assertThat(answers.path(501).path("allowed").asBoolean()).isTrue();
        assertThat(answers.path(999).path("why").asText()).isEqualTo("the address is not of the form name@domain");
        thousand.withArray("addresses").add("one@more.example");
        administrator.post(SUPPRESSIONS + "/check", thousand).refusedBecauseOf("addresses");
    }

    @Test
    void aProgramAsksWhomItsMailMayReachAndLearnsNothingOfCampaigns() {
        String email = mark + "left@example.com";
        add(email, "marketing", "left the campaign about shoes").ok();
        String stopped = mark + "stopped@example.com";
        add(stopped, "everything", "wrote to our lawyer").ok();
        ObjectNode request = Caller.json().put("category", "conversation");
        request.putArray("addresses").add(email).add(stopped);
        for (Caller program : List.of(TestService.program(), dryRunKey())) {
            Answer answer = program.post(SUPPRESSIONS + "/check", request);
            JsonNode items = answer.ok().path("items");
            assertThat(items.path(0).path("allowed").asBoolean()).isTrue();
            assertThat(items.path(1).path("allowed").asBoolean()).isFalse();
            assertThat(items.path(1).path("why").asText()).startsWith("somebody of yours put it on the list");
            assertThat(items.path(1).path("by").path("scope").asText()).isEqualTo("everything");
            assertThat(items.path(1).path("by").path("reason").asText()).isEqualTo("manual");
            assertThat(answer.body()).doesNotContain("lawyer", "shoes", "marketing");
            assertThat(answer.header("RateLimit")).isNotBlank();

            program.post(SUPPRESSIONS + "/check", request.deepCopy().without("category"))
                    .refusedBecauseOf("category");
            program.post(SUPPRESSIONS + "/check", request.deepCopy().put("topic", "shoes"))
                    .refusedBecauseOf("topic");
            program.get(SUPPRESSIONS + "/" + email).refused(403);
        }
        Caller.nobody().post(SUPPRESSIONS + "/check", request).refused(401);
        administrator
                .post(SUPPRESSIONS + "/check", request.put("category", "chats"))
                .refusedBecauseOf("category");
    }

    private Caller dryRunKey() {
        String key = administrator
                .post("/api/v1/api-keys", Caller.json().put("name", "staging").put("scope", "notifications_dry_run"))
                .ok()
                .path("key")
                .asText();
        return Caller.nobody().with("Authorization", "Bearer " + key);
    }

    @Test
    void whatIsExportedIsImportedAgainAndRowsThatCannotBeAreNamed() {
        String csv = "email,scope,reason,since,note\n"
                + mark + "a@example.com,everything,bounce,2026-01-02T03:04:05Z,from the old system\n"
                + mark + "b@example.com,topic:news,,,=cmd|' /C calc'!A0\n"
                + "nobody,,,,\n"
                + mark + "c@example.com,everywhere,,,\n"
                + mark + "d@example.com,,angry,,\n"
                + mark + "e@example.com,,,yesterday,\n"
                + "=" + mark + "f@example.com,,,,\n";
        JsonNode result = take(csv);
        assertThat(result.path("rows").asInt()).isEqualTo(7);
        assertThat(result.path("added").asInt()).isEqualTo(3);
        assertThat(result.path("rejected").asInt()).isEqualTo(4);
        assertThat(result.path("errors").findValuesAsText("line")).containsExactly("4", "5", "6", "7");
        assertThat(result.path("errors").findValuesAsText("field"))
                .containsExactly("email", "scope", "reason", "since");
        assertThat(take(csv).path("already").asInt()).isEqualTo(3);

        Answer export = administrator.get(SUPPRESSIONS + "/export");
        assertThat(export.status()).isEqualTo(200);
        assertThat(export.header("Content-Disposition")).contains("suppressions.csv");
        assertThat(export.body())
                .startsWith("\"email\",\"scope\",\"reason\",\"since\",\"expiresAt\",\"note\"\r\n")
                .contains("\"" + mark + "a@example.com\",\"everything\",\"bounce\",\"2026-01-02T03:04:05Z\",,")
                .contains("\"'=" + mark + "f@example.com\"")
                .doesNotContain("\"=", ",=", "\n=");
    }

    @Test
    void aFileThatIsNoListIsRefusedWhole() {
        administrator
                .postText(SUPPRESSIONS + "/import", "text/csv", "name\nAda\n")
                .refusedBecauseOf("file");
        administrator.postText(SUPPRESSIONS + "/import", "text/csv", "").refusedBecauseOf("file");
    }

    @Test
    void driftIsShownAndMendedBothWays() {
        SuppressionStore store = TestService.bean(SuppressionStore.class);
        ProviderSuppressionList ses = TestService.bean(ProviderSuppressionList.class);
        EmailAddress there = EmailAddress.of(mark + "there@example.com");
        EmailAddress here = EmailAddress.of(mark + "here@example.com");
        EmailAddress both = EmailAddress.of(mark + "both@example.com");
        ses.put(there, true);
        ses.put(both, false);
        store.add(new Suppression(here, Suppression.Reason.BOUNCE, "a test", Instant.now()));
        store.add(new Suppression(both, Suppression.Reason.BOUNCE, "a test", Instant.now()));

        assertThat(drift("missingHere")).containsExactly(there.toString());
        assertThat(drift("missingAtSes")).containsExactly(here.toString());
        mend("missingHere");
        mend("missingAtSes");
        assertThat(drift("missingHere")).isEmpty();
        assertThat(drift("missingAtSes")).isEmpty();
        assertThat(ses.find(here)).isPresent();
        assertThat(check(there.toString(), "category", "conversation")
                        .path("allowed")
                        .asBoolean())
                .isFalse();

        administrator
                .post(SUPPRESSIONS + "/" + there + "/lift", Caller.json().put("why", "a mistake"))
                .ok();
        assertThat(ses.find(there)).isEmpty();
        assertThat(drift("missingHere")).isEmpty();
        administrator.get(SUPPRESSIONS + "/ses-drift?direction=sideways").refused(400);
    }

    @Test
    void whatExpiresIsGoneByItself() {
        String email = mark + "soon@example.com";
        TestService.bean(SuppressionStore.class)
                .add(new Suppression(
                        EmailAddress.of(email),
                        io.tidings.core.suppression.SuppressionScope.EVERYTHING,
                        Suppression.Reason.MANUAL,
                        "a test",
                        Instant.now().minus(Duration.ofDays(2)),
                        Instant.now().minus(Duration.ofDays(1))));
        assertThat(check(email, "topic", "news").path("allowed").asBoolean()).isTrue();
        assertThat(administrator.get(SUPPRESSIONS + "/" + email).ok().path("history"))
                .hasSize(1);
    }

    private Answer add(String email, String scope, String note) {
        return administrator.post(
                SUPPRESSIONS,
                Caller.json().put("email", email).put("scope", scope).put("note", note));
    }

    private JsonNode check(String email, String field, String value) {
        ObjectNode request = Caller.json().put(field, value);
        request.putArray("addresses").add(email);
        return administrator
                .post(SUPPRESSIONS + "/check", request)
                .ok()
                .path("items")
                .path(0);
    }

    private JsonNode take(String csv) {
        return administrator.postText(SUPPRESSIONS + "/import", "text/csv", csv).ok();
    }

    private List<String> listed(String query) {
        return addresses(SUPPRESSIONS + "?limit=5&q=" + mark + query);
    }

    private List<String> drift(String direction) {
        return addresses(SUPPRESSIONS + "/ses-drift?limit=2&direction=" + direction).stream()
                .filter(email -> email.startsWith(mark))
                .toList();
    }

    private List<String> addresses(String path) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = administrator.get(path + cursor).ok();
            page.path("items").forEach(item -> found.add(item.path("email").asText()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor="
                            + java.net.URLEncoder.encode(
                                    page.path("next").asText(), java.nio.charset.StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return found;
    }

    private void mend(String direction) {
        ObjectNode request = Caller.json().put("direction", direction);
        JsonNode next;
        do {
            next = administrator
                    .post(SUPPRESSIONS + "/ses-drift/mend", request)
                    .ok()
                    .path("next");
            request.set("cursor", next);
        } while (!next.isNull());
    }
}
