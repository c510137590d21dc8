package io.tidings.service.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.service.Caller;
import io.tidings.service.Made;
import io.tidings.service.TestService;
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
        "/summary?days=401, days"
    })
    void whatWouldCostTooMuchOrMeansNothingIsRefused(String path, String field) {
        marketer.get(STATISTICS + path).refusedBecauseOf(field);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 400})
    void asManyDaysAsThereAreBuckets(int days) {
        assertThat(marketer.get(STATISTICS + "/summary?days=" + days).status()).isEqualTo(200);
    }

    @Test
    void theQuotaIsWhatSesSays() {
        JsonNode quota = marketer.get("/api/v1/quota").ok();
        assertThat(quota.path("maxPerSecond").asDouble()).isPositive();
        assertThat(quota.path("notificationShare").asDouble()).isEqualTo(0.1);
        assertThat(quota.path("sandbox").asBoolean()).isFalse();
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
