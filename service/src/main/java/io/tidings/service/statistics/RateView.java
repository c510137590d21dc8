package io.tidings.service.statistics;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.statistics.Rate;
import org.jspecify.annotations.Nullable;

/** A ratio, what it is a ratio of, and between what the true one lies (95 %); no value while nothing is in the denominator. */
@Serdeable
@Schema(name = "Ratio")
record RateView(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        long numerator,
        long denominator,
        String of) {

    static RateView of(long numerator, long denominator, String of) {
        Rate rate = new Rate(numerator, denominator, of);
        return new RateView(rate.value(), rate.low(), rate.high(), numerator, denominator, of);
    }
}
