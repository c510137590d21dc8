package io.tidings.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.campaign.Settings.GuardLimits;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class GuardTest {

    private static final PauseKind BOUNCES = PauseKind.TOO_MANY_BOUNCES;
    private static final PauseKind COMPLAINTS = PauseKind.TOO_MANY_COMPLAINTS;
    private final Guard guard = new Guard(0.04, 0.0008, 500);

    private boolean stops(PauseKind kind, long tried, long bounced, long complained) {
        return guard.judge(kind, new GuardBaseline(tried, bounced, complained), null)
                .isPresent();
    }

    @Test
    void tenBadAddressesAtTheStartOfALargeSendDoNotStopIt() {
        assertThat(stops(BOUNCES, 10, 10, 0)).isFalse();
        assertThat(stops(BOUNCES, 200, 10, 0)).isFalse();
        assertThat(stops(BOUNCES, 500, 10, 0)).isFalse();
        assertThat(stops(BOUNCES, 500, 25, 0)).isFalse();
    }

    @Test
    void aTrulyBadListStopsAsSoonAsTheMinimumIsReached() {
        assertThat(stops(BOUNCES, 499, 100, 0)).isFalse();
        assertThat(stops(BOUNCES, 500, 40, 0)).isTrue();
    }

    @Test
    void aSlightlyBadListStopsWhenItIsSure() {
        assertThat(stops(BOUNCES, 1_000, 47, 0)).isFalse();
        assertThat(stops(BOUNCES, 100_000, 4_700, 0)).isTrue();
        assertThat(stops(BOUNCES, 1_000_000, 39_000, 0)).isFalse();
    }

    @Test
    void twoComplaintsAreNotEnoughAndThreeOfFiveHundredAre() {
        assertThat(stops(COMPLAINTS, 500, 0, 2)).isFalse();
        assertThat(stops(COMPLAINTS, 500, 0, 3)).isTrue();
        assertThat(stops(COMPLAINTS, 100_000, 0, 60)).isFalse();
        assertThat(stops(COMPLAINTS, 100_000, 0, 120)).isTrue();
    }

    @Test
    void aCampaignsOwnLimitsTakeThePlaceOfTheDeployments() {
        Guard strict = guard.with(new GuardLimits(0.01, null, 100L));
        GuardBaseline seen = new GuardBaseline(200, 12, 0);
        assertThat(strict.judge(BOUNCES, seen, null)).isPresent();
        assertThat(guard.judge(BOUNCES, seen, null)).isEmpty();
        assertThat(strict.complaintRate()).isEqualTo(guard.complaintRate());
    }

    @Test
    void whatSomebodyHasSeenIsNotJudgedAgain() {
        GuardBaseline seen = new GuardBaseline(500, 40, 0);
        assertThat(guard.judge(BOUNCES, seen, seen)).isEmpty();
        assertThat(guard.judge(BOUNCES, new GuardBaseline(1_100, 50, 0), seen)).isEmpty();
        GuardEvidence evidence =
                guard.judge(BOUNCES, new GuardBaseline(1_100, 100, 0), seen).orElseThrow();
        assertThat(evidence.count()).isEqualTo(60);
        assertThat(evidence.of()).isEqualTo(600);
        assertThat(evidence.since()).isEqualTo(500);
        assertThat(evidence.rate()).isEqualTo(0.1);
        assertThat(evidence.words()).isEqualTo("60 of 600 are 10.0 %; the limit is 4.0 %");
    }

    @Property
    void theBoundIsBelowTheRateAndComesNearerWithMoreMessages(
            @ForAll @LongRange(min = 1, max = 10_000_000) long of,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        long count = Math.round(of * share);
        double bound = Guard.lowerBound(count, of);
        assertThat(bound).isBetween(0.0, (double) count / of + 1e-12);
        assertThat(Guard.lowerBound(count * 10, of * 10)).isGreaterThanOrEqualTo(bound - 1e-12);
    }

    @Property
    void moreBouncesNeverSpeakForGoingOn(
            @ForAll @LongRange(min = 500, max = 100_000) long tried,
            @ForAll @DoubleRange(min = 0, max = 0.3) double share) {
        long bounced = Math.round(tried * share);
        if (stops(BOUNCES, tried, bounced, 0)) {
            assertThat(stops(BOUNCES, tried, bounced + 1, 0)).isTrue();
            assertThat((double) bounced / tried).isGreaterThan(0.04);
        }
    }
}
