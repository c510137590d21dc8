package io.tidings.bounceprocessor;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FeedbackSettingsTest {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void whatMakesNoSenseIsNamed() {
        assertThatThrownBy(() -> new FeedbackSettings("t-", 0, Duration.ZERO, MONTH, WEEK, false))
                .hasMessageContaining("tidings.record-at-once");
        assertThatThrownBy(() -> new FeedbackSettings("t-", 4, Duration.ofSeconds(6), MONTH, WEEK, false))
                .hasMessageContaining("tidings.gather-for");
        assertThatThrownBy(() -> new FeedbackSettings("t-", 4, Duration.ofSeconds(1), Duration.ofHours(1), WEEK, false))
                .hasMessageContaining("tidings.keep-events");
        assertThatThrownBy(() -> new FeedbackSettings("t-", 4, Duration.ZERO, MONTH, Duration.ofDays(1), false))
                .hasMessageContaining("tidings.keep-webhook-events");
        assertThatCode(() -> new FeedbackSettings("t-", 4, Duration.ZERO, MONTH, WEEK, false))
                .doesNotThrowAnyException();
    }
}
