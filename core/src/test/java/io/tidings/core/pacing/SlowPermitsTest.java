package io.tidings.core.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DynamoDB is slow, or a clock is wrong: below the quota rather than above it, and never at nothing. */
class SlowPermitsTest {

    private static final Duration RUN = Duration.ofMinutes(5);
    private static final Duration WARM = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource({"14, 3, 0.6", "100, 3, 0.6", "100, 1, 0.5"})
    void ofALineThatAnswersNowAndThenMostIsUsed(double rate, int processes, double least) throws InterruptedException {
        Account account = new Account(rate);
        Random random = new Random(5);
        account.latency = () -> Duration.ofMillis(random.nextInt(800));
        account.run(processes, RUN);
        assertThat(account.partOfCallsRefused(Duration.ZERO, RUN)).isZero();
        assertThat(account.takenPerSecond(WARM, RUN) / rate).isGreaterThan(least);
    }

    @ParameterizedTest
    @CsvSource({"14, 1", "14, 3", "100, 1", "100, 3"})
    void ofALineThatIsSteadilySlowNearlyAll(double rate, int processes) throws InterruptedException {
        Account account = new Account(rate);
        account.latency = () -> Duration.ofMillis(300);
        account.run(processes, RUN);
        assertThat(account.partOfCallsRefused(Duration.ZERO, RUN)).isZero();
        assertThat(account.takenPerSecond(WARM, RUN) / rate).isBetween(0.9, 1.01);
    }

    /** A grant is for one batch, so a fast account waits for the line rather than for SES. */
    @ParameterizedTest
    @CsvSource({"0", "300"})
    void ofALargeQuotaTooNothingIsRefused(int atLeast) throws InterruptedException {
        Account account = new Account(500);
        Random random = new Random(9);
        account.latency = () -> Duration.ofMillis(atLeast + random.nextInt(800));
        account.run(3, RUN);
        assertThat(account.partOfCallsRefused(Duration.ZERO, RUN)).isZero();
        assertThat(account.takenPerSecond(WARM, RUN)).isGreaterThan(50);
    }

    @Test
    void withALineThatHardlyAnswersSomeIsSentNevertheless() throws InterruptedException {
        Account account = new Account(100);
        account.latency = () -> Duration.ofSeconds(4);
        account.run(1, RUN);
        assertThat(account.takenPerSecond(Duration.ofMinutes(1), RUN)).isGreaterThan(5);
    }

    @Test
    void oneSlowAnswerCostsAMomentOnly() throws InterruptedException {
        Account account = new Account(100);
        int[] calls = {0};
        account.latency = () -> Duration.ofMillis(++calls[0] == 40 ? 1_000 : 2);
        account.run(3, RUN);
        assertThat(account.partOfCallsRefused(Duration.ZERO, RUN)).isZero();
        assertThat(account.takenPerSecond(Duration.ZERO, RUN)).isGreaterThan(98);
    }

    @Test
    void aProcessWhoseClockIsAnHourAheadDoesNotStopTheOthers() throws InterruptedException {
        Account account = new Account(100);
        account.perSecond = 1_000;
        Duration hour = Duration.ofHours(1);
        account.time.run(List.of(
                account.sending(account.pacer(account.time), Duration.ZERO, RUN),
                account.sending(account.pacer(() -> account.time.instant().plus(hour)), hour, RUN)));
        assertThat(account.takenPerSecond(WARM, RUN)).isBetween(95.0, 205.0);
    }

    @Test
    void aSkewOfSecondsCostsNothing() throws InterruptedException {
        Account account = new Account(100);
        Duration ahead = Duration.ofSeconds(3);
        account.time.run(List.of(
                account.sending(account.pacer(account.time), Duration.ZERO, RUN),
                account.sending(account.pacer(() -> account.time.instant().plus(ahead)), ahead, RUN)));
        assertThat(account.partOfCallsRefused(Duration.ZERO, RUN)).isZero();
        assertThat(account.takenPerSecond(WARM, RUN)).isGreaterThan(97);
    }
}
