package io.tidings.awslocal.sqs;

import io.tidings.awslocal.faults.Faults;
import io.tidings.awslocal.wire.Account;
import io.tidings.awslocal.wire.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All queues. One lock guards them: every step takes microseconds, and the journal has one order. */
public final class Queues implements AutoCloseable {
    private final Account account;
    private final Faults faults;
    private final InstantSource clock;
    private final Journal journal;
    private final Deliveries deliveries;
    private final Map<String, Queue> queues = new TreeMap<>();
    private final Map<Integer, Queue> byId;
    private final Map<String, MoveTask> moves = new HashMap<>();
    private long nextSeq;
    private int nextId;
    private long liveBytes;
    private final Ticker ticker;

    public Queues(Account account, Faults faults, InstantSource clock, Path folder) {
        this.account = account;
        this.faults = faults;
        this.clock = clock;
        journal = new Journal(folder.resolve("queues.log"));
        deliveries = new Deliveries(this, journal);
        var reader = new JournalReader(clock.millis());
        journal.replay(reader);
        byId = new HashMap<>(reader.queues());
        nextSeq = reader.nextSeq();
        for (var queue : byId.values()) {
            queue.settle(clock.millis());
            queues.put(queue.name, queue);
            queue.all().forEach(message -> liveBytes += message.length());
            nextId = Math.max(nextId, queue.id + 1);
        }
        ticker = new Ticker(this::tick);
    }

    Account account() {
        return account;
    }

    Faults faults() {
        return faults;
    }

    long now() {
        return clock.millis();
    }

    /** Does something under the lock; what it did is on record before anyone is answered. */
    synchronized <T> T together(Supplier<T> action) {
        try {
            return action.get();
        } finally {
            journal.flush();
            if (journal.isMostlyPast(liveBytes)) {
                journal.compact(byId.values());
            }
        }
    }

    Queue existing(String name) {
        var queue = queues.get(name);
        if (queue == null) {
            throw SqsErrors.noQueue();
        }
        return queue;
    }

    @Nullable
    Queue find(String name) {
        return queues.get(name);
    }

    List<Queue> all() {
        return new ArrayList<>(queues.values());
    }

    @Nullable
    String nameOf(int id) {
        var queue = byId.get(id);
        return queue == null ? null : queue.name;
    }

    Queue create(String name, Map<String, String> attributes, Map<String, String> tags) {
        var queue = new Queue(nextId++, name, now(), attributes, tags);
        queues.put(name, queue);
        byId.put(queue.id, queue);
        journal.queue(QueueJson.write(queue));
        return queue;
    }

    void changed(Queue queue) {
        queue.modified = now();
        journal.queue(QueueJson.write(queue));
    }

    void delete(Queue queue) {
        clear(queue);
        queues.remove(queue.name);
        byId.remove(queue.id);
        queue.waiters.forEach(waiter -> waiter.answer().accept(List.of()));
        journal.queueDeleted(queue.id);
    }

    void clear(Queue queue) {
        queue.all().forEach(message -> liveBytes -= message.length());
        queue.clear();
        journal.purged(queue.id);
    }

    Message add(Queue queue, byte[] body, Map<String, Attribute> attributes, long delayMillis) {
        var now = now();
        var encoded = attributes.isEmpty() ? new byte[0] : Json.bytes(attributes);
        var random = ThreadLocalRandom.current();
        var message = new Message(
                nextSeq++,
                new UUID(random.nextLong(), random.nextLong()),
                Digests.of(body),
                now,
                delayMillis == 0 ? 0 : now + delayMillis,
                encoded.length,
                body.length,
                -1);
        journal.message(queue.id, message, encoded, body);
        liveBytes += message.length();
        queue.add(message, now);
        deliveries.serve(queue);
        return message;
    }

    void remove(Queue queue, Message message) {
        message.deleted = true;
        queue.remove(message);
        liveBytes -= message.length();
        journal.deleted(message);
    }

    void move(Queue from, Queue to, Message message, int source) {
        from.remove(message);
        message.source = source;
        message.receives = 0;
        message.firstReceivedAt = 0;
        message.visibleAt = 0;
        to.add(message, now());
        journal.moved(message, to.id);
        deliveries.serve(to);
    }

    void visibility(Queue queue, Message message, long millis) {
        if (millis == 0) {
            queue.show(message);
        } else {
            queue.hide(message, now() + millis);
        }
        journal.state(message);
        deliveries.serve(queue);
    }

    List<Received> receive(Queue queue, int max, long visibilityMillis) {
        return deliveries.receive(queue, max, visibilityMillis);
    }

    Map<String, MoveTask> moves() {
        return moves;
    }

    /** Puts a message into a queue; false if there is no such queue. */
    public boolean send(String queueName, String body, Map<String, Attribute> attributes) {
        return together(() -> {
            var queue = queues.get(queueName);
            if (queue == null) {
                return false;
            }
            add(queue, body.getBytes(StandardCharsets.UTF_8), attributes, 0);
            return true;
        });
    }

    public void clear() {
        together(() -> {
            moves.clear();
            all().forEach(this::delete);
            return true;
        });
    }

    @Override
    public void close() {
        ticker.close();
        synchronized (this) {
            journal.close();
        }
    }

    private void tick(boolean isSlow) {
        together(() -> {
            var now = now();
            for (var queue : all()) {
                deliveries.serve(queue);
                deliveries.dismiss(queue, now);
                if (isSlow) {
                    queue.expired(now).forEach(message -> remove(queue, message));
                }
            }
            moves.values().forEach(task -> task.step(this));
            return true;
        });
    }
}
