package io.tidings.bench.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.options.AriaRole;
import io.tidings.bench.Api;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Every page, with something of everything on it, on a phone. */
class EveryPageTest extends BrowserTest {

    private static final String BOUNCING = "somebody.with.quite.a.long.address.0@bouncing-mailboxes.example";

    private final Api api = tidings().administrator();

    @Test
    void everyPageSurvivesAReloadAndFitsAPhone() {
        String audience = audience();
        String template = template();
        String draft = campaign("A draft with quite a long name, as marketers give them", audience, template);
        String scheduled = campaign("One for tomorrow", audience, template);
        api.post(
                "/api/v1/campaigns/" + scheduled + "/schedule",
                Api.object()
                        .put("at", LocalDate.now(ZoneOffset.UTC).plusDays(30) + "T09:00")
                        .put("zone", "Europe/Zurich"));
        String paused = campaignThatTheGuardPauses(audience, template);
        String webhook = webhookThatNothingReaches();
        notificationThatIsCounted();
        somethingParkedAndSomethingDiscarded();
        until(
                "/api/v1/webhooks/" + webhook,
                seen -> !seen.path("failingSince").isMissingNode()
                        && !seen.path("failingSince").isNull());
        until("/api/v1/alarms", seen -> seen.path("count").asInt() > 0);

        String bouncing = URLEncoder.encode(BOUNCING, StandardCharsets.UTF_8);
        page().setViewportSize(390, 844);
        fitsThePhone("/login");
        signIn();
        for (String path : List.of(
                "/",
                "/campaigns",
                "/campaigns/new",
                "/campaigns/" + draft,
                "/campaigns/" + draft + "?ask=launch",
                "/campaigns/" + draft + "?ask=schedule",
                "/campaigns/" + scheduled,
                "/campaigns/" + paused,
                "/campaigns/" + paused + "?show=bounced",
                "/campaigns?state=paused",
                "/statistics",
                "/statistics?bucket=hour",
                "/statistics?stream=notifications",
                "/statistics?view=breakdown",
                "/statistics?view=breakdown&by=smtpStatus",
                "/statistics?view=matrix",
                "/statistics?view=compare",
                "/statistics?view=compare&campaigns=" + paused,
                "/suppressions",
                "/suppressions?show=" + bouncing,
                "/suppressions?view=check",
                "/suppressions?view=files",
                "/suppressions?view=drift",
                "/addresses",
                "/addresses?email=" + bouncing,
                "/dead-letters",
                "/dead-letters?queue=plan",
                "/dead-letters?queue=discarded",
                "/settings/webhooks",
                "/settings/webhooks?show=" + webhook,
                "/audiences",
                "/audiences/" + audience,
                "/templates",
                "/templates/new",
                "/templates/" + template)) {
            fitsThePhone(path);
        }
        page().navigate("/");
        button("Show what").click();
        nothingIsTooWide("/ with what needs somebody");
    }

    private void fitsThePhone(String path) {
        page().navigate(path);
        assertThat(page().getByRole(AriaRole.HEADING).first()).isVisible();
        page().reload();
        assertThat(page().getByRole(AriaRole.HEADING).first()).isVisible();
        assertThat(page()).hasURL(tidings().url() + path);
        nothingIsTooWide(path);
    }

    /** Only once the figures are there: they, not their places, are what may be too wide. */
    private void nothingIsTooWide(String where) {
        assertThat(page().locator("[aria-busy=true]")).hasCount(0);
        assertThat(page().evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .describedAs("how far %s can be scrolled sideways", where)
                .isEqualTo(0);
    }

    private String audience() {
        String audience = idOf(api.post("/api/v1/audiences", Api.object().put("name", "A few people on the road")));
        StringBuilder csv = new StringBuilder("email,firstName,town\n");
        for (int i = 0; i < 60; i++) {
            csv.append(BOUNCING.replace("0@", i + "@"))
                    .append(",Guest ")
                    .append(i)
                    .append(",Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch\n");
        }
        String read = idOf(api.postCsv("/api/v1/imports?audienceId=" + audience, csv.toString()));
        until("/api/v1/imports/" + read, seen -> seen.path("state").asText().equals("finished"));
        return audience;
    }

    private String template() {
        return idOf(api.post(
                "/api/v1/templates",
                Api.object()
                        .put("name", "A template with quite a long name, as marketers give them")
                        .put("subject", "Hello {{firstName}}, how are you in {{town}}")
                        .put("html", "<p>Hello {{firstName}}</p>")));
    }

    private String campaign(String name, String audience, String template) {
        ObjectNode brief =
                Api.object().put("name", name).put("audienceId", audience).put("templateId", template);
        brief.putObject("sender").put("name", "Tidings").put("email", "hello@tidings.example");
        // Slow enough that the guard looks before everybody has it.
        brief.putObject("settings").put("perSecond", 3).putObject("guard").put("minimumVolume", 10);
        return idOf(api.post("/api/v1/campaigns", brief));
    }

    private String campaignThatTheGuardPauses(String audience, String template) {
        tidings().faults("""
                        {"rules": [{"domain": "bouncing-mailboxes.example", "outcome": "bounce", "bounceType": "Permanent",
                          "bounceSubType": "General", "status": "5.1.1"}]}""");
        String campaign = campaign("A campaign with quite a long name, as marketers give them", audience, template);
        api.post("/api/v1/campaigns/" + campaign + "/launch", Api.object());
        until("/api/v1/campaigns/" + campaign, seen -> seen.path("pause").has("evidence"));
        return campaign;
    }

    private String webhookThatNothingReaches() {
        ObjectNode webhook = Api.object()
                .put("url", "http://127.0.0.1:9/a/receiver/with/quite/a/long/path/as/programs/have/them")
                .put("description", "Tells the chat whose mail does not arrive");
        webhook.putArray("types").add("message.delivered").add("message.bounced");
        return idOf(api.post("/api/v1/webhooks", webhook).path("webhook"));
    }

    private void notificationThatIsCounted() {
        postNotification("bo@example.com");
        until(
                "/api/v1/statistics/summary",
                seen -> seen.path("times").path("toDelivered").path("count").asInt() > 0);
    }

    private void somethingParkedAndSomethingDiscarded() {
        for (String body :
                List.of("no report at all", "{\"eventType\": \"Delivery\", \"long\": \"" + "x".repeat(300) + "\"}")) {
            tidings().park("feedback", body);
        }
        JsonNode parked = until(
                "/api/v1/dead-letters/feedback", seen -> seen.path("items").size() == 2);
        api.post(
                "/api/v1/dead-letters/feedback/discard",
                Api.object()
                        .put("id", parked.path("items").path(0).path("id").asText())
                        .put("reason", "a test of ours"));
    }

    private JsonNode until(String path, Predicate<JsonNode> told) {
        return await().atMost(Duration.ofMillis((long) PATIENCE)).until(() -> api.get(path), told);
    }

    private static String idOf(JsonNode made) {
        return made.path("id").asText();
    }
}
