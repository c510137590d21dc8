package io.tidings.core.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.pacing.PermitStore.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SES takes less than it says, and then all of it again. */
class ThrottledRateTest {

    private static final Instant NOON = Account.START;

    @ParameterizedTest
    @CsvSource({"14, 1", "14, 3", "100, 1", "100, 3", "500, 1", "500, 3"})
    void theRateSettlesNearWhatSesTakesAndComesBack(double rate, int processes) throws InterruptedException {
        Account account = new Account(rate);
        account.perSecond = rate * 0.6;
        Duration slow = Duration.ofMinutes(10);
        Duration again = slow.plusMinutes(2);
        Duration end = again.plusMinutes(1);
        account.run(processes, slow, () -> account.perSecond = rate, end);
        assertThat(account.takenPerSecond(Duration.ofMinutes(1), slow) / rate).isBetween(0.6 * 0.75, 0.6 * 1.05);
        assertThat(account.partOfCallsRefused(Duration.ZERO, slow)).isLessThan(0.02);
        assertThat(account.takenPerSecond(again, end) / rate).isGreaterThanOrEqualTo(0.97);
        assertThat(account.partOfCallsRefused(again, end)).isZero();
    }

    @Test
    void whatIsRefusedTogetherIsOneMoment() {
        Slowdown first = Slowdown.after(null, NOON);
        assertThat(first).isEqualTo(new Slowdown(0.8, NOON));
        assertThat(Slowdown.after(first, NOON.plusMillis(999))).isEqualTo(first);
        assertThat(Slowdown.after(first, NOON.minusSeconds(5))).isEqualTo(first);
        assertThat(Slowdown.after(first, NOON.plusSeconds(1)).factor()).isBetween(0.64, 0.6401);
    }

    @Test
    void itIsNeverSlowedToATenthOrLess() {
        Slowdown slowdown = Slowdown.after(null, NOON);
        for (int second = 1; second < 60; second++) {
            slowdown = Slowdown.after(slowdown, NOON.plusSeconds(second));
        }
        assertThat(slowdown.factor()).isEqualTo(0.1);
        assertThat(slowdown.isOver(slowdown.until().minusMillis(10))).isFalse();
        assertThat(slowdown.isOver(slowdown.until())).isTrue();
        assertThat(Duration.between(slowdown.at(), slowdown.until())).isLessThan(Duration.ofSeconds(140));
    }

    @Test
    void aClockThatIsAnHourAheadSlowsNobodyForAnHour() {
        assertThat(new Slowdown(0.1, NOON.plusSeconds(3_600)).isOver(NOON)).isTrue();
    }

    @Test
    void processesSeeOneAnothersSlowdownAndAllOfThemItsEnd() {
        Instant[] now = {NOON};
        PermitStore line = new MemoryPorts().permits();
        SendQuota quota = new SendQuota(100, OptionalDouble.empty(), 0, false, true);
        List<SendPacer> pacers = List.of(
                new SendPacer(line, () -> quota, () -> now[0], 0.1),
                new SendPacer(line, () -> quota, () -> now[0], 0.1),
                new SendPacer(line, () -> quota, () -> now[0], 0.1));
        pacers.getFirst().throttled();
        assertThat(pacers.getFirst().reserve(Lane.CAMPAIGN, 50)).isEqualTo(granted(40, NOON));
        assertThat(line.read()).isEqualTo(new Line(NOON.plusMillis(500), 40, new Slowdown(0.8, NOON)));
        for (SendPacer pacer : pacers) {
            assertThat(pacer.slowdown()).isEqualTo(new Slowdown(0.8, NOON));
            now[0] = now[0].plusMillis(500);
            assertThat(pacer.reserve(Lane.CAMPAIGN, 50)).isEqualTo(granted(40, now[0]));
        }
        now[0] = NOON.plusSeconds(64);
        assertThat(pacers.getFirst().slowdown()).isNull();
        assertThat(pacers.getFirst().reserve(Lane.CAMPAIGN, 50)).isEqualTo(granted(50, now[0]));
        assertThat(line.read().slowdown()).isNull();
    }

    private static Permit granted(int count, Instant from) {
        return new Permit.Granted(count, from, from.plusMillis(250));
    }
}
