package io.tidings.core.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.contract.Samples;
import io.tidings.core.sending.FeedbackBacklog.Depth;
import io.tidings.core.sending.FeedbackReading.Reading;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedbackSilenceTest {

    private static final Instant ASKED = Samples.NOON;
    private static final Depth QUIET = new Depth(0, 0, 0);
    private static final Depth IN_HAND = new Depth(0, 20, 0);
    private static final Depth BUSY = new Depth(100, 200, 0);
    private static final Duration LONG = SendSettings.DEFAULT
            .grace()
            .plus(SendSettings.DEFAULT.longestTries())
            .plusSeconds(10);

    private Instant upTo = Instant.EPOCH;
    private Instant lateAt = Instant.EPOCH;
    private Instant now = ASKED;
    private Depth depth = QUIET;
    private final FeedbackSilence silence =
            new FeedbackSilence(() -> depth, () -> new Reading(upTo, lateAt), () -> now, SendSettings.DEFAULT);

    @Test
    void whoWasNotAskedForIsFree() {
        assertThat(silence.provesNotTaken(null)).isTrue();
    }

    @Test
    void anEmptyQueueProvesItOnceTheGracePeriodIsOver() {
        now = ASKED.plusSeconds(89);
        assertThat(proven()).isFalse();
        now = ASKED.plusSeconds(90);
        assertThat(proven()).isTrue();
    }

    @Test
    void aQueueThatWasEmptyBeforeTheEndOfTheGracePeriodProvesNothing() {
        pass(Duration.ofSeconds(84), QUIET);
        depth = IN_HAND;
        now = ASKED.plusSeconds(95);
        assertThat(proven()).isFalse();
    }

    @Test
    void reportsInSomebodysHandsProveNothingHoweverLateItIs() {
        now = ASKED.plus(Duration.ofHours(1));
        depth = IN_HAND;
        assertThat(proven()).isFalse();
        pass(Duration.ofMinutes(2), IN_HAND);
        assertThat(proven()).isFalse();
    }

    @Test
    void aBusySystemThatKeepsUpProvesItAfterAllTries() {
        pass(LONG.minusSeconds(20), BUSY);
        assertThat(proven()).isFalse();
        pass(Duration.ofSeconds(30), BUSY);
        assertThat(proven()).isTrue();
    }

    @Test
    void oneThatIsBehindDoesNot() {
        depth = BUSY;
        for (int i = 0; i < 1_000; i++) {
            now = now.plusSeconds(3);
            upTo = now.minus(FeedbackSilence.LATE).minusSeconds(1);
            silence.look();
            assertThat(proven()).isFalse();
        }
    }

    @Test
    void aLateReportStartsTheWaitAnew() {
        pass(LONG.minusSeconds(20), BUSY);
        lateAt = now;
        pass(Duration.ofSeconds(60), BUSY);
        assertThat(proven()).isFalse();
        pass(SendSettings.DEFAULT.longestTries(), BUSY);
        assertThat(proven()).isTrue();
    }

    @Test
    void whatHappenedWhileNobodyLookedIsNotKnown() {
        pass(LONG.minusSeconds(20), BUSY);
        now = now.plusSeconds(11);
        pass(Duration.ofSeconds(60), BUSY);
        assertThat(proven()).isFalse();
    }

    @Test
    void whileAReportIsParkedNothingIsProven() {
        pass(LONG, new Depth(0, 0, 1));
        assertThat(proven()).isFalse();
        depth = QUIET;
        now = now.plusSeconds(2);
        assertThat(proven()).isTrue();
    }

    private boolean proven() {
        return silence.provesNotTaken(ASKED);
    }

    /** As it goes: looked at every few seconds, while somebody asks. */
    private void pass(Duration time, Depth meanwhile) {
        depth = meanwhile;
        Instant until = now.plus(time);
        while (now.isBefore(until)) {
            now = now.plusSeconds(3);
            upTo = now.minusSeconds(1);
            silence.look();
            proven();
        }
    }
}
