package io.tidings.core.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    /** In 2026 Zurich puts its clocks forward on March 29th at 02:00, and back on October 25th at 03:00. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "22:00-07:00, 2026-03-01T20:59:59Z, -",
                "22:00-07:00, 2026-03-01T21:00:00Z, 2026-03-02T06:00:00Z",
                "22:00-07:00, 2026-03-02T05:59:59Z, 2026-03-02T06:00:00Z",
                "22:00-07:00, 2026-03-02T06:00:00Z, -",
                "12:00-13:00, 2026-03-01T11:30:00Z, 2026-03-01T12:00:00Z",
                "12:00-13:00, 2026-03-01T12:00:00Z, -",
                "22:00-02:30, 2026-03-28T23:00:00Z, 2026-03-29T01:00:00Z",
                "02:30-07:00, 2026-03-29T01:10:00Z, -",
                "22:00-07:00, 2026-03-28T23:00:00Z, 2026-03-29T05:00:00Z",
                "22:00-02:30, 2026-10-24T23:00:00Z, 2026-10-25T01:30:00Z",
                "22:00-02:30, 2026-10-25T00:45:00Z, 2026-10-25T01:30:00Z",
                "02:30-07:00, 2026-10-25T00:30:00Z, 2026-10-25T06:00:00Z",
                "00:00-00:00, 2026-03-01T12:00:00Z, -"
            })
    void theClockOnTheWallDecides(String hours, Instant now, Instant end) {
        assertThat(QuietHours.parse(hours).endAfter(now, ZURICH).orElse(null)).isEqualTo(end);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        QuietHours hours = QuietHours.parse(" 22:00 - 07:30 ");
        assertThat(QuietHours.parse(hours.toString())).isEqualTo(hours);
        assertThatThrownBy(() -> QuietHours.parse("22:00")).hasMessageContaining("22:00-07:00");
        assertThatThrownBy(() -> QuietHours.parse("22:00-25:00")).isInstanceOf(DateTimeParseException.class);
    }
}
