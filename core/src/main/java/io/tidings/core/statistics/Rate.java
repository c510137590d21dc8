package io.tidings.core.statistics;

import org.jspecify.annotations.Nullable;

/**
 * A ratio that names what it is a ratio of. Between {@code low} and {@code high} the true rate lies in 95 of 100 cases: one complaint
 * among ten mails says little, a thousand among ten thousand a lot.
 */
public record Rate(long numerator, long denominator, String of) {

    // The normal distribution's quantile for 95 %.
    private static final double Z = 1.959964;

    public @Nullable Double value() {
        return denominator <= 0 ? null : Double.valueOf((double) numerator / denominator);
    }

    public @Nullable Double low() {
        return denominator <= 0 ? null : Double.valueOf(Math.max(0, centre() - spread()));
    }

    public @Nullable Double high() {
        return denominator <= 0 ? null : Double.valueOf(Math.min(1, centre() + spread()));
    }

    /** A late event may count in another bucket than what it is a part of; the interval is that of the nearest possible ratio. */
    private double share() {
        return Math.clamp((double) numerator / denominator, 0, 1);
    }

    // E. B. Wilson, Probable inference (1927): stays within 0 and 1 and holds for small numbers.
    private double centre() {
        return (share() + Z * Z / (2 * denominator)) / (1 + Z * Z / denominator);
    }

    private double spread() {
        double p = share();
        double n = denominator;
        return Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    }
}
