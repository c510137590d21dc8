package io.tidings.awslocal.ses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    private final TokenBucket bucket = new TokenBucket();

    @Test
    void oneSecondsWorthPassesAndNoMore() {
        var passed = 0;
        for (var i = 0; i < 100; i++) {
            passed += bucket.take(1, 14, 0) ? 1 : 0;
        }
        assertThat(passed).isEqualTo(14);
    }

    @Test
    void steadyRateIsNeverRefused() {
        for (var i = 0; i < 1_000; i++) {
            assertThat(bucket.take(1, 10, i * SECOND / 10)).isTrue();
        }
    }

    @Test
    void mailToFivePassesAtOneASecondAndHoldsUpTheNextForFive() {
        assertThat(bucket.take(5, 1, 0)).isTrue();
        assertThat(bucket.take(1, 1, 4 * SECOND)).isFalse();
        assertThat(bucket.take(1, 1, 5 * SECOND)).isTrue();
    }

    @Test
    void idleTimeSavesNothingUp() {
        assertThat(bucket.take(1, 2, 0)).isTrue();
        var passed = 0;
        for (var i = 0; i < 10; i++) {
            passed += bucket.take(1, 2, 3_600 * SECOND) ? 1 : 0;
        }
        assertThat(passed).isEqualTo(2);
    }

    @Test
    void noRateIsNoLimit() {
        assertThat(bucket.take(1_000_000, AccountState.UNLIMITED, 0)).isTrue();
        assertThat(bucket.take(1_000_000, AccountState.UNLIMITED, 0)).isTrue();
    }
}
