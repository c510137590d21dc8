package io.tidings.core.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

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
        return work(now, 1, messages -> work.on(messages.getFirst()));
    }

    /** Works on some of those that are visible together; false when none is. */
    boolean work(Instant now, int most, Work<List<T>> work) throws InterruptedException {
        List<Entry<T>> visible = new ArrayList<>(entries.stream()
                .filter(entry -> !entry.visibleAt().isAfter(now))
                .toList());
        if (visible.isEmpty()) {
            return false;
        }
        int count = most == 1 ? 1 : Math.min(visible.size(), 1 + random.nextInt(most));
        List<Entry<T>> taken = IntStream.range(0, count)
                .mapToObj(_ -> visible.remove(random.nextInt(visible.size())))
                .toList();
        List<Entry<T>> notRedelivered =
                taken.stream().filter(_ -> random.nextInt(20) > 0).toList();
        try {
            work.on(taken.stream().map(Entry::message).toList());
        } catch (Crash e) {
            return true;
        }
        notRedelivered.forEach(entries::remove);
        return true;
    }
}
