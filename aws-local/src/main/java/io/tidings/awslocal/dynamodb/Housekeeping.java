package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.store.Storage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens in the background: expiry, and keeping the log short. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private static final long CHECKPOINT_CHECK_MS = 250;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("dynamodb-housekeeping").factory());
    private final Expiry expiry;

    @SuppressWarnings("FutureReturnValueIgnored") // A task that fails logs it itself.
    Housekeeping(Storage storage, Expiry expiry, DynamoDbSettings settings) {
        this.expiry = expiry;
        var millis = settings.sweepEvery().toMillis();
        thread.scheduleWithFixedDelay(() -> attempt(expiry::sweep), millis, millis, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(
                () -> attempt(() -> storage.checkpointIfLongerThan(settings.logBytes())),
                CHECKPOINT_CHECK_MS,
                CHECKPOINT_CHECK_MS,
                TimeUnit.MILLISECONDS);
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
