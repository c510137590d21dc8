package io.tidings.service.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.tidings.service.TestService;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookSettingsTest {

    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void whatIsNotSetHasItsDefault() {
        assertThat(TestService.bean(WebhookSettings.class)).isEqualTo(new WebhookSettings(true, 8, DAY, DAY));
        assertThat(TestService.bean(RateLimitSettings.class)).isEqualTo(new RateLimitSettings(500, 1_000));
    }

    @Test
    void everyKeyIsRead() {
        try (ApplicationContext context = ApplicationContext.run(Map.of(
                "tidings.aws-endpoint", TestService.aws().endpoint().toString(),
                "tidings.names", "service-test-",
                "tidings.webhooks.allow-private", "true",
                "tidings.webhooks.at-once", "3",
                "tidings.webhooks.disable-after", "2h",
                "tidings.webhooks.secret-overlap", "0s",
                "tidings.rate-limit.per-second", "7",
                "tidings.rate-limit.burst", "9"))) {
            assertThat(context.getBean(WebhookSettings.class))
                    .isEqualTo(new WebhookSettings(true, 3, Duration.ofHours(2), Duration.ZERO));
            assertThat(context.getBean(RateLimitSettings.class)).isEqualTo(new RateLimitSettings(7, 9));
        }
    }

    @Test
    void whatCannotWorkIsRefusedWithItsName() {
        assertThatThrownBy(() -> new WebhookSettings(false, 0, DAY, DAY))
                .hasMessageContaining("tidings.webhooks.at-once");
        assertThatThrownBy(() -> new WebhookSettings(false, 101, DAY, DAY))
                .hasMessageContaining("tidings.webhooks.at-once");
        assertThatThrownBy(() -> new WebhookSettings(false, 8, Duration.ZERO, DAY))
                .hasMessageContaining("tidings.webhooks.disable-after");
        assertThatThrownBy(() -> new WebhookSettings(false, 8, DAY, Duration.ofSeconds(-1)))
                .hasMessageContaining("tidings.webhooks.secret-overlap");
    }
}
