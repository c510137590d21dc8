package io.tidings.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.service.wiring.RateLimitSettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final RateLimits limits = new RateLimits(new RateLimitSettings(10, 20), () -> now);

    @Test
    void aBurstIsAllowedAndThenTheRate() {
        for (int i = 19; i >= 0; i--) {
            assertThat(limits.take("key")).isEqualTo(new RateLimits.Taken(true, i, Duration.ZERO));
        }
        assertThat(limits.take("key")).isEqualTo(new RateLimits.Taken(false, 0, Duration.ofMillis(100)));
        now = now.plusMillis(100);
        assertThat(limits.take("key").allowed()).isTrue();
        assertThat(limits.take("key").allowed()).isFalse();
        now = now.plusSeconds(60);
        assertThat(limits.take("key").left()).isEqualTo(19);
    }

    @Test
    void oneKeyDoesNotUseUpAnothers() {
        for (int i = 0; i < 30; i++) {
            limits.take("greedy");
        }
        assertThat(limits.take("modest").allowed()).isTrue();
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        assertThatThrownBy(() -> new RateLimitSettings(0, 10)).hasMessageContaining("tidings.rate-limit.per-second");
        assertThatThrownBy(() -> new RateLimitSettings(10, 9)).hasMessageContaining("tidings.rate-limit.burst");
    }
}
