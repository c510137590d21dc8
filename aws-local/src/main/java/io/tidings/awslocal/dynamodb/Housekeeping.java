package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.store.Storage;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens in the background: expiry, and keeping the log short. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("dynamodb-housekeeping").factory());
    private final Expiry expiry;

    @SuppressWarnings("FutureReturnValueIgnored") // A task that fails logs it itself.
    Housekeeping(Storage storage, Expiry expiry, Duration sweepEvery) {
        this.expiry = expiry;
        var millis = sweepEvery.toMillis();
        thread.scheduleWithFixedDelay(() -> attempt(expiry::sweep), millis, millis, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(() -> attempt(storage::checkpointIfDue), 1, 1, TimeUnit.SECONDS);
    }

    void sweep() {
        expiry.sweep();
    }

    @Override
    public void close() {
        thread.close();
    }

    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("DynamoDB's housekeeping failed", e);
        }
    }
}
