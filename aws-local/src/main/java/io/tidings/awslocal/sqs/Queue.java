package io.tidings.awslocal.sqs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One queue: who can be received now, who later. Its caller holds the lock. */
final class Queue {
    /** A message is hidden until a time; if that changed meanwhile, this is void. */
    private record Hidden(long until, Message message) {}

    private static final int MOST_VOID = 10_000;

    final int id;
    final String name;
    final long created;
    long modified;
    Map<String, String> attributes;
    Map<String, String> tags;

    final ArrayDeque<Waiter> waiters = new ArrayDeque<>();
    private final TreeMap<Long, Message> live = new TreeMap<>();
    private final ArrayDeque<Message> ready = new ArrayDeque<>();
    private final PriorityQueue<Hidden> hidden = new PriorityQueue<>(Comparator.comparingLong(Hidden::until));

    Queue(int id, String name, long created, Map<String, String> attributes, Map<String, String> tags) {
        this.id = id;
        this.name = name;
        this.created = created;
        this.modified = created;
        this.attributes = attributes;
        this.tags = tags;
    }

    void add(Message message, long now) {
        live.put(message.seq, message);
        place(message, now);
    }

    private void place(Message message, long now) {
        if (message.visibleAt <= now) {
            ready.add(message);
        } else {
            hidden.add(new Hidden(message.visibleAt, message));
        }
    }

    @Nullable
    Message find(long seq) {
        return live.get(seq);
    }

    /** The next that can be received; it stays in the queue. */
    @Nullable
    Message next(long now) {
        reveal(now);
        Message message;
        do {
            message = ready.poll();
        } while (message != null && (message.deleted || message.visibleAt > now || !live.containsKey(message.seq)));
        return message;
    }

    void hide(Message message, long until) {
        message.visibleAt = until;
        hidden.add(new Hidden(until, message));
        // What was deleted in flight is still in the row until its time.
        if (hidden.size() > 2 * live.size() + MOST_VOID) {
            settle(0);
        }
    }

    /** Places every message anew, by what is known of it. */
    void settle(long now) {
        ready.clear();
        hidden.clear();
        live.values().forEach(message -> place(message, now));
    }

    void show(Message message) {
        message.visibleAt = 0;
        ready.add(message);
    }

    void remove(Message message) {
        live.remove(message.seq);
    }

    List<Message> all() {
        return new ArrayList<>(live.values());
    }

    void clear() {
        live.values().forEach(message -> message.deleted = true);
        live.clear();
        ready.clear();
        hidden.clear();
    }

    int size() {
        return live.size();
    }

    /** Messages older than the queue keeps them. */
    List<Message> expired(long now) {
        var oldest = now - QueueAttributes.number(attributes, "MessageRetentionPeriod") * 1000;
        var expired = new ArrayList<Message>();
        for (var message : live.values()) {
            if (message.sentAt >= oldest) {
                break;
            }
            expired.add(message);
        }
        return expired;
    }

    /** How many can be received, are in flight, are delayed. */
    record Counts(long visible, long inFlight, long delayed) {}

    Counts counts(long now) {
        long visible = 0;
        long flying = 0;
        for (var message : live.values()) {
            if (message.visibleAt <= now) {
                visible++;
            } else if (message.receives > 0) {
                flying++;
            }
        }
        return new Counts(visible, flying, live.size() - visible - flying);
    }

    private void reveal(long now) {
        for (var first = hidden.peek(); first != null && first.until() <= now; first = hidden.peek()) {
            hidden.poll();
            var message = first.message();
            if (!message.deleted && message.visibleAt == first.until()) {
                ready.add(message);
            }
        }
    }
}
