package io.tidings.awslocal.sqs;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks often for what is due, and now and then for what is out of date. */
final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final long MILLIS = 20;
    private static final long SLOW = 500;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sqs-ticker").daemon().factory());
    private long turns;

    Ticker(Consumer<Boolean> tick) {
        var unused = thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        tick.accept(++turns % SLOW == 0);
                    } catch (RuntimeException e) {
                        LOG.error("SQS missed a turn", e);
                    }
                },
                MILLIS,
                MILLIS,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
