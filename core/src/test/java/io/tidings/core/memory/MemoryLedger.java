package io.tidings.core.memory;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Page;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.MessageScan;
import io.tidings.core.ledger.Origin;
import io.tidings.core.statistics.CounterChanges;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class MemoryLedger implements MessageLedger, MessageScan {

    private static final int CAPACITY = 100;
    private static final int SCANNED = 7;

    private final Map<Key, Message> messages = new HashMap<>();
    private final MemoryBatches batches;
    private final MemoryStatistics statistics;

    MemoryLedger(MemoryBatches batches, MemoryStatistics statistics) {
        this.batches = batches;
        this.statistics = statistics;
    }

    @Override
    public synchronized Map<Key, Message> find(Collection<Key> keys) {
        Map<Key, Message> found = new HashMap<>();
        keys.stream().filter(messages::containsKey).forEach(key -> found.put(key, messages.get(key)));
        return found;
    }

    @Override
    public synchronized Written write(Entry entry) {
        if (!fits(entry)) {
            throw new IllegalArgumentException("more than one transaction holds");
        }
        BatchChange batch = entry.batch();
        if (batch != null
                && batches.find(batch.seen().key())
                        .filter(now -> now.isAs(batch.seen()))
                        .isEmpty()) {
            return new LostBatch();
        }
        for (Message message : entry.messages()) {
            Message now = messages.get(Key.of(message));
            if ((now == null ? 0 : now.revision()) != message.revision()) {
                return new Outdated();
            }
        }
        if (batch != null) {
            batches.replace(batch.seen(), batch.next(), new CounterChanges());
        }
        for (Message message : entry.messages()) {
            messages.put(Key.of(message), message.stored());
        }
        statistics.add(entry.counted());
        return new Stored();
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    public synchronized Page<Message> wentWrong(Origin origin, FactKind list, @Nullable String cursor, int limit) {
        return page(
                messages.values().stream()
                        .filter(message -> message.origin().equals(origin)
                                && message.listedUnder().filter(list::equals).isPresent()),
                message -> message.recipient().value(),
                cursor,
                limit);
    }

    @Override
    public synchronized Page<Message> of(RecipientId recipient, @Nullable String cursor, int limit) {
        return page(
                messages.values().stream().filter(message -> message.recipient().equals(recipient)),
                message -> message.origin().key(),
                cursor,
                limit);
    }

    @Override
    public synchronized Page<Message> page(int part, int parts, @Nullable String cursor) {
        return page(
                messages.values().stream().filter(message -> message.recipient().shard(parts) == part),
                message -> message.recipient() + message.origin().key(),
                cursor,
                SCANNED);
    }

    private static Page<Message> page(
            Stream<Message> found, Function<Message, String> order, @Nullable String cursor, int limit) {
        List<Message> rest = found.filter(
                        message -> cursor == null || order.apply(message).compareTo(cursor) > 0)
                .sorted(Comparator.comparing(order))
                .limit(limit + 1L)
                .toList();
        return rest.size() <= limit
                ? new Page<>(rest, null)
                : new Page<>(rest.subList(0, limit), order.apply(rest.get(limit - 1)));
    }
}
