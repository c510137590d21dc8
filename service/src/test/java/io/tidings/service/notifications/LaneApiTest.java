package io.tidings.service.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.SuppressionScope;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.service.Caller;
import io.tidings.service.Caller.Answer;
import io.tidings.service.Made;
import io.tidings.service.TestService;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaneApiTest {

    private static final Pattern LEAVE = Pattern.compile("List-Unsubscribe: <([^>]+)>");

    @Test
    void eventsBecomeOneMail() {
        String email = Lane.somebody();
        String first = Lane.posted(event(email, "one", null));
        String second = Lane.posted(event(email, "two", null));
        assertThat(second).isEqualTo(first);
        JsonNode waiting = Lane.view(first);
        assertThat(waiting.path("state").asText()).isEqualTo("gathering");
        assertThat(waiting.path("events").asInt()).isEqualTo(2);
        assertThat(Lane.settled(first).path("state").asText()).isEqualTo("accepted");
        assertThat(Lane.inbox(email)).hasSize(1);
        assertThat(Lane.source(email)).contains("2 new from one", "one; two;");
        assertThat(Lane.posted(event(email, "three", null))).isNotEqualTo(first);
    }

    private static ObjectNode event(String email, String text, @Nullable String cancelIf) {
        ObjectNode event = Lane.mail(email);
        event.putObject("content")
                .put("subject", "{{count}} new from {{text}}")
                .put("html", "<p>{{#events}}{{text}}; {{/events}}</p>");
        event.putObject("data").put("text", text);
        event.putObject("collapse").put("key", "room").put("windowSeconds", 3);
        return cancelIf == null ? event : event.put("cancelIf", cancelIf);
    }

    @Test
    void whatWasReadInTheAppIsNotSent() {
        String email = Lane.somebody();
        String key = "room/" + UUID.randomUUID();
        String later = Instant.now().plusSeconds(2).toString();
        String alone = Lane.posted(Lane.mail(email).put("cancelIf", key).put("sendAt", later));
        String digest = Lane.posted(event(email, "read", key));
        Lane.posted(event(email, "unread", null));
        Lane.chatServer()
                .post(Lane.NOTIFICATIONS + "/cancellations", Caller.json().put("key", key))
                .ok();
        assertThat(Lane.view(alone).path("state").asText()).isEqualTo("withdrawn");
        assertThat(Lane.settled(digest).path("state").asText()).isEqualTo("accepted");
        assertThat(Lane.source(email)).contains("1 new from unread").doesNotContain("read; unread");
        assertThat(Lane.settled(alone).path("state").asText()).isEqualTo("withdrawn");
        assertThat(Lane.inbox(email)).hasSize(1);
        String again = Lane.posted(Lane.mail(email).put("cancelIf", key));
        assertThat(Lane.settled(again).path("state").asText()).isEqualTo("accepted");
    }

    @Test
    void whatWaitsCanBeWithdrawnAndWhatIsSentCannot() {
        String later = Instant.now().plusSeconds(60).toString();
        String scheduled = Lane.posted(Lane.mail(Lane.somebody()).put("sendAt", later));
        assertThat(Lane.view(scheduled).path("state").asText()).isEqualTo("scheduled");
        for (int i = 0; i < 2; i++) {
            JsonNode withdrawn = Lane.chatServer()
                    .delete(Lane.NOTIFICATIONS + "/" + scheduled)
                    .ok();
            assertThat(withdrawn.path("state").asText()).isEqualTo("withdrawn");
            assertThat(withdrawn.path("withdrawnAt").asText()).isNotBlank();
        }
        String sent = Lane.posted(Lane.mail(Lane.somebody()));
        Lane.settled(sent);
        JsonNode problem =
                Lane.chatServer().delete(Lane.NOTIFICATIONS + "/" + sent).refused(409);
        assertThat(problem.path("state").asText()).isEqualTo("accepted");
    }

    @Test
    void theNightOfTheRecipientIsQuietAndACodeComesAllTheSame() {
        ObjectNode request = Lane.mail(Lane.somebody());
        request.withObject("/recipient").put("timeZone", "UTC");
        Instant now = Instant.now();
        request.putObject("quietHours")
                .put("from", hour(now.minus(2, ChronoUnit.HOURS)))
                .put("to", hour(now.plus(2, ChronoUnit.HOURS)));
        String id = Lane.posted(request);
        await().until(() -> Lane.view(id).path("state").asText().equals("quiet"));
        assertThat(Instant.parse(Lane.view(id).path("quietUntil").asText())).isAfter(now);
        String code = Lane.posted(request.put("category", "one-time-code"));
        assertThat(Lane.settled(code).path("state").asText()).isEqualTo("accepted");
    }

    private static String hour(Instant time) {
        return time.toString().substring(11, 13) + ":00";
    }

    @Test
    void whatIsTooLateIsRefused() {
        ObjectNode request = Lane.mail(Lane.somebody()).put("expiresAt", "2026-01-01T00:00:00Z");
        JsonNode problem = Lane.chatServer().post(Lane.NOTIFICATIONS, request).refused(422);
        assertThat(problem.path("code").asText()).isEqualTo("expired");
    }

    @Test
    void conversationsCanBeLeftWithOneClickAndCodesCannot() {
        String email = Lane.somebody();
        Lane.settled(Lane.posted(Lane.mail(email).put("category", "conversation")));
        Matcher link = LEAVE.matcher(Lane.source(email));
        assertThat(link.find()).isTrue();
        String path = URI.create(link.group(1)).getPath();
        assertThat(Caller.nobody().get(path).body()).contains("conversation");
        assertThat(Caller.nobody()
                        .send(
                                "POST",
                                path,
                                "application/x-www-form-urlencoded",
                                BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                        .status())
                .isEqualTo(200);
        assertThat(Lane.chatServer()
                        .post(Lane.NOTIFICATIONS, Lane.mail(email))
                        .refused(422)
                        .path("code")
                        .asText())
                .isEqualTo("unsubscribed");
        String code = Lane.posted(Lane.mail(email).put("category", "one-time-code"));
        assertThat(Lane.settled(code).path("state").asText()).isEqualTo("accepted");
        Lane.posted(Lane.mail(email).put("category", "digest"));
        String other = Lane.somebody();
        Lane.settled(Lane.posted(Lane.mail(other).put("category", "account")));
        assertThat(Lane.source(other)).doesNotContain("List-Unsubscribe");
    }

    @ParameterizedTest
    @CsvSource({
        "everything, one-time-code, 422",
        "everything, account, 422",
        "marketing, one-time-code, 202",
        "marketing, account, 202",
        "marketing, conversation, 202",
        "topic:conversation, conversation, 422",
        "topic:conversation, digest, 202",
        "topic:conversation, account, 202"
    })
    void eachCategoryRespectsWhatIsMeantForIt(String scope, String category, int status) {
        String email = Lane.somebody();
        TestService.bean(SuppressionStore.class)
                .add(new Suppression(
                        EmailAddress.of(email),
                        SuppressionScope.parse(scope),
                        scope.equals("everything") ? Suppression.Reason.BOUNCE : Suppression.Reason.UNSUBSCRIBED,
                        "a test",
                        Instant.now(),
                        null));
        assertThat(Lane.chatServer()
                        .post(Lane.NOTIFICATIONS, Lane.mail(email).put("category", category))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aDryRunShowsTheMailAndSendsNone() {
        String email = Lane.somebody();
        Answer answer =
                Lane.chatServer().post(Lane.NOTIFICATIONS, Lane.mail(email).put("dryRun", true));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("wouldSend").asBoolean()).isTrue();
        assertThat(answer.json().path("subject").asText()).isEqualTo("Emil wrote");
        assertThat(answer.json().path("headers").path("Auto-Submitted").asText())
                .isEqualTo("auto-generated");
        JsonNode key = TestService.administrator()
                .post("/api/v1/api-keys", Caller.json().put("name", "tests").put("scope", "notifications_dry_run"))
                .ok();
        Caller tester = Caller.nobody()
                .with("Authorization", "Bearer " + key.path("key").asText());
        assertThat(tester.post(Lane.NOTIFICATIONS, Lane.mail(email)).status()).isEqualTo(200);
        tester.post(Lane.NOTIFICATIONS + "/cancellations", Caller.json().put("key", "x"))
                .refused(403);
        tester.get("/api/v1/campaigns").refused(403);
        String real = Lane.NOTIFICATIONS + "/"
                + Lane.posted(Lane.mail(Lane.somebody())
                        .put("sendAt", Instant.now().plusSeconds(3_600).toString()));
        tester.get(real).refused(403);
        tester.delete(real).refused(403);
        assertThat(Lane.chatServer().delete(real).status()).isEqualTo(200);
        assertThat(Lane.inbox(email)).isEmpty();
    }

    /** A worker that died of it would find it again, and the next one too. */
    @Test
    void aMailThatGrowsWithoutEndIsRefusedAndHarmsNobody() {
        ObjectNode request = Lane.mail(Lane.somebody());
        request.withObject("/content").put("html", "{{#l}}{{#l}}{{#l}}{{#l}}x{{/l}}{{/l}}{{/l}}{{/l}}");
        var list = request.withObject("/data").putArray("l");
        for (int i = 0; i < 10_000; i++) {
            list.add(i);
        }
        JsonNode settled = Lane.settled(Lane.posted(request));
        assertThat(settled.path("state").asText()).isEqualTo("refused");
        assertThat(settled.path("why").asText()).contains("more than");
        Lane.chatServer().post(Lane.NOTIFICATIONS, request.put("dryRun", true)).refusedBecauseOf("data");
    }

    @Test
    void filesAnswersAndHeadersGoAlong() {
        String email = Lane.somebody();
        ObjectNode request = Lane.mail(email)
                .put("replyTo", "room-7@chat.example.com")
                .put("senderName", "Lobby")
                .put("locale", "de-CH");
        request.putArray("attachments")
                .addObject()
                .put("name", "notes.txt")
                .put("contentType", "text/plain")
                .put("content", "aGVsbG8gd29ybGQ=");
        request.putObject("headers").put("In-Reply-To", "<m1@chat.example.com>").put("X-Room", "7");
        assertThat(Lane.settled(Lane.posted(request)).path("state").asText()).isEqualTo("accepted");
        String source = Lane.source(email);
        assertThat(source)
                .contains("Reply-To: room-7@chat.example.com", "In-Reply-To: <m1@chat.example.com>", "X-Room: 7")
                .contains("Content-Language: de-CH", "Lobby");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'headers':{'Bcc':'eve@example.com'}}|headers.Bcc",
                "{'headers':{'X-SES-CONFIGURATION-SET':'other'}}|headers.X-SES-CONFIGURATION-SET",
                "{'headers':{'X-Room':'7\\r\\nBcc: eve@example.com'}}|headers.X-Room",
                "{'headers':{'X-Room: 7\\r\\nBcc':'x'}}|headers.X-Room: 7\r\nBcc",
                "{'replyTo':'a@example.com\\r\\nBcc: eve@example.com'}|replyTo",
                "{'senderName':'Eve\\r\\nBcc: eve@example.com'}|senderName",
                "{'locale':'de\\r\\nBcc: eve'}|locale",
                "{'attachments':[{'name':'a\\r\\nb','contentType':'text/plain','content':'YQ=='}]}|attachments[0].name",
                "{'attachments':[{'name':'a','contentType':'text/plain\\r\\nX: y','content':'YQ=='}]}|attachments[0].contentType",
                "{'attachments':[{'name':'a','contentType':'text/plain','content':'?'}]}|attachments[0].content",
                "{'collapse':{'key':'a','windowSeconds':0}}|collapse.windowSeconds",
                "{'collapse':{'key':'a','windowSeconds':60},'sendAt':'2099-01-01T00:00:00Z'}|sendAt",
                "{'collapse':{'key':'a','windowSeconds':60},'data':{'events':[]}}|data",
                "{'sendAt':'2099-01-01T00:00:00Z'}|sendAt",
                "{'expiresAt':'2099-01-01T00:00:00Z'}|expiresAt",
                "{'quietHours':{'from':'22:00'}}|quietHours",
                "{'quietHours':{'from':'25:00','to':'07:00'}}|quietHours.from",
                "{'recipient':{'email':'a@example.com','timeZone':'Mars/Base'}}|recipient.timeZone",
                "{'recipient':{'contactId':'nobody'}}|recipient.contactId",
                "{'recipient':{}}|recipient.email",
                "{'tags':['a b']}|tags[0]",
                "{'priority':'asap'}|priority",
                "{'templateId':'x'}|content"
            })
    void everyMistakeIsNamed(String mistake) {
        String[] parts = mistake.split("\\|", 2);
        ObjectNode request = Lane.mail(Lane.somebody());
        request.setAll((ObjectNode) read(parts[0].replace('\'', '"')));
        JsonNode errors =
                Lane.chatServer().post(Lane.NOTIFICATIONS, request).refused(400).path("errors");
        assertThat(errors.findValuesAsText("field"))
                .describedAs(errors.toString())
                .contains(parts[1]);
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    @Test
    void dataFillsATemplateAndIsNone() {
        String email = Lane.somebody();
        ObjectNode request = Lane.mail(email);
        request.withObject("/data").put("text", "{{sender}}<script>{{#sender}}x{{/sender}}</script>");
        Lane.settled(Lane.posted(request));
        assertThat(Lane.html(email)).contains("{{sender}}").doesNotContain("<script>");
    }

    @Test
    void whatTheReferenceShowsWorks() {
        for (String example : List.of(Examples.CODE, Examples.MENTION)) {
            ObjectNode request = (ObjectNode) read(example);
            request.remove("expiresAt");
            assertThat(Lane.chatServer()
                            .post(Lane.NOTIFICATIONS, request.put("dryRun", true))
                            .status())
                    .isEqualTo(200);
        }
        JsonNode batch = read(Examples.BATCH);
        batch.path("notifications").forEach(item -> ((ObjectNode) item).put("dryRun", true));
        assertThat(Lane.chatServer().post(Lane.NOTIFICATIONS + "/batch", batch).status())
                .isEqualTo(202);
    }

    @Test
    void aContactIsWrittenToById() {
        String email = Lane.somebody();
        Made.audienceId("email,timeZone\n" + email + ",Asia/Tokyo\n");
        ObjectNode request = Lane.mail(email);
        request.putObject("recipient")
                .put("contactId", EmailAddress.of(email).recipientId().value());
        assertThat(Lane.settled(Lane.posted(request)).path("email").asText()).isEqualTo(email);
    }
}
