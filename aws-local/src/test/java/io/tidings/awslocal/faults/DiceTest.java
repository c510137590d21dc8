package io.tidings.awslocal.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DiceTest {
    @Test
    void sameSeedDecidesTheSame() {
        var first = new Dice(7);
        var second = new Dice(7);
        for (var i = 0; i < 1_000; i++) {
            assertThat(first.roll("a", 0.3)).isEqualTo(second.roll("a", 0.3));
            assertThat(first.rollFor("b", "thing" + i, 0.3)).isEqualTo(second.rollFor("b", "thing" + i, 0.3));
        }
    }

    @Test
    void otherSeedDecidesOtherwise() {
        var first = new Dice(7);
        var second = new Dice(8);
        assertThat(IntStream.range(0, 100).allMatch(i -> first.roll("a", 0.5) == second.roll("a", 0.5)))
                .isFalse();
    }

    @Test
    void rateIsKept() {
        var dice = new Dice(1);
        var struck =
                IntStream.range(0, 100_000).filter(i -> dice.roll("a", 0.02)).count();
        var struckFor = IntStream.range(0, 100_000)
                .filter(i -> dice.rollFor("b", "r" + i + "@example.com", 0.02))
                .count();
        assertThat((double) struck).isCloseTo(2_000, within(300.0));
        assertThat((double) struckFor).isCloseTo(2_000, within(300.0));
    }

    @Test
    void neverAndAlwaysAreExact() {
        var dice = new Dice(1);
        assertThat(IntStream.range(0, 1_000).anyMatch(i -> dice.roll("a", 0))).isFalse();
        assertThat(IntStream.range(0, 1_000).allMatch(i -> dice.roll("a", 1))).isTrue();
    }
}
