package io.tidings.service.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.tidings.service.TestService;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceSettingsTest {

    @Test
    void whatIsNotSetHasItsDefaultAndEveryKeyIsRead() {
        assertThat(read(Map.of())).isEqualTo(new PriceSettings(0.16, 0.625, 0.125, 0.40, 0.50, 6, 3, 1, 2));
        assertThat(read(Map.of(
                        "tidings.price.thousand-messages", "0.10",
                        "tidings.price.million-writes", "1",
                        "tidings.price.million-reads", "2",
                        "tidings.price.million-queue-requests", "3",
                        "tidings.price.million-events", "4",
                        "tidings.price.writes-per-message", "5",
                        "tidings.price.reads-per-message", "7",
                        "tidings.price.queue-requests-per-message", "8",
                        "tidings.price.events-per-message", "9")))
                .isEqualTo(new PriceSettings(0.10, 1, 2, 3, 4, 5, 7, 8, 9));
    }

    @Test
    void aPriceBelowNothingIsRefused() {
        assertThatThrownBy(() -> new PriceSettings(-0.1, 0, 0, 0, 0, 0, 0, 0, 0))
                .hasMessageContaining("tidings.price");
    }

    /** Of a context over the same AWS, which answers no requests. */
    private static PriceSettings read(Map<String, Object> set) {
        Map<String, Object> properties = new HashMap<>(set);
        properties.put("tidings.names", "service-test-");
        properties.put("tidings.aws-endpoint", TestService.aws().endpoint().toString());
        try (ApplicationContext context =
                ApplicationContext.builder().properties(properties).build()) {
            context.start();
            return context.getBean(PriceSettings.class);
        }
    }
}
