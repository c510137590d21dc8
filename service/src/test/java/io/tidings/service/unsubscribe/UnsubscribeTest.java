package io.tidings.service.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.sending.UnsubscribeLinks;
import io.tidings.service.Caller;
import io.tidings.service.Caller.Answer;
import io.tidings.service.Made;
import io.tidings.service.TestService;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsubscribeTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    private final Caller mailService = Caller.nobody().without("X-Requested-With");
    private final String email = "u" + UUID.randomUUID() + "@example.com";

    @Test
    void oneClickStopsTheTopicAndNothingElse() {
        String campaign = sent("news");
        Answer answer = mailService.postText(path(campaign), FORM, ONE_CLICK);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("You are unsubscribed").doesNotContain(email);

        JsonNode known = suppression();
        assertThat(known.path("stops")).hasSize(1);
        assertThat(known.path("stops").path(0).path("scope").asText()).isEqualTo("topic:news");
        assertThat(known.path("stops").path(0).path("reason").asText()).isEqualTo("unsubscribed");

        JsonNode people = TestService.administrator()
                .get("/api/v1/campaigns/" + campaign + "/messages?outcome=unsubscribed")
                .ok()
                .path("items");
        assertThat(people).hasSize(1);
        assertThat(people.path(0).path("email").asText()).isEqualTo(email);

        assertThat(skippedOf(sent("news"))).isEqualTo(1);
        assertThat(skippedOf(sent("events"))).isZero();
    }

    @Test
    void aSecondClickChangesNothing() {
        String campaign = sent("news");
        for (int i = 0; i < 3; i++) {
            assertThat(mailService.postText(path(campaign), FORM, ONE_CLICK).status())
                    .isEqualTo(200);
        }
        assertThat(unsubscribed(campaign)).isEqualTo(1);
        assertThat(suppression().path("stops")).hasSize(1);
    }

    @Test
    void formsInPartsAndWithoutContentActToo() {
        String campaign = sent("news");
        String parts = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        assertThat(mailService
                        .postText(path(campaign), "multipart/form-data; boundary=x", parts)
                        .status())
                .isEqualTo(200);
        assertThat(unsubscribed(campaign)).isEqualTo(1);
        assertThat(mailService
                        .send("POST", path(campaign), "", BodyPublishers.noBody())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", "image/png", "*/*"})
    void itActsWhateverTheMailServiceLikesToRead(String accept) {
        String campaign = sent("news");
        assertThat(mailService
                        .with("Accept", accept)
                        .postText(path(campaign), FORM, ONE_CLICK)
                        .status())
                .isEqualTo(200);
        assertThat(unsubscribed(campaign)).isEqualTo(1);
    }

    @Test
    void lookingAtTheLinkOnlyAsks() {
        String campaign = sent("news");
        for (String method : List.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE")) {
            Answer answer = mailService
                    .with("Accept", "text/html,*/*")
                    .send(method, path(campaign), "", BodyPublishers.noBody());
            assertThat(answer.status()).describedAs(method).isIn(200, 401, 403, 405);
        }
        Answer page = mailService.with("Accept", "text/html,*/*").get(path(campaign));
        assertThat(page.body())
                .contains("<form method=\"post\" action=\"" + path(campaign) + "\">", "<strong>news</strong>", "/all")
                .doesNotContain("<script", email);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(unsubscribed(campaign)).isZero();
        assertThat(TestService.administrator()
                        .get("/api/v1/suppressions/" + email)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theSecondChoiceStopsAllCampaigns() {
        String campaign = sent("news");
        assertThat(mailService.postText(path(campaign) + "/all", FORM, "").status())
                .isEqualTo(200);
        assertThat(suppression().path("stops").path(0).path("scope").asText()).isEqualTo("marketing");
        assertThat(skippedOf(sent("events"))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/u/x", "/u/example", "/u/AAAAAAAA", "/u/%00", "/u/x/all"})
    void aWrongLinkIsAPageInPlainWordsThatTellsNothing(String path) {
        for (Answer answer : List.of(
                mailService.with("Accept", "text/html").get(path),
                mailService.with("Accept", "text/html").postText(path, FORM, ONE_CLICK))) {
            assertThat(answer.status()).isIn(400, 404, 405);
            assertThat(answer.body()).doesNotContain("Exception", "io.tidings", "campaign");
        }
    }

    @Test
    void aLinkOfAnotherCampaignOrATamperedOneActsOnNobody() {
        String path = path(sent("news"));
        String tampered = path.substring(0, 20) + (path.charAt(20) == 'A' ? 'B' : 'A') + path.substring(21);
        Answer answer = mailService.postText(tampered, FORM, ONE_CLICK);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("This link does not work");
        // Rightly signed, and of a campaign that there is not.
        assertThat(mailService
                        .postText(path("01890000-0000-7000-8000-000000000000"), FORM, ONE_CLICK)
                        .status())
                .isEqualTo(404);
        assertThat(TestService.administrator()
                        .get("/api/v1/suppressions/" + email)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anOversizedBodyIsRefusedAndActsOnNothing() {
        String campaign = sent("news");
        assertThat(mailService
                        .postText(path(campaign), FORM, "x".repeat(20_000))
                        .status())
                .isEqualTo(413);
        assertThat(unsubscribed(campaign)).isZero();
    }

    @Test
    void namesAreShownAndNeverRun() {
        String template = Made.templateId("Hello", "<p>Hi</p>");
        ObjectNode draft = Made.campaign(template, Made.audienceId("email\n" + email + "\n"));
        draft.withObject("/sender").put("name", "<script>alert(1)</script>");
        String campaign = finished(draft);
        assertThat(mailService.with("Accept", "text/html").get(path(campaign)).body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void theMailCarriesTheLinkInItsHeadersAndWhereTheTemplateWants() {
        String campaign = sent("news");
        String mail = inbox();
        assertThat(mail)
                .contains("List-Unsubscribe-Post", "List-Unsubscribe=One-Click", "<news.tidings.example>")
                .contains("<http://localhost:8080" + path(campaign) + ">")
                .contains("href=\\\"http://localhost:8080" + path(campaign) + "\\\"");
    }

    private String inbox() {
        String messages = TestService.aws().endpoint() + "/_inbox/messages";
        String id = Caller.nobody()
                .get(messages + "?to=" + email)
                .ok()
                .path("messages")
                .path(0)
                .path("id")
                .asText();
        return Caller.nobody().get(messages + "/" + id).body();
    }

    private String sent(String topic) {
        String template = Made.templateId("Hello", "<p>Hi <a href=\"{{unsubscribeUrl}}\">leave</a></p>");
        return finished(Made.campaign(template, Made.audienceId("email\n" + email + "\n"))
                .put("topic", topic));
    }

    private static String finished(ObjectNode draft) {
        String id = Made.id(TestService.administrator().post("/api/v1/campaigns", draft));
        Made.launched(id);
        Made.finished(id);
        return id;
    }

    private String path(String campaign) {
        return URI.create(TestService.bean(UnsubscribeLinks.class)
                        .link(EmailAddress.of(email).recipientId(), campaign))
                .getPath();
    }

    private JsonNode suppression() {
        return TestService.administrator().get("/api/v1/suppressions/" + email).ok();
    }

    private static int unsubscribed(String campaign) {
        return TestService.administrator()
                .get("/api/v1/campaigns/" + campaign + "/statistics")
                .ok()
                .path("unsubscribed")
                .asInt();
    }

    private static int skippedOf(String campaign) {
        return TestService.administrator()
                .get("/api/v1/campaigns/" + campaign)
                .ok()
                .path("books")
                .path("skipped")
                .asInt();
    }
}
