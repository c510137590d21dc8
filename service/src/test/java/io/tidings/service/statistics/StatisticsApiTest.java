package io.tidings.service.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.service.Caller;
import io.tidings.service.Made;
import io.tidings.service.TestService;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsApiTest {

    private static final String STATISTICS = "/api/v1/statistics";
    private final Caller marketer = TestService.administrator();

    @Test
    void aCampaignShowsInItsStreamAndInAll() {
        long all = accepted("all");
        long campaigns = accepted("campaigns");
        long notifications = accepted("notifications");
        String id = Made.draftId("email\nada@example.com\nbo@example.com\n");
        Made.launched(id);
        Made.finished(id);
        assertThat(accepted("campaigns")).isEqualTo(campaigns + 2);
        assertThat(accepted("notifications")).isEqualTo(notifications);
        assertThat(accepted("all")).isEqualTo(all + 2);
    }

    @Test
    void aRateNamesItsDenominator() {
        JsonNode rate = marketer.get(STATISTICS + "/summary").ok().path("bounceRate");
        assertThat(rate.path("of").asText()).isEqualTo("accepted by SES");
        assertThat(rate.has("numerator") && rate.has("denominator")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 30",
        "?bucket=hour, 30",
        "?bucket=day&from=2026-01-01T00:00:00Z&to=2026-01-10T23:00:00Z, 10",
        "?bucket=hour&from=2026-01-01T00:00:00Z&to=2026-01-01T05:30:00Z, 6",
        "?bucket=day&from=2025-01-01T00:00:00Z&to=2026-02-04T00:00:00Z, 400"
    })
    void aTimelineHasAPointForEachBucketAlsoForEmptyOnes(String query, int points) {
        assertThat(marketer.get(STATISTICS + "/timeline" + query).ok().path("items"))
                .hasSize(points);
    }

    @ParameterizedTest
    @CsvSource({
        "/timeline?bucket=week, bucket",
        "/timeline?stream=x, stream",
        "/summary?stream=x, stream",
        "/timeline?from=2025-01-01T00:00:00Z&to=2026-02-05T00:00:00Z, from",
        "/timeline?bucket=hour&from=2025-01-01T00:00:00Z&to=2025-02-01T00:00:00Z, from",
        "/timeline?from=2026-02-05T00:00:00Z&to=2026-01-05T00:00:00Z, from",
        "/summary?days=0, days",
        "/summary?days=401, days",
        "/breakdown?by=weather, by",
        "/breakdown?by=domain&stream=x, stream",
        "/breakdown?by=domain&from=2026-01-01&to=2026-03-15, from",
        "/matrix?from=2026-03-01&to=2026-02-01, from",
        "/compare?campaigns=01890000-0000-7000-8000-000000000000, campaigns",
        "/timeline?campaignId=01890000-0000-7000-8000-000000000000, bucket"
    })
    void whatWouldCostTooMuchOrMeansNothingIsRefused(String path, String field) {
        marketer.get(STATISTICS + path).refusedBecauseOf(field);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 400})
    void asManyDaysAsThereAreBuckets(int days) {
        assertThat(marketer.get(STATISTICS + "/summary?days=" + days).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stream",
                "campaign",
                "template",
                "topic",
                "category",
                "domain",
                "provider",
                "bounceType",
                "smtpStatus"
            })
    void mailIsToldApart(String by) {
        JsonNode breakdown = marketer.get(STATISTICS + "/breakdown?by=" + by).ok();
        assertThat(breakdown.path("by").asText()).isEqualTo(by);
        assertThat(breakdown.path("items").isArray()).isTrue();
    }

    @Test
    void aCampaignIsInTheBreakdownOfItsTemplateItsProviderAndItself() {
        String id = Made.draftId("email\ncy@gmail.com\ndi@gmail.com\n");
        Made.launched(id);
        Made.finished(id);
        JsonNode own = part("campaign", id);
        assertThat(own.path("name").asText()).isEqualTo("Spring invitation");
        assertThat(own.path("counts").path("accepted").asLong()).isEqualTo(2);
        JsonNode rate = own.path("rates").path("bounced");
        assertThat(rate.path("of").asText()).isEqualTo("accepted by SES");
        assertThat(rate.path("denominator").asLong()).isEqualTo(2);
        assertThat(rate.path("low").asDouble()).isZero();
        assertThat(rate.path("high").asDouble()).isBetween(0.6, 0.7);
        assertThat(part("provider", "gmail").path("counts").path("accepted").asLong())
                .isGreaterThanOrEqualTo(2);
        JsonNode compared =
                marketer.get(STATISTICS + "/compare?campaigns=" + id).ok();
        assertThat(compared.path("ageHours").asInt()).isEqualTo(1);
        assertThat(compared.path("items").get(0).path("counts").path("accepted").asLong())
                .isEqualTo(2);
        JsonNode hours = marketer.get(STATISTICS + "/timeline?bucket=hour&campaignId=" + id)
                .ok();
        assertThat(hours.path("items").get(29).path("counts").path("accepted").asLong())
                .isEqualTo(2);
    }

    private JsonNode part(String by, String key) {
        for (JsonNode part :
                marketer.get(STATISTICS + "/breakdown?by=" + by).ok().path("items")) {
            if (part.path("key").asText().equals(key)) {
                return part;
            }
        }
        throw new AssertionError(key + " is not in the breakdown by " + by);
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary.csv", "timeline.csv", "breakdown.csv?by=provider", "matrix.csv"})
    void everyFigureIsATableToo(String path) {
        Caller.Answer answer = marketer.get(STATISTICS + "/" + path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().lines().findFirst().orElse("")).matches("[A-Za-z0-9,]+");
    }

    @Test
    void howLongNotificationsTookStandsBesideTheirCountsAndBesideNoCampaigns() {
        long before = times("notifications").path("toAccepted").path("count").asLong();
        String id = Made.id(TestService.program().post("/api/v1/notifications", code()));
        await().until(() ->
                times("notifications").path("toAccepted").path("count").asLong() > before);
        JsonNode times = times("all");
        for (String time : List.of("queueWait", "toAccepted")) {
            assertThat(times.path(time).path("p95Millis").asLong())
                    .describedAs("%s of %s", time, id)
                    .isPositive();
            assertThat(times.path(time).path("buckets")).hasSize(9);
        }
        assertThat(part("category", "one-time-code")
                        .path("times")
                        .path("queueWait")
                        .path("count")
                        .asLong())
                .isPositive();
        assertThat(part("stream", "notifications")
                        .path("times")
                        .path("queueWait")
                        .path("count")
                        .asLong())
                .isPositive();
        assertThat(part("stream", "campaigns").path("times").isNull()).isTrue();
        assertThat(times("campaigns").isNull()).isTrue();
        List<String> table = marketer.get(STATISTICS + "/breakdown.csv?by=category")
                .body()
                .lines()
                .toList();
        assertThat(table.getFirst())
                .endsWith(
                        "queueWaitCount,queueWaitP50Millis,queueWaitP95Millis,toAcceptedCount,"
                                + "toAcceptedP50Millis,toAcceptedP95Millis,toDeliveredCount,toDeliveredP50Millis,toDeliveredP95Millis");
        assertThat(table)
                .allSatisfy(row -> assertThat(row.split(",", -1))
                        .hasSameSizeAs(table.getFirst().split(",")));
    }

    private static ObjectNode code() {
        ObjectNode request = Caller.json().put("category", "one-time-code");
        request.putObject("recipient").put("email", "code@example.com");
        request.putObject("content").put("subject", "Your code").put("html", "<p>123456</p>");
        return request;
    }

    private JsonNode times(String stream) {
        return marketer.get(STATISTICS + "/summary?stream=" + stream).ok().path("times");
    }

    @Test
    void whatTheLedgerHasIsWhatWasCounted() {
        String id = marketer.post(STATISTICS + "/rebuild", Caller.json().put("dryRun", true))
                .json()
                .path("id")
                .asText();
        JsonNode job = ended(id);
        assertThat(job.path("state").asText()).isEqualTo("finished");
        assertThat(job.path("findings").toString()).contains("no difference");
    }

    @Test
    void aReplayGoesThroughWhatWasKept() {
        String id = marketer.post(
                        STATISTICS + "/replay",
                        Caller.json().put("from", LocalDate.now(ZoneOffset.UTC).toString()))
                .json()
                .path("id")
                .asText();
        assertThat(ended(id).path("state").asText()).isEqualTo("finished");
        marketer.post(STATISTICS + "/replay", Caller.json().put("from", "2001-01-01"))
                .refusedBecauseOf("from");
    }

    private JsonNode ended(String job) {
        return await().until(
                        () -> marketer.get(STATISTICS + "/jobs/" + job).ok(),
                        now -> !now.path("state").asText().equals("running"));
    }

    @Test
    void theQuotaIsWhatSesSays() {
        JsonNode quota = marketer.get("/api/v1/quota").ok();
        assertThat(quota.path("maxPerSecond").asDouble()).isPositive();
        assertThat(quota.path("notificationShare").asDouble()).isEqualTo(0.1);
        assertThat(quota.path("sandbox").asBoolean()).isFalse();
        assertThat(quota.path("slowdown").isNull()).isTrue();
    }

    @Test
    void aKeyIsListedWithoutItsSecret() {
        String keys = marketer.get("/api/v1/api-keys").ok().toString();
        assertThat(keys).contains("chat server");
        String secret = TestService.firstLogin("apiKey").split("_", 3)[2];
        assertThat(keys).doesNotContain(secret).doesNotContainIgnoringCase("hash");
    }

    private long accepted(String stream) {
        return marketer.get(STATISTICS + "/summary?stream=" + stream)
                .ok()
                .path("counts")
                .path("accepted")
                .asLong();
    }
}
