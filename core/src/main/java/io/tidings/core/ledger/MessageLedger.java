package io.tidings.core.ledger;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Page;
import io.tidings.core.statistics.CounterChanges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of every message. Messages, the counters they move and the batch they settle are written together or not at all. */
public interface MessageLedger {

    record Key(RecipientId recipient, Origin origin) {
        public static Key of(Message message) {
            return new Key(message.recipient(), message.origin());
        }
    }

    /** Those that exist, of any number. */
    Map<Key, Message> find(Collection<Key> keys);

    /** As they were a moment ago, for half the price: who writes what was read so finds out when it was outdated. */
    default Map<Key, Message> glance(Collection<Key> keys) {
        return find(keys);
    }

    /**
     * @param messages each with the revision it was read at; its next revision is stored
     * @param counted what the counters change by
     */
    record Entry(
            List<Message> messages,
            CounterChanges counted,
            @Nullable BatchChange batch) {}

    /** The batch as it was read, and as it is to be; an empty one is removed. */
    record BatchChange(Batch seen, Batch next) {}

    sealed interface Written {}

    record Stored() implements Written {}

    /** Somebody else wrote one of the messages since; read them again. */
    record Outdated() implements Written {}

    /** Somebody else holds the batch now; this writer must stop. */
    record LostBatch() implements Written {}

    Written write(Entry entry);

    /** How many messages, counter cells and batches one entry may touch together. */
    int capacity();

    /** Whether it can be written at once. */
    default boolean fits(Entry entry) {
        return entry.messages().size() + entry.counted().cells() + (entry.batch() == null ? 0 : 1) <= capacity();
    }

    /** The messages of an origin that lie under this kind in the index of what went wrong ({@link Message#listedUnder}). */
    Page<Message> wentWrong(Origin origin, FactKind list, @Nullable String cursor, int limit);

    /** Everything one person was sent, newest origin last. */
    Page<Message> of(RecipientId recipient, @Nullable String cursor, int limit);

    /** Of the campaigns and of the notifications one person was sent the newest few, in no order. */
    default List<Message> newest(RecipientId recipient, int limit) {
        List<Message> campaigns = new ArrayList<>();
        List<Message> notifications = new ArrayList<>();
        String cursor = null;
        do {
            Page<Message> page = of(recipient, cursor, limit);
            for (Message message : page.items()) {
                List<Message> kind = message.origin() instanceof Origin.OfCampaign ? campaigns : notifications;
                kind.add(message);
                if (kind.size() > limit) {
                    kind.removeFirst();
                }
            }
            cursor = page.next();
        } while (cursor != null);
        campaigns.addAll(notifications);
        return campaigns;
    }
}
