package io.tidings.core.ledger;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.ledger.MessageLedger.BatchChange;
import io.tidings.core.ledger.MessageLedger.Entry;
import io.tidings.core.ledger.MessageLedger.Key;
import io.tidings.core.statistics.CounterChanges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Joins facts to what is known, and stores messages and counters in one transaction; a second time changes nothing. */
public final class Recorder {

    private static final int TRIES = 50;

    private final MessageLedger ledger;

    public Recorder(MessageLedger ledger) {
        this.ledger = ledger;
    }

    /** Facts newly learnt of one message. */
    public record News(
            EmailAddress address, Origin origin, @Nullable String templateId, List<Fact> facts) {
        Key key() {
            return new Key(address.recipientId(), origin);
        }
    }

    /** Records what SES or anybody else reported. */
    public void record(List<News> news) {
        for (List<News> part : parts(news)) {
            store(part, known(part), null);
        }
    }

    /**
     * Records the outcomes of a batch and takes those recipients out of it.
     *
     * @return the batch as it is now, or nothing when somebody else holds it
     */
    public @Nullable Batch settle(Batch batch, List<News> outcomes) {
        Batch now = batch;
        for (List<News> part : parts(outcomes)) {
            // What the sender records is nearly always the first that is known of a message, so nothing is read before.
            now = store(part, Map.of(), now);
            if (now == null) {
                return null;
            }
        }
        return now;
    }

    private @Nullable Batch store(List<News> news, Map<Key, Message> assumed, @Nullable Batch batch) {
        Map<Key, Message> known = assumed;
        for (int i = 0; i < TRIES; i++) {
            Entry entry = entry(news, known, batch);
            if (size(entry) > ledger.capacity() && news.size() > 1) {
                int half = news.size() / 2;
                Batch between = store(news.subList(0, half), known, batch);
                return batch != null && between == null ? null : store(news.subList(half, news.size()), known, between);
            }
            if (entry.messages().isEmpty() && batch == null) {
                return null;
            }
            switch (ledger.write(entry)) {
                case MessageLedger.Stored() -> {
                    return entry.batch() == null ? null : entry.batch().next();
                }
                case MessageLedger.LostBatch() -> {
                    return null;
                }
                case MessageLedger.Outdated() -> known = known(news);
            }
        }
        throw new IllegalStateException("after " + TRIES + " tries others still write the same messages");
    }

    private static Entry entry(List<News> news, Map<Key, Message> known, @Nullable Batch batch) {
        List<Message> changed = new ArrayList<>();
        CounterChanges counted = new CounterChanges();
        for (News one : news) {
            Message before =
                    known.getOrDefault(one.key(), Message.unseen(one.address(), one.origin(), one.templateId()));
            Message after = before.with(one.facts());
            if (!after.facts().equals(before.facts())) {
                changed.add(after);
                counted.addAll(after.tally(), 1).addAll(before.tally(), -1);
            }
        }
        BatchChange settled = batch == null ? null : new BatchChange(batch, batch.without(recipients(news)));
        return new Entry(changed, counted, settled);
    }

    private static int size(Entry entry) {
        return entry.messages().size() + entry.counted().cells() + 1;
    }

    private Map<Key, Message> known(List<News> news) {
        return ledger.find(news.stream().map(News::key).toList());
    }

    private static Set<RecipientId> recipients(List<News> news) {
        return news.stream().map(one -> one.address().recipientId()).collect(Collectors.toSet());
    }

    /** One entry a message, in parts that with the usual number of counters fit into one transaction. */
    private List<List<News>> parts(List<News> news) {
        Map<Key, News> byMessage = new LinkedHashMap<>();
        news.forEach(one -> byMessage.merge(one.key(), one, Recorder::together));
        List<News> all = List.copyOf(byMessage.values());
        int most = Math.max(1, ledger.capacity() * 4 / 5);
        List<List<News>> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i += most) {
            parts.add(all.subList(i, Math.min(all.size(), i + most)));
        }
        return parts;
    }

    private static News together(News a, News b) {
        List<Fact> facts = new ArrayList<>(a.facts());
        facts.addAll(b.facts());
        return new News(a.address(), a.origin(), a.templateId() == null ? b.templateId() : a.templateId(), facts);
    }
}
