package io.tidings.core.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.memory.MemoryPorts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendPacerTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = START;
    private final InstantSource clock = () -> now;
    private final PermitStore line = new MemoryPorts().permits();

    @ParameterizedTest
    @ValueSource(doubles = {1, 14, 100, 500})
    void threeProcessesTogetherReachTheRateAndNeverExceedIt(double rate) {
        List<SendPacer> processes = List.of(pacer(quota(rate)), pacer(quota(rate)), pacer(quota(rate)));
        List<Instant> sent = new ArrayList<>();
        Duration run = Duration.ofSeconds(60);
        while (now.isBefore(START.plus(run))) {
            for (SendPacer process : processes) {
                if (process.reserve(Lane.CAMPAIGN, 50) instanceof Permit.Granted(int count, Instant from, Instant _)) {
                    for (int i = 0; i < count; i++) {
                        sent.add(from);
                    }
                }
            }
            now = now.plusMillis(20);
        }
        double whole = rate * run.toSeconds();
        assertThat((double) sent.size()).isBetween(whole * 0.97, whole * 1.03 + 1);
        assertThat(strictBucketRefuses(sent, rate)).isZero();
    }

    /** As SES does it: a second's worth, refilled steadily. */
    private static int strictBucketRefuses(List<Instant> sent, double rate) {
        double tokens = Math.max(1, rate);
        Instant last = START;
        int refused = 0;
        for (Instant at : sent.stream().sorted().toList()) {
            tokens = Math.min(
                    Math.max(1, rate), tokens + Duration.between(last, at).toNanos() / 1e9 * rate);
            last = at;
            if (tokens < 1 - 1e-6) {
                refused++;
            } else {
                tokens--;
            }
        }
        return refused;
    }

    @Test
    void aNotificationDoesNotWaitBehindCampaigns() {
        SendPacer pacer = pacer(quota(100));
        while (pacer.reserve(Lane.CAMPAIGN, 50) instanceof Permit.Granted) {}
        assertThat(pacer.reserve(Lane.NOTIFICATION, 1))
                .isInstanceOfSatisfying(
                        Permit.Granted.class,
                        granted -> assertThat(granted.from()).isBeforeOrEqualTo(now.plusMillis(750)));
    }

    @Test
    void campaignsThatNeedLongToBeReadyDoNotKeepNotificationsOut() {
        SendPacer campaigns = pacer(quota(100));
        SendPacer notifications = pacer(quota(100));
        int granted = 0;
        Duration waited = Duration.ZERO;
        while (now.isBefore(START.plusSeconds(60))) {
            campaigns.reserve(Lane.CAMPAIGN, 50, Duration.ofSeconds(2));
            if (notifications.reserve(Lane.NOTIFICATION, 1) instanceof Permit.Granted) {
                granted++;
                waited = Duration.ZERO;
            }
            assertThat(waited).isLessThan(Duration.ofSeconds(2));
            waited = waited.plusMillis(20);
            now = now.plusMillis(20);
        }
        assertThat(granted).isGreaterThan(60);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 14, 100, 100_000})
    void aLongLineOfUrgentOnesIsBelievedByAClockThatIsBehindToo(double rate) {
        SendPacer pacer = pacer(quota(rate));
        for (int i = 0; i < 30_000 && pacer.reserve(Lane.URGENT, 50) instanceof Permit.Granted; i++) {}
        assertThat(line.read().takenUntil()).isBetween(now.plusSeconds(10), now.plusSeconds(11));
        SendPacer behind = new SendPacer(line, () -> quota(rate), () -> now.minusSeconds(5), 0.1);
        for (Lane lane : Lane.values()) {
            assertThat(behind.reserve(lane, 50)).isInstanceOf(Permit.Later.class);
        }
    }

    @Test
    void campaignsLeaveNotificationsTheirShareOfTheDay() {
        SendPacer pacer = pacer(new SendQuota(1_000, OptionalDouble.of(100), 80, false, true));
        assertThat(pacer.reserve(Lane.CAMPAIGN, 50)).isEqualTo(new Permit.Granted(10, now, now.plusMillis(250)));
        assertThat(pacer.reserve(Lane.CAMPAIGN, 50)).isInstanceOf(Permit.QuotaSpent.class);
        assertThat(pacer.reserve(Lane.NOTIFICATION, 1)).isInstanceOf(Permit.Granted.class);
        for (int i = 0; i < 9; i++) {
            pacer.reserve(Lane.NOTIFICATION, 1);
        }
        assertThat(pacer.reserve(Lane.NOTIFICATION, 1)).isInstanceOf(Permit.QuotaSpent.class);
    }

    private SendPacer pacer(SendQuota quota) {
        return new SendPacer(line, () -> quota, clock, 0.1);
    }

    private static SendQuota quota(double perSecond) {
        return new SendQuota(perSecond, OptionalDouble.empty(), 0, false, true);
    }
}
