package io.tidings.bounceprocessor;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FeedbackSettingsTest {

    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void whatMakesNoSenseIsNamed() {
        assertThatThrownBy(() -> new FeedbackSettings("t-", 0, Duration.ZERO, MONTH, false))
                .hasMessageContaining("tidings.record-at-once");
        assertThatThrownBy(() -> new FeedbackSettings("t-", 4, Duration.ofSeconds(6), MONTH, false))
                .hasMessageContaining("tidings.gather-for");
        assertThatThrownBy(() -> new FeedbackSettings("t-", 4, Duration.ofSeconds(1), Duration.ofHours(1), false))
                .hasMessageContaining("tidings.keep-events");
        assertThatCode(() -> new FeedbackSettings("t-", 4, Duration.ZERO, MONTH, false))
                .doesNotThrowAnyException();
    }
}
