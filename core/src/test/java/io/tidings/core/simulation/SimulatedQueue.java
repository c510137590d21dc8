package io.tidings.core.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** In no order, some twice, each until it was worked off. */
final class SimulatedQueue<T> {

    /** The work on a message; it throws when it crashed, and then the message stays. */
    interface Work<T> {
        void on(T message) throws InterruptedException;
    }

    private record Entry<T>(T message, Instant visibleAt) {}

    private final List<Entry<T>> entries = new ArrayList<>();
    private final Random random;

    SimulatedQueue(Random random) {
        this.random = random;
    }

    void post(T message, Instant visibleAt) {
        entries.add(new Entry<>(message, visibleAt));
    }

    void clear() {
        entries.clear();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    int size() {
        return entries.size();
    }

    /** Works on one message that is visible; false when none is. */
    boolean work(Instant now, Work<T> work) throws InterruptedException {
        List<Entry<T>> visible = entries.stream()
                .filter(entry -> !entry.visibleAt().isAfter(now))
                .toList();
        if (visible.isEmpty()) {
            return false;
        }
        Entry<T> taken = visible.get(random.nextInt(visible.size()));
        boolean redelivered = random.nextInt(20) == 0;
        try {
            work.on(taken.message());
        } catch (Crash e) {
            return true;
        }
        if (!redelivered) {
            entries.remove(taken);
        }
        return true;
    }
}
