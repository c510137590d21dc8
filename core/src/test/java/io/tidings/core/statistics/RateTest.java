package io.tidings.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RateTest {

    private static final Offset<Double> NEARLY = Offset.offset(0.0005);

    @Test
    void littleIsKnownFromLittle() {
        // Wilson's interval of 1 in 10, as textbooks have it.
        Rate rate = new Rate(1, 10, "delivered");
        assertThat(rate.value()).isEqualTo(0.1);
        assertThat(rate.low()).isCloseTo(0.0179, NEARLY);
        assertThat(rate.high()).isCloseTo(0.4042, NEARLY);
    }

    @Test
    void muchIsKnownFromMuch() {
        Rate rate = new Rate(1_000, 10_000, "delivered");
        assertThat(rate.low()).isCloseTo(0.0943, NEARLY);
        assertThat(rate.high()).isCloseTo(0.1060, NEARLY);
    }

    @Test
    void nothingOfNothingHasNoRate() {
        Rate rate = new Rate(0, 0, "delivered");
        assertThat(rate.value()).isNull();
        assertThat(rate.low()).isNull();
        assertThat(rate.high()).isNull();
    }

    @Test
    void lateEventsOfAnotherDayCanBeMoreThanTheirDay() {
        Rate rate = new Rate(12, 10, "delivered");
        assertThat(rate.value()).isEqualTo(1.2);
        assertThat(rate.high()).isCloseTo(1.0, NEARLY);
    }
}
