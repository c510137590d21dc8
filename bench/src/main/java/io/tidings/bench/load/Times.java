package io.tidings.bench.load;

import java.util.Collection;

/** How long things took, in milliseconds. */
public final class Times {

    private final double[] sorted;

    public Times(Collection<? extends Number> millis) {
        this.sorted = millis.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was timed");
        }
    }

    /** So long this part of them took at most: 0.95 is the 95th percentile. */
    public double within(double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
    }

    public double longest() {
        return sorted[sorted.length - 1];
    }
}
