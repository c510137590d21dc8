package io.tidings.core.notification;

import java.time.Instant;
import java.util.Optional;

/** What requests with a key were answered. A request that takes many writes is claimed first, and answered when they are done. */
public interface AnswerStore {

    Optional<KeyedAnswer> find(String key, Instant now);

    sealed interface Claim {}

    /** It is this caller's until the lease ends: nobody had it, or who had it died over the same request. */
    record Mine() implements Claim {}

    record InFlight(String request, Instant leasedUntil) implements Claim {}

    record Answered(KeyedAnswer answer) implements Claim {}

    Claim claim(String key, String request, Instant now, Instant leasedUntil, Instant expiresAt);

    /** The first answer stays: this one or, where somebody was quicker, the other's. */
    KeyedAnswer answer(KeyedAnswer answer);
}
