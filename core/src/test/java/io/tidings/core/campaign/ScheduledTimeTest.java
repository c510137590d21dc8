package io.tidings.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.campaign.ScheduledTime.Invalid;
import io.tidings.core.campaign.ScheduledTime.Valid;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduledTimeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00,Europe/Vienna,2026-03-02T08:00:00Z",
        "2026-07-02T09:00,Europe/Vienna,2026-07-02T07:00:00Z",
        "2026-03-02T09:00:30.5,Asia/Kathmandu,2026-03-02T03:15:30Z",
        "2026-03-02T09:00,UTC,2026-03-02T09:00:00Z",
        "2026-03-01T13:00:01,Europe/Vienna,2026-03-01T12:00:01Z",
    })
    void aTimeOnTheWallIsAnInstant(String local, String zone, Instant at) {
        assertThat(ScheduledTime.read(local, zone, NOW))
                .isInstanceOfSatisfying(
                        Valid.class, time -> assertThat(time.at()).isEqualTo(at));
    }

    @Test
    void aTimeThatComesTwiceIsTheFirstOfThem() {
        assertThat(ScheduledTime.read("2026-10-25T02:30", "Europe/Vienna", NOW))
                .isInstanceOfSatisfying(
                        Valid.class, time -> assertThat(time.at()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z")));
    }

    @Test
    void aTimeThatNeverComesIsRefusedWithTheTimesAround() {
        assertThat(ScheduledTime.read("2026-03-29T02:30", "Europe/Vienna", NOW))
                .isInstanceOfSatisfying(Invalid.class, why -> {
                    assertThat(why.field()).isEqualTo("at");
                    assertThat(why.message()).contains("2026-03-29T02:00", "2026-03-29T03:00", "choose");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T13:00,Europe/Vienna,at",
        "2026-02-28T09:00,Europe/Vienna,at",
        "2027-03-05T09:00,UTC,at",
        "2026-03-02T09:00Z,UTC,at",
        "tomorrow,UTC,at",
        "2026-02-30T09:00,UTC,at",
        "2026-03-02T09:00,Mars/Olympus,zone",
        "2026-03-02T09:00,+02:00,zone",
        "2026-03-02T09:00,'',zone",
    })
    void whatMakesNoSenseIsRefusedWithItsField(String local, String zone, String field) {
        assertThat(ScheduledTime.read(local, zone, NOW))
                .isInstanceOfSatisfying(
                        Invalid.class, why -> assertThat(why.field()).isEqualTo(field));
    }
}
