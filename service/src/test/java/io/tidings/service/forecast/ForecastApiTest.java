package io.tidings.service.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.service.Caller;
import io.tidings.service.Made;
import io.tidings.service.TestService;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class ForecastApiTest {

    private static final String FORECAST = "/api/v1/forecast";
    private static final String PEOPLE = "email\nada@example.com\nbo@example.com\n";
    private final Caller marketer = TestService.administrator();

    @Test
    void aDraftsForecastNamesEveryPart() {
        String id = Made.draftId(PEOPLE);
        JsonNode forecast = marketer.get(FORECAST + "?campaign=" + id).ok();
        assertThat(forecast.path("recipients").asInt()).isEqualTo(2);
        assertThat(Instant.parse(forecast.path("endsAt").asText()))
                .isAfterOrEqualTo(Instant.parse(forecast.path("startsAt").asText()));
        assertThat(forecast.path("quota").path("fits").asBoolean()).isTrue();
        assertThat(forecast.path("cost").path("parts")).hasSize(5);
        double sum = 0;
        for (JsonNode part : forecast.path("cost").path("parts")) {
            sum += part.path("dollars").asDouble();
        }
        assertThat(forecast.path("cost").path("dollars").asDouble()).isEqualTo(sum, within(1e-12));
        assertThat(forecast.path("assumptions")).isNotEmpty();
    }

    @Test
    void choicesThatAreNotStoredYetTakeTheirPlace() {
        String audience = Made.audienceId(PEOPLE);
        JsonNode slow = marketer.get(FORECAST + "?audience=" + audience + "&perSecond=0.01")
                .ok();
        assertThat(slow.path("limitedBy").asText()).isEqualTo("ownLimit");
        assertThat(ChronoUnit.SECONDS.between(
                        start(slow), Instant.parse(slow.path("endsAt").asText())))
                .isBetween(199L, 201L);
        JsonNode spread = marketer.get(FORECAST + "?audience=" + audience + "&spreadSeconds=3600&holdSeconds=60")
                .ok();
        assertThat(spread.path("limitedBy").asText()).isEqualTo("spreading");
        assertThat(ChronoUnit.SECONDS.between(
                        start(spread), Instant.parse(spread.path("endsAt").asText())))
                .isBetween(3_599L, 3_601L);
        assertThat(start(spread)).isAfter(Instant.now().plusSeconds(50));
    }

    @Test
    void aCampaignScheduledForTheSameTimeIsNamed() {
        String other = Made.draftId(PEOPLE);
        // Sixty days are looked ahead, so this one is too far away to be met.
        String day = Instant.now().plus(100, ChronoUnit.DAYS).toString().substring(0, 10);
        marketer.post(
                        "/api/v1/campaigns/" + other + "/schedule",
                        Caller.json().put("at", day + "T09:00").put("zone", "UTC"))
                .ok();
        String audience = Made.audienceId(PEOPLE);
        assertThat(marketer.get(FORECAST + "?audience=" + audience).ok().path("collisions"))
                .noneMatch(one -> one.path("campaignId").asText().equals(other));
        Instant soon = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
        marketer.post(
                        "/api/v1/campaigns/" + other + "/schedule",
                        Caller.json()
                                .put("at", soon.toString().substring(0, 16))
                                .put("zone", "UTC"))
                .ok();
        JsonNode met = marketer.get(FORECAST + "?audience=" + audience + "&perSecond=0.001&at=" + soon)
                .ok();
        assertThat(met.path("collisions"))
                .anyMatch(one -> one.path("campaignId").asText().equals(other)
                        && one.path("state").asText().equals("scheduled"));
        marketer.post("/api/v1/campaigns/" + other + "/cancel", Caller.json()).ok();
    }

    @Test
    void aPausedCampaignIsNamedForItMayBeResumed() {
        ObjectNode slow = Made.campaign(Made.templateId("Hello", "<p>Hi</p>"), Made.audienceId(PEOPLE));
        slow.withObject("/settings").put("perSecond", 0.001);
        String other = Made.id(marketer.post("/api/v1/campaigns", slow));
        Made.launched(other);
        await().until(() -> marketer.post("/api/v1/campaigns/" + other + "/pause", Caller.json())
                        .status()
                == 200);
        String audience = Made.audienceId(PEOPLE);
        JsonNode forecast = marketer.get(FORECAST + "?audience=" + audience).ok();
        assertThat(forecast.path("paused"))
                .anyMatch(one -> one.path("campaignId").asText().equals(other)
                        && one.path("waiting").asInt() > 0);
        assertThat(forecast.path("collisions"))
                .noneMatch(one -> one.path("campaignId").asText().equals(other));
        marketer.post("/api/v1/campaigns/" + other + "/cancel", Caller.json()).ok();
    }

    @Test
    void whatCannotBeForecastSaysWhy() {
        marketer.get(FORECAST).refusedBecauseOf("campaign");
        String audience = Made.audienceId("");
        marketer.get(FORECAST + "?audience=" + audience + "&at=soon").refusedBecauseOf("at");
        marketer.get(FORECAST + "?audience=" + audience + "&perSecond=0").refusedBecauseOf("perSecond");
        marketer.get(FORECAST + "?campaign=01890000-0000-7000-8000-000000000000")
                .refused(404);
        String id = Made.draftId("email\nada@example.com\n");
        Made.launched(id);
        Made.finished(id);
        marketer.get(FORECAST + "?campaign=" + id).refusedBecauseOf("campaign");
    }

    private static Instant start(JsonNode forecast) {
        return Instant.parse(forecast.path("startsAt").asText());
    }
}
