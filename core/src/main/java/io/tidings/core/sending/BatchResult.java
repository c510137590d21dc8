package io.tidings.core.sending;

import java.time.Duration;

/** What is to become of the queue message that asked for a batch. */
public sealed interface BatchResult {

    /** Everybody in it has an outcome. */
    record Settled() implements BatchResult {}

    /** Not to be sent now; resuming the campaign asks for it again. */
    record Dropped() implements BatchResult {}

    /** Something is left to do, not before {@code delay}. */
    record Again(Duration delay, String why) implements BatchResult {}
}
