package io.tidings.core.sending;

import java.time.Duration;

/** Waits; what for and how long is computed elsewhere. */
public interface Pause {
    void sleep(Duration delay) throws InterruptedException;
}
