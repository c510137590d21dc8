package io.tidings.core.sending;

import java.time.Instant;

/** How the processors of SES's reports get on. */
public interface FeedbackReading {

    /**
     * @param upTo when what was read lately had been put into the queue
     * @param lateAt when a report was last met that had been there for long
     */
    record Reading(Instant upTo, Instant lateAt) {}

    Reading now();
}
