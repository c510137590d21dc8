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

    /** Facts newly learnt of one message; what it is of is told as far as it is known. */
    public record News(
            EmailAddress address,
            Origin origin,
            @Nullable String templateId,
            @Nullable String topic,
            List<Fact> facts) {

        public News(EmailAddress address, Origin origin, @Nullable String templateId, List<Fact> facts) {
            this(address, origin, templateId, null, facts);
        }

        Key key() {
            return new Key(address.recipientId(), origin);
        }
    }

    /** Records what SES or anybody else reported. */
    public void record(List<News> news) {
        List<News> all = together(news);
        if (!all.isEmpty()) {
            store(all, ledger.glance(all.stream().map(News::key).toList()), null);
        }
    }

    /** Records what is nearly always the first that is known of each message, so nothing is read before. */
    public void recordFirst(List<News> news) {
        store(together(news), Map.of(), null);
    }

    /**
     * Records the outcomes of a batch and takes those recipients out of it.
     *
     * @return the batch as it is now, or nothing when somebody else holds it
     */
    public @Nullable Batch settle(Batch batch, List<News> outcomes) {
        // What the sender records is nearly always the first that is known of a message, so nothing is read before.
        return store(together(outcomes), Map.of(), batch);
    }

    /** As much at once as a transaction holds, one after the other. */
    private @Nullable Batch store(List<News> news, Map<Key, Message> assumed, @Nullable Batch batch) {
        Batch now = batch;
        int most = ledger.capacity();
        for (int done = 0; done < news.size(); ) {
            List<News> part = news.subList(done, Math.min(news.size(), done + most));
            Entry entry = entry(part, assumed, now);
            while (part.size() > 1 && !ledger.fits(entry)) {
                part = part.subList(0, part.size() - Math.max(1, part.size() / 8));
                entry = entry(part, assumed, now);
            }
            most = part.size();
            now = write(part, entry, now);
            if (batch != null && now == null) {
                return null;
            }
            done += part.size();
        }
        return now;
    }

    private @Nullable Batch write(List<News> news, Entry first, @Nullable Batch batch) {
        Entry entry = first;
        for (int i = 0; i < TRIES; i++) {
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
                case MessageLedger.Outdated() -> entry = entry(news, known(news), batch);
            }
            if (!ledger.fits(entry) && news.size() > 1) {
                return store(news, known(news), batch);
            }
        }
        throw new IllegalStateException("after " + TRIES + " tries others still write the same messages");
    }

    private static Entry entry(List<News> news, Map<Key, Message> known, @Nullable Batch batch) {
        List<Message> changed = new ArrayList<>();
        CounterChanges counted = new CounterChanges();
        for (News one : news) {
            Message before = known.get(one.key());
            Message seen = before == null ? Message.unseen(one.address(), one.origin(), null) : before;
            Message after = seen.labelled(one.templateId(), one.topic()).with(one.facts());
            if (!after.equals(seen)) {
                changed.add(after);
                after.countIn(counted, 1);
                seen.countIn(counted, -1);
            }
        }
        BatchChange settled = batch == null ? null : new BatchChange(batch, batch.without(recipients(news)));
        return new Entry(changed, counted, settled);
    }

    private Map<Key, Message> known(List<News> news) {
        return ledger.find(news.stream().map(News::key).toList());
    }

    private static Set<RecipientId> recipients(List<News> news) {
        return news.stream().map(one -> one.address().recipientId()).collect(Collectors.toSet());
    }

    /** One entry a message. */
    private static List<News> together(List<News> news) {
        Map<Key, News> byMessage = new LinkedHashMap<>();
        news.forEach(one -> byMessage.merge(one.key(), one, Recorder::together));
        return List.copyOf(byMessage.values());
    }

    private static News together(News a, News b) {
        List<Fact> facts = new ArrayList<>(a.facts());
        facts.addAll(b.facts());
        return new News(
                a.address(),
                a.origin(),
                a.templateId() == null ? b.templateId() : a.templateId(),
                a.topic() == null ? b.topic() : a.topic(),
                facts);
    }
}
