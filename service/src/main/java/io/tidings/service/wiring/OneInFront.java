package io.tidings.service.wiring;

import io.tidings.core.sending.FrontOfLine;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Who came first stands in front first. */
final class OneInFront implements FrontOfLine {

    private final Semaphore free = new Semaphore(1, true);

    @Override
    public @Nullable Place enter(Duration longest) throws InterruptedException {
        if (!free.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            return null;
        }
        AtomicBoolean left = new AtomicBoolean();
        return () -> {
            if (!left.getAndSet(true)) {
                free.release();
            }
        };
    }
}
