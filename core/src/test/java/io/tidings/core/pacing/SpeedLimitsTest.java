package io.tidings.core.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.memory.MemoryPorts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeedLimitsTest {

    private final MemoryPorts ports = new MemoryPorts();
    private Instant now = Account.START;

    @ParameterizedTest
    @CsvSource({"20, 0", "20, 1", "20, 5", "7, 9", "1, 3", "0.5, 2"})
    void aLimitHoldsThoughClocksDiffer(double limit, int secondsAhead) {
        List<SpeedLimits> processes = List.of(
                new SpeedLimits(ports::permits, () -> now),
                new SpeedLimits(ports::permits, () -> now.plusSeconds(secondsAhead)));
        assertThat(granted(processes, limit, 120) / 120.0).isBetween(limit * 0.9, limit * 1.05);
    }

    @Test
    void aClockThatIsAnHourAheadDoesNotStopTheOthers() {
        SpeedLimits right = new SpeedLimits(ports::permits, () -> now);
        new SpeedLimits(ports::permits, () -> now.plusSeconds(3_600)).reserve("c1", 20, 50);
        assertThat(granted(List.of(right), 20, 60)).isBetween(1_150L, 1_250L);
    }

    @Test
    void aNewLimitActsAtOnce() {
        List<SpeedLimits> one = List.of(new SpeedLimits(ports::permits, () -> now));
        granted(one, 0.01, 5);
        assertThat(granted(one, 50, 10)).isBetween(490L, 530L);
    }

    private long granted(List<SpeedLimits> processes, double limit, int seconds) {
        Instant end = now.plusSeconds(seconds);
        long all = 0;
        while (now.isBefore(end)) {
            for (SpeedLimits limits : processes) {
                if (limits.reserve("c1", limit, 50) instanceof Permit.Granted(int count, Instant _, Instant _)) {
                    all += count;
                }
            }
            now = now.plus(Duration.ofMillis(20));
        }
        return all;
    }
}
