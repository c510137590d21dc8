package io.tidings.core.notification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far a notification has come.
 *
 * @param due when the sweep looks after it, for as long as it is not over
 * @param fence grows with every change; who saw an older one writes nothing
 * @param leasedUntil no other worker takes it before
 * @param askedAt when it was last handed to SES; until an outcome is recorded it is unknown
 * @param attempts how often it was handed to SES
 * @param quietUntil until when quiet hours hold it back, or did before it was asked for
 * @param countedOn the day on which it was counted against the recipient's cap, so that it is counted once
 * @param refusal known when it was posted; nothing is sent
 * @param endedAt when it was withdrawn or had its outcome
 */
public record Progress(
        State state,
        @Nullable Instant due,
        long fence,
        @Nullable Instant leasedUntil,
        @Nullable Instant askedAt,
        long attempts,
        @Nullable Instant quietUntil,
        @Nullable String countedOn,
        @Nullable Refusal refusal,
        @Nullable Instant endedAt) {

    public Progress {
        // As exact as the index stores it.
        due = due == null ? null : due.truncatedTo(ChronoUnit.MILLIS);
    }

    public enum State {
        WAITING,
        WITHDRAWN,
        DONE
    }

    public static Progress waiting(Instant due, @Nullable Refusal refusal) {
        return new Progress(State.WAITING, due, 0, null, null, 0, null, null, refusal, null);
    }

    Progress claimed(Instant now, Instant until, @Nullable String day) {
        String counted = day == null ? countedOn : day;
        return new Progress(state, due, fence + 1, until, now, attempts + 1, quietUntil, counted, refusal, null);
    }

    /** SES did not answer: whoever looks next at {@code due} asks what it reports. */
    Progress released(Instant due) {
        return new Progress(state, due, fence + 1, null, askedAt, attempts, quietUntil, countedOn, refusal, endedAt);
    }

    /** Surely not asked, so nothing is unknown. */
    Progress givenBack(Instant due) {
        return new Progress(state, due, fence + 1, null, null, attempts, quietUntil, countedOn, refusal, endedAt);
    }

    Progress quiet(Instant until) {
        return new Progress(state, until, fence + 1, null, askedAt, attempts, until, countedOn, refusal, endedAt);
    }

    Progress over(State how, Instant now) {
        return new Progress(how, null, fence + 1, null, askedAt, attempts, null, countedOn, refusal, now);
    }
}
