package io.tidings.core.simulation;

import java.util.Random;

/** As after kill -9: whoever was at it is gone, and what he had not stored with him. An error, for nobody may live on after it. */
final class Crash extends Error {

    private static final long serialVersionUID = 1;

    /** Dies before or after the write, now and then, for as long as {@code left} lasts. */
    static final class Dice {
        private final Random random;
        private int left;

        Dice(Random random, int left) {
            this.random = random;
            this.left = left;
        }

        <T> T around(java.util.function.Supplier<T> write) {
            maybe();
            T result = write.get();
            maybe();
            return result;
        }

        private void maybe() {
            if (left > 0 && random.nextInt(25) == 0) {
                left--;
                throw new Crash();
            }
        }
    }
}
