package io.tidings.service.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.tidings.core.notification.Category;
import io.tidings.core.notification.LaneSettings;
import io.tidings.core.notification.QuietHours;
import io.tidings.service.TestService;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationSettingsTest {

    @Test
    void whatIsNotSetHasItsDefault() {
        assertThat(TestService.bean(LaneSettings.class)).isEqualTo(LaneSettings.DEFAULT);
    }

    @Test
    void everyKeyIsRead() {
        assertThat(lane(Map.of(
                        "expiry-one-time-code", "5m",
                        "expiry-account", "2h",
                        "expiry-conversation", "3h",
                        "expiry-digest", "4h",
                        "quiet-hours", "22:00-07:00",
                        "quiet-account", "true",
                        "time-zone", "Europe/Zurich",
                        "daily-cap", "20")))
                .isEqualTo(new LaneSettings(
                        Map.of(
                                Category.ONE_TIME_CODE, Duration.ofMinutes(5),
                                Category.ACCOUNT, Duration.ofHours(2),
                                Category.CONVERSATION, Duration.ofHours(3),
                                Category.DIGEST, Duration.ofHours(4)),
                        QuietHours.parse("22:00-07:00"),
                        true,
                        ZoneId.of("Europe/Zurich"),
                        20));
    }

    @ParameterizedTest
    @CsvSource({
        "expiry-one-time-code, 0s",
        "expiry-account, 91d",
        "expiry-digest, soon",
        "quiet-hours, 22:00",
        "quiet-hours, 22:00-25:00",
        "quiet-account, perhaps",
        "time-zone, Mars/Base",
        "daily-cap, -1"
    })
    void whatCannotWorkIsRefusedAtStart(String key, String value) {
        assertThatThrownBy(() -> lane(Map.of(key, value))).hasStackTraceContaining("tidings.notifications." + key);
    }

    /** Of a context that starts no server, and so does no work. */
    private static LaneSettings lane(Map<String, String> set) {
        Map<String, Object> properties = new HashMap<>();
        set.forEach((key, value) -> properties.put("tidings.notifications." + key, value));
        properties.put("tidings.aws-endpoint", TestService.aws().endpoint().toString());
        properties.put("tidings.names", "service-test-");
        try (ApplicationContext context = ApplicationContext.run(properties)) {
            return context.getBean(LaneSettings.class);
        }
    }
}
