package io.tidings.core.deadletter;

import io.tidings.core.deadletter.DeadLetterQueue.Held;
import io.tidings.core.deadletter.FailureLog.Cause;
import io.tidings.core.deadletter.FailureLog.Discarded;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at parked messages without consuming them, and sends back or discards one of them. A message goes away only after it is stored
 * elsewhere, so a crash at any point leaves it here, at worst in both places; and processing a message twice changes nothing.
 */
public final class DeadLetters {

    /** After this, what a process held that died is there again. */
    private static final Duration HELD = Duration.ofSeconds(30);
    /** A queue hands out ten at a time; to look for one among more than these would take longer than it is held. */
    private static final int MOST_SEARCHED = 1_000;

    private static final int AT_ONCE = 10;

    private final FailureLog failures;
    private final InstantSource clock;

    public DeadLetters(FailureLog failures, InstantSource clock) {
        this.failures = failures;
        this.clock = clock;
    }

    public record Parked(Held message, @Nullable Cause cause) {}

    /** @param waiting how many there are, approximately; the messages may be fewer */
    public record Look(long waiting, List<Parked> messages) {}

    public Look look(DeadLetterQueue queue, int most) {
        List<Held> seen = new ArrayList<>();
        try {
            long waiting = queue.waiting();
            while (seen.size() < Math.min(most, waiting)) {
                List<Held> some = queue.hold(Math.min(AT_ONCE, most - seen.size()), HELD);
                if (some.isEmpty()) {
                    break;
                }
                seen.addAll(some);
            }
            Map<String, Cause> causes =
                    failures.causes(seen.stream().map(Held::id).toList());
            return new Look(
                    Math.max(waiting, seen.size()),
                    seen.stream()
                            .map(held -> new Parked(held, causes.get(held.id())))
                            .toList());
        } finally {
            queue.giveBack(seen);
        }
    }

    /** False when the message is not found: somebody was faster, or holds it at this moment. */
    public boolean redrive(DeadLetterQueue queue, String id) {
        return take(queue, id, queue::repost);
    }

    /** @return what was kept of it; nothing when the message is not found */
    public Optional<Discarded> discard(DeadLetterQueue queue, String id, String by, String why) {
        List<Discarded> kept = new ArrayList<>();
        take(queue, id, held -> {
            Cause cause = failures.causes(List.of(id)).get(id);
            Discarded discarded = new Discarded(
                    queue.name(),
                    id,
                    held.body(),
                    held.sentAt(),
                    cause == null ? null : cause.words(),
                    by,
                    why,
                    clock.instant());
            failures.keep(discarded);
            kept.add(discarded);
        });
        return kept.stream().findFirst();
    }

    /** Stores the message elsewhere, and only then removes it. */
    private static boolean take(DeadLetterQueue queue, String id, Consumer<Held> store) {
        List<Held> others = new ArrayList<>();
        try {
            while (others.size() < MOST_SEARCHED) {
                List<Held> some = queue.hold(AT_ONCE, HELD);
                if (some.isEmpty()) {
                    return false;
                }
                some.stream().filter(held -> !held.id().equals(id)).forEach(others::add);
                Held found = some.stream()
                        .filter(held -> held.id().equals(id))
                        .findFirst()
                        .orElse(null);
                if (found != null) {
                    store.accept(found);
                    queue.remove(found);
                    return true;
                }
            }
            return false;
        } finally {
            queue.giveBack(others);
        }
    }
}
