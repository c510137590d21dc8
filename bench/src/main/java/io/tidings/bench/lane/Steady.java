package io.tidings.bench.lane;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Does something so many times a second, whether or not the earlier ones have come to their end. */
final class Steady {

    private Steady() {}

    interface Work {
        /** @param dueNanos when it should have begun: what it waited for is part of how long it took */
        void run(int i, long dueNanos) throws InterruptedException;
    }

    /** Returns when all have come to their end. */
    static void run(double perSecond, Duration time, Work work) {
        int count = (int) (perSecond * time.toMillis() / 1e3);
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = i;
                long due = began + (long) (i * 1e9 / perSecond);
                sleepUntil(due);
                threads.submit(() -> {
                    work.run(number, due);
                    return null;
                });
            }
        }
    }

    private static void sleepUntil(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, nanos - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
