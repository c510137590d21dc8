package io.tidings.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.core.access.AccessStore;
import io.tidings.core.access.Session;
import io.tidings.service.Caller.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attacker would try, at every route the API has. */
class SecurityTest {

    private static final String NOBODYS_ID = "01890000-0000-7000-8000-000000000000";
    private static final List<String> FOR_EVERYBODY = List.of("logIn", "logOut");

    static Stream<Route> guarded() {
        return Route.all().stream().filter(route -> !FOR_EVERYBODY.contains(route.operationId()));
    }

    static Stream<Route> withId() {
        return Route.all().stream().filter(Route::hasId);
    }

    /** Whether a draft's new content makes sense is asked before whether there is such a draft. */
    static Stream<Route> aboutWhatDoesNotExist() {
        return withId().filter(route -> !route.operationId().equals("editCampaign"));
    }

    /** Whoever resumes a campaign, or replaces a secret, need not say anything. */
    static Stream<Route> withJson() {
        return Route.all().stream()
                .filter(route -> route.body() && !route.operationId().startsWith("import"))
                .filter(route ->
                        !List.of("resumeCampaign", "replaceWebhookSecret").contains(route.operationId()));
    }

    private static Answer ask(Caller caller, Route route, String id) {
        return switch (route.operationId()) {
            case "importContacts", "importSuppressions" -> caller.postText(route.at(id), "text/csv", "email\n");
            case "editCampaign" -> caller.put(route.at(id), Made.campaign(NOBODYS_ID, NOBODYS_ID));
            case "liftSuppression" -> caller.post(route.at(id), Caller.json().put("why", "a test"));
            case "changeTemplate" ->
                caller.put(route.at(id), Made.template("Hello", "<p>Hi</p>").put("version", 1));
            case "scheduleCampaign" ->
                caller.post(
                        route.at(id),
                        Caller.json().put("at", "2026-03-02T09:00").put("zone", "UTC"));
            case "retryMissed" ->
                caller.post(route.at(id), Caller.json().put("unknown", false).put("newcomers", false));
            case "changeWebhook" ->
                caller.put(
                        route.at(id),
                        Caller.json()
                                .put("url", "https://192.0.2.1/hook")
                                .set("types", Caller.json().arrayNode().add("message.bounced")));
            case "replayFailedWebhookEvents" ->
                caller.post(route.at(id), Caller.json().put("since", "2026-03-02T09:00:00Z"));
            case "limitCampaignSpeed" -> caller.post(route.at(id), Caller.json().put("perSecond", 20));
            default ->
                route.method().equals("GET") || route.method().equals("DELETE")
                        ? caller.send(route.method(), route.at(id), "", BodyPublishers.noBody())
                        : caller.send(route.method(), route.at(id), "application/json", BodyPublishers.ofString("{}"));
        };
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void nobodyIsLetIn(Route route) {
        ask(Caller.nobody(), route, NOBODYS_ID).refused(401);
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void aNotificationKeyOpensNotificationsAlone(Route route) {
        Answer answer = ask(TestService.program(), route, NOBODYS_ID);
        if (route.path().startsWith("/api/v1/notifications")
                || route.operationId().equals("checkSuppressions")) {
            assertThat(answer.status()).isIn(400, 404);
        } else {
            answer.refused(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer tidings_none_secret",
                "Bearer ",
                "Bearer",
                "Basic YWRtaW46YWRtaW4=",
                "bearer x",
                "Token x",
                "Bearer tidings__x",
                "Bearer tidings_\u00e9_x"
            })
    void wrongKeysAndSchemesAreNobody(String authorization) {
        Caller.nobody()
                .with("Authorization", authorization)
                .get("/api/v1/quota")
                .refused(401);
    }

    @Test
    void theRightKeyIdWithAnotherSecretIsNobody() {
        String key = TestService.firstLogin("apiKey");
        String other = key.substring(0, key.length() - 1) + (key.endsWith("a") ? 'b' : 'a');
        Caller.nobody()
                .with("Authorization", "Bearer " + other)
                .post("/api/v1/notifications", Caller.json())
                .refused(401);
    }

    @Test
    void aDeletedKeyIsNobody() {
        ObjectNode made = (ObjectNode) TestService.administrator()
                .post("/api/v1/api-keys", Caller.json().put("name", "got out"))
                .ok();
        Caller program = Caller.nobody()
                .with("Authorization", "Bearer " + made.path("key").asText());
        program.get("/api/v1/notifications/" + NOBODYS_ID).refused(404);
        String key = "/api/v1/api-keys/" + made.path("id").asText();
        assertThat(TestService.administrator().delete(key).status()).isEqualTo(204);
        TestService.administrator().delete(key).refused(404);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> program.get("/api/v1/notifications/" + NOBODYS_ID).status() == 401);
    }

    @Test
    void aWrongKeyIsNotMadeGoodByACookie() {
        TestService.administrator()
                .with("Authorization", "Bearer wrong")
                .get("/api/v1/campaigns")
                .refused(401);
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void aCookieAloneChangesNothing(Route route) {
        if (!route.method().equals("GET")) {
            ask(TestService.administrator().without("X-Requested-With"), route, NOBODYS_ID)
                    .refused(401);
        }
    }

    @Test
    void anExpiredSessionIsNobody() throws NoSuchAlgorithmException {
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest("expired".getBytes(StandardCharsets.UTF_8)));
        TestService.bean(AccessStore.class)
                .addSession(new Session(
                        hash, TestService.firstLogin("email"), Instant.now().minusSeconds(1)));
        Caller.nobody()
                .with("Cookie", "tidings-session=expired")
                .get("/api/v1/campaigns")
                .refused(401);
    }

    @Test
    void aSessionThatLoggedOutIsNobodyEvenWithItsOldCookie() {
        Caller browser = Caller.nobody();
        Answer login = browser.post("/api/v1/session", TestService.credentials());
        String cookie = login.header("Set-Cookie").split(";", 2)[0];
        Caller thief = Caller.nobody().with("Cookie", cookie);
        assertThat(thief.get("/api/v1/campaigns").status()).isEqualTo(200);
        assertThat(browser.delete("/api/v1/session").status()).isEqualTo(204);
        thief.get("/api/v1/campaigns").refused(401);
        browser.get("/api/v1/session").refused(401);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
        ObjectNode wrong = TestService.credentials().put("password", "wrong");
        ObjectNode unknown = TestService.credentials().put("email", "nobody@tidings.example");
        assertThat(Caller.nobody().post("/api/v1/session", wrong).refused(401))
                .isEqualTo(Caller.nobody().post("/api/v1/session", unknown).refused(401));
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        Answer plain = Caller.nobody().post("/api/v1/session", TestService.credentials());
        assertThat(plain.header("Set-Cookie"))
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/")
                .contains("Max-Age=")
                .doesNotContain("Secure");
        Answer behindTls =
                Caller.nobody().with("X-Forwarded-Proto", "https").post("/api/v1/session", TestService.credentials());
        assertThat(behindTls.header("Set-Cookie")).contains("Secure");
    }

    @ParameterizedTest
    @MethodSource("aboutWhatDoesNotExist")
    void whatDoesNotExistIsNotFound(Route route) {
        ask(TestService.administrator(), route, NOBODYS_ID).refused(404);
    }

    @ParameterizedTest
    @MethodSource("withId")
    void malformedIdsAreNeverAFailureOfOurs(Route route) {
        for (String id : List.of(
                "x",
                "%00",
                "%27%20OR%201=1",
                "..%2F..%2Fetc%2Fpasswd",
                "%F0%9F%92%A9",
                "%C3%28",
                "a".repeat(3_000),
                NOBODYS_ID.replace('-', '_'))) {
            assertThat(ask(TestService.administrator(), route, id).status())
                    .describedAs("%s with the id %s", route, id)
                    .isIn(400, 404);
        }
    }

    @ParameterizedTest
    @MethodSource("withJson")
    void bodiesThatAreNotWhatTheyShouldBeAreRefused(Route route) {
        for (String body : List.of(
                "",
                "{",
                "null",
                "[]",
                "\"text\"",
                "17",
                "{}",
                "{\"name\":{\"a\":1},\"email\":[],\"recipient\":7,\"subject\":{},\"version\":\"x\"}",
                "[".repeat(50_000),
                "{\"mergeFields\":" + "{\"a\":".repeat(5_000))) {
            TestService.administrator()
                    .send(route.method(), route.at(NOBODYS_ID), "application/json", BodyPublishers.ofString(body))
                    .refused(400);
        }
    }

    @ParameterizedTest
    @MethodSource("withJson")
    void oversizedBodiesAreRefused(Route route) {
        String body = "{\"name\":\"" + "x".repeat(3_000_000) + "\"}";
        TestService.administrator()
                .send(route.method(), route.at(NOBODYS_ID), "application/json", BodyPublishers.ofString(body))
                .refused(413);
    }

    @Test
    void aFileOfContactsHasALimitToo() throws IOException {
        try (Socket socket = new Socket("localhost", TestService.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/imports?audienceId=" + NOBODYS_ID + " HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: text/csv\r\nContent-Length: 200000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, StandardCharsets.US_ASCII)).isIn("HTTP/1.1 413", "HTTP/1.1 401");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/campaigns/{c}/messages?outcome=bounced&cursor=5",
                "/api/v1/campaigns/{c}/messages?outcome=bounced&cursor=-1:x",
                "/api/v1/campaigns/{c}/messages?outcome=bounced&cursor=0:x",
                "/api/v1/campaigns/{c}/messages?outcome=bounced&cursor=99999999999:",
                "/api/v1/campaigns/{c}/messages?outcome=accepted&cursor=x",
                "/api/v1/campaigns/{c}/messages?outcome=accepted&cursor=1.zz",
                "/api/v1/campaigns/{c}/messages?outcome=nonsense",
                "/api/v1/campaigns/{c}/messages?outcome=accepted&limit=0",
                "/api/v1/campaigns/{c}/messages?outcome=accepted&limit=51",
                "/api/v1/campaigns/{c}/messages",
                "/api/v1/campaigns/{c}/messages.csv",
                "/api/v1/campaigns/{c}/messages.csv?outcome=nonsense",
                "/api/v1/campaigns?cursor=x",
                "/api/v1/campaigns?limit=0",
                "/api/v1/campaigns?state=nonsense",
                "/api/v1/audiences/{a}/contacts?cursor=x",
                "/api/v1/audiences/{a}/contacts?cursor=1.zz",
                "/api/v1/audiences/{a}/contacts?limit=x",
                "/api/v1/statistics/timeline?to=-1000000000-01-01T00:00:00Z",
                "/api/v1/statistics/timeline?from=%2B1000000000-12-31T00:00:00Z",
                "/api/v1/statistics/timeline?from=yesterday",
                "/api/v1/statistics/summary?days=-1",
                "/api/v1/statistics/summary?days=99999999999999"
            })
    void parametersThatNobodyWouldSendAreRefused(String path) {
        String draft = Made.draftId("email\nada@example.com\n");
        Made.launched(draft);
        String audience = Made.audienceId("");
        TestService.administrator()
                .get(path.replace("{c}", draft).replace("{a}", audience))
                .refused(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "/", "..%2F..%2F", "%5C", "%C3%28", ""})
    void aFileNameIsNeverAPath(String name) {
        String audience = Made.audienceId("");
        Answer answer = TestService.administrator()
                .postText(
                        "/api/v1/imports?audienceId=" + audience + "&fileName=" + name,
                        "text/csv",
                        "email\na@example.com\n");
        assertThat(answer.ok().path("fileName").asText()).doesNotContain("/", "\\");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Eve\r\nBcc: victim@example.com", "Eve\nBcc: victim@example.com", "Eve\u0000", "Eve\u0085x"})
    void aSenderNameBringsNoHeader(String name) {
        ObjectNode campaign = Made.campaign(Made.templateId("Hello", "<p>Hi</p>"), Made.audienceId(""));
        campaign.withObject("/sender").put("name", name);
        TestService.administrator().post("/api/v1/campaigns", campaign).refusedBecauseOf("sender.name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@tidings.example\r\nBcc: victim@example.com",
                "a\r\nBcc: b@tidings.example",
                "\"a\r\nBcc: x\"@tidings.example",
                "a@tidings.example, b@tidings.example"
            })
    void aSenderAddressBringsNoHeader(String email) {
        ObjectNode campaign = Made.campaign(Made.templateId("Hello", "<p>Hi</p>"), Made.audienceId(""));
        campaign.withObject("/sender").put("email", email);
        TestService.administrator().post("/api/v1/campaigns", campaign).refusedBecauseOf("sender.email");
    }

    @Test
    void aSubjectIsOneLineWhateverIsFilledIn() {
        ObjectNode request = Made.template("Hi\r\nBcc: a@example.com {{name}}", "<p>x</p>");
        request.putObject("mergeFields").put("name", "Eve\r\nBcc: victim@example.com");
        assertThat(TestService.administrator()
                        .post("/api/v1/templates/preview", request)
                        .ok()
                        .path("subject")
                        .asText())
                .isEqualTo("Hi Bcc: a@example.com Eve Bcc: victim@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{class}}",
                "{{class.name}}",
                "{{getClass.forName}}",
                "{{getClass}}",
                "{{name.class}}",
                "{{name.bytes}}",
                "{{name.length}}",
                "{{#name}}{{class}}{{hashCode}}{{/name}}",
                "{{#list}}{{class}}{{getClass}}{{/list}}",
                "{{list.size}}{{list.iterator}}",
                "{{keySet}}{{entrySet}}{{values}}{{size}}",
                "{{toString}}{{hashCode}}{{this.class}}"
            })
    void aTemplateReachesNoJavaObject(String template) {
        ObjectNode request = Made.template("Hello", "<p>[" + template + "]</p>");
        request.putObject("mergeFields").put("name", "Eve").putArray("list").add("a");
        assertThat(TestService.administrator()
                        .post("/api/v1/templates/preview", request)
                        .ok()
                        .path("html")
                        .asText())
                .isEqualTo("<p>[]</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{> /etc/passwd}}", "{{> ../application.yml}}", "{{>x}}", "{{<x}}{{/x}}"})
    void aTemplateReachesNoFile(String template) {
        TestService.administrator()
                .post("/api/v1/templates", Made.template("Hello", template))
                .refusedBecauseOf("html");
    }

    @Test
    void mergeFieldsAreEscapedInHtml() {
        ObjectNode request = Made.template("Hello", "<p>{{name}}</p>");
        request.putObject("mergeFields").put("name", "<script>alert(1)</script>");
        assertThat(TestService.administrator()
                        .post("/api/v1/templates/preview", request)
                        .ok()
                        .path("html")
                        .asText())
                .doesNotContain("<script>");
    }

    @Test
    void sectionsNestedWithoutEndAreRefusedNotFatal() {
        int depth = 8_000;
        String nested = "{{#a}}".repeat(depth) + "x" + "{{/a}}".repeat(depth);
        TestService.administrator()
                .post("/api/v1/templates", Made.template("Hello", nested))
                .refusedBecauseOf("html");
        assertThat(TestService.administrator()
                        .post("/api/v1/templates/preview", Made.template("Hello", "{{#a}}".repeat(20_000)))
                        .ok()
                        .path("problems"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/campaigns/123", "/favicon.svg", "/api/v1/campaigns", "/api/v1/nonsense", "/nonsense.txt"})
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        Answer answer = Caller.nobody().with("Accept", "text/html,*/*").get(path);
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        if (path.startsWith("/api/")) {
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/beans", "/env", "/info", "/loggers", "/metrics", "/routes", "/stop", "/threaddump", "/refresh"
            })
    void theFrameworksOwnWindowsAreShut(String path) {
        assertThat(Caller.nobody().with("Accept", "application/json").get(path).status())
                .isIn(401, 404);
        assertThat(Caller.nobody().post(path, Caller.json()).status()).isIn(401, 403, 404, 405);
    }
}
