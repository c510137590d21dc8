package io.tidings.service.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.tidings.service.TestService;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlarmSettingsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void whatIsNotSetHasItsDefaultAndEveryKeyIsRead() {
        // The service under test looks more often than it does unless told.
        assertThat(TestService.bean(AlarmSettings.class))
                .isEqualTo(new AlarmSettings(Duration.ofSeconds(1), Duration.ofMinutes(5)));
        assertThat(read(Map.of())).isEqualTo(new AlarmSettings(Duration.ofSeconds(30), Duration.ofMinutes(5)));
        assertThat(read(Map.of("tidings.alarms.look-every", "2s", "tidings.alarms.unread-for", "7m")))
                .isEqualTo(new AlarmSettings(Duration.ofSeconds(2), Duration.ofMinutes(7)));
    }

    @Test
    void whatMakesNoSenseIsRefusedByItsName() {
        assertThatThrownBy(() -> new AlarmSettings(Duration.ZERO, MINUTE)).hasMessageContaining("look-every");
        assertThatThrownBy(() -> new AlarmSettings(Duration.ofHours(1), MINUTE)).hasMessageContaining("look-every");
        assertThatThrownBy(() -> new AlarmSettings(MINUTE, Duration.ofSeconds(59)))
                .hasMessageContaining("unread-for");
    }

    /** Of a context over the same AWS, which answers no requests. */
    private static AlarmSettings read(Map<String, Object> set) {
        Map<String, Object> properties = new HashMap<>(set);
        properties.put("tidings.names", "service-test-");
        properties.put("tidings.aws-endpoint", TestService.aws().endpoint().toString());
        try (ApplicationContext context =
                ApplicationContext.builder().properties(properties).build()) {
            context.start();
            return context.getBean(AlarmSettings.class);
        }
    }
}
