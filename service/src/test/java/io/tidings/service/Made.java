package io.tidings.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.service.Caller.Answer;
import java.time.Duration;

/** What most tests need to be there, made as a marketer would. */
public final class Made {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Made() {}

    public static ObjectNode template(String subject, String html) {
        return Caller.json().put("name", "Spring").put("subject", subject).put("html", html);
    }

    public static String templateId(String subject, String html) {
        return id(TestService.administrator().post("/api/v1/templates", template(subject, html)));
    }

    public static String audienceId(String csv) {
        String audience = id(TestService.administrator()
                .post("/api/v1/audiences", Caller.json().put("name", "Guests")));
        if (!csv.isEmpty()) {
            JsonNode job = imported(audience, csv);
            assertThat(job.path("state").asText()).describedAs(job.toString()).isEqualTo("finished");
        }
        return audience;
    }

    /** The import as it ended. */
    public static JsonNode imported(String audience, String csv) {
        String job = id(upload(audience, csv));
        return await().atMost(LONGEST)
                .until(
                        () -> TestService.administrator()
                                .get("/api/v1/imports/" + job)
                                .ok(),
                        now -> !now.path("state").asText().equals("running"));
    }

    public static Answer upload(String audience, String csv) {
        return TestService.administrator()
                .postText("/api/v1/imports?fileName=guests.csv&audienceId=" + audience, "text/csv", csv);
    }

    public static ObjectNode campaign(String template, String audience) {
        ObjectNode campaign = Caller.json()
                .put("name", "Spring invitation")
                .put("templateId", template)
                .put("audienceId", audience);
        campaign.putObject("sender").put("name", "Tidings").put("email", "hello@tidings.example");
        return campaign;
    }

    public static String draftId(String csv) {
        return id(TestService.administrator()
                .post(
                        "/api/v1/campaigns",
                        campaign(templateId("Hello {{firstName}}", "<p>Hi {{firstName}}</p>"), audienceId(csv))));
    }

    public static JsonNode launched(String campaign) {
        return TestService.administrator()
                .post("/api/v1/campaigns/" + campaign + "/launch", Caller.json())
                .ok();
    }

    public static JsonNode finished(String campaign) {
        return await().atMost(LONGEST)
                .until(
                        () -> TestService.administrator()
                                .get("/api/v1/campaigns/" + campaign)
                                .ok(),
                        now -> now.path("state").asText().equals("finished"));
    }

    public static String id(Answer answer) {
        String id = answer.ok().path("id").asText();
        assertThat(id).isNotBlank();
        return id;
    }
}
