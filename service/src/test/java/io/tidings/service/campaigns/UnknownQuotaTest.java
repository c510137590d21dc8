package io.tidings.service.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.service.Caller;
import io.tidings.service.Made;
import io.tidings.service.OwnService;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** SES has not said since the start what the account may send. */
class UnknownQuotaTest {

    private static final String CAMPAIGNS = "/api/v1/campaigns";
    private static final String ALLOWED = "{\"account\": {\"reading\": \"ALLOWED\"}}";
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Test
    void whileItFailsAllWaitsAndIsShown() {
        try (OwnService service = OwnService.start(Map.of(), "{\"account\": {\"reading\": \"FAILING\"}}")) {
            String id = launched(service, "ada@example.com");
            JsonNode waiting =
                    until(service, id, campaign -> kind(campaign, "waitsFor").equals("quotaUnknown"));
            assertThat(waiting.path("state").asText()).isEqualTo("sending");
            assertThat(waiting.path("waitsFor").path("said").asText())
                    .startsWith("SES does not say what the account may send");
            assertThat(waiting.path("waitsFor").path("resumesByItself").asBoolean())
                    .isTrue();
            assertThat(service.administrator().get(CAMPAIGNS).ok().path("items"))
                    .hasSize(1);
            assertThat(service.administrator()
                            .get(CAMPAIGNS + "/" + id + "/statistics")
                            .ok()
                            .path("allowedRate")
                            .asDouble())
                    .isZero();
            assertThat(service.administrator().get("/api/v1/quota").refused(503).toString())
                    .contains("SES does not say");
            String notification = Made.id(service.program().post("/api/v1/notifications", notification()));

            service.faults(ALLOWED);
            until(service, id, campaign -> campaign.path("state").asText().equals("finished"));
            assertThat(service.mail("ada@example.com").path("operation").asText())
                    .isEqualTo("SendBulkEmail");
            assertThat(service.mail("bo@example.com").path("subject").asText()).isEqualTo("Code");
            assertThat(service.program()
                            .get("/api/v1/notifications/" + notification)
                            .ok()
                            .path("id")
                            .asText())
                    .isEqualTo(notification);
        }
    }

    @Test
    void whereItIsDeniedTheCampaignSaysWhatToDo() {
        try (OwnService service = OwnService.start(Map.of(), "{\"account\": {\"reading\": \"DENIED\"}}")) {
            String id = launched(service, "ada@example.com");
            JsonNode paused = until(
                    service, id, campaign -> campaign.path("state").asText().equals("paused"));
            assertThat(kind(paused, "pause")).isEqualTo("credentialsRefused");
            assertThat(paused.path("pause").path("said").asText()).contains("ses:GetAccount");
            assertThat(paused.path("pause").path("todo").asText()).contains("ses:GetAccount");

            service.faults(ALLOWED);
            until(service, id, campaign -> {
                // What SES refused is remembered for a second.
                if (campaign.path("state").asText().equals("paused")) {
                    service.administrator().post(CAMPAIGNS + "/" + id + "/resume", Caller.json());
                }
                return campaign.path("state").asText().equals("finished");
            });
        }
    }

    private static String launched(OwnService service, String email) {
        String id = service.draftId(email);
        service.administrator()
                .post(CAMPAIGNS + "/" + id + "/launch", Caller.json())
                .ok();
        return id;
    }

    private static ObjectNode notification() {
        ObjectNode request = Caller.json();
        request.putObject("recipient").put("email", "bo@example.com");
        request.putObject("content").put("subject", "Code").put("html", "<p>1234</p>");
        return request;
    }

    private static String kind(JsonNode campaign, String field) {
        return campaign.path(field).path("kind").asText();
    }

    private static JsonNode until(OwnService service, String id, Predicate<JsonNode> wanted) {
        return await().atMost(LONGEST)
                .until(() -> service.administrator().get(CAMPAIGNS + "/" + id).ok(), wanted);
    }
}
