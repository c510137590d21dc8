package io.tidings.core.sending;

import java.time.Duration;

/**
 * @param lease how long a claimed batch is left alone before another worker may look after it
 * @param turn how long one worker holds a batch before it gives the rest back; well below the lease
 * @param grace how long the events are waited for before an unknown message is sent again
 * @param redelivery after how long a report that somebody took and did not record is handed out again
 * @param tries how often it is, before it is parked
 */
public record SendSettings(Duration lease, Duration turn, Duration grace, Duration redelivery, int tries) {

    public static final SendSettings DEFAULT = new SendSettings(
            Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofSeconds(90), Duration.ofSeconds(60), 5);

    public SendSettings {
        if (turn.compareTo(lease) >= 0) {
            throw new IllegalArgumentException("a turn of " + turn + " must be shorter than the lease of " + lease);
        }
    }

    /** From the grace period's end on, until a report that somebody had taken is surely recorded or parked, while all goes smoothly. */
    public Duration longestTries() {
        return redelivery.plus(FeedbackSilence.LATE).multipliedBy(tries);
    }
}
