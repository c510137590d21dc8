package io.tidings.core.memory;

import io.tidings.core.notification.AnswerStore;
import io.tidings.core.notification.CancellationStore;
import io.tidings.core.notification.GatheringStore;
import io.tidings.core.notification.KeyedAnswer;
import io.tidings.core.notification.Notification;
import io.tidings.core.notification.NotificationStore;
import io.tidings.core.notification.Priority;
import io.tidings.core.sending.Attachment;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lane's stores: what a post writes together is written under one lock. */
final class MemoryNotifications implements NotificationStore, CancellationStore {

    private record Row(Notification notification, List<Attachment> attachments, int sweeps) {}

    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Instant> cancellations = new HashMap<>();
    private final MemoryAnswers answers = new MemoryAnswers(this);
    private final MemoryGatherings gatherings = new MemoryGatherings(this);

    AnswerStore answers() {
        return answers;
    }

    GatheringStore gatherings() {
        return gatherings;
    }

    /** False when the key was used. */
    boolean keep(@Nullable KeyedAnswer answer) {
        return answer == null || answers.keepFirst(answer);
    }

    private Row row(String id) {
        return Objects.requireNonNull(rows.get(id));
    }

    @Override
    public synchronized Added add(
            Notification notification, List<Attachment> attachments, @Nullable KeyedAnswer answer) {
        if (!keep(answer)) {
            return new KeyUsed();
        }
        rows.put(notification.id(), new Row(notification, attachments, 0));
        return new Stored();
    }

    @Override
    public synchronized Optional<Notification> find(String id) {
        return Optional.ofNullable(rows.get(id)).map(Row::notification);
    }

    @Override
    public List<Notification> findAll(Collection<String> ids) {
        return ids.stream().distinct().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public synchronized List<Attachment> attachments(Notification notification) {
        return row(notification.id()).attachments();
    }

    @Override
    public Set<String> replace(List<Change> changes) {
        return changes.stream()
                .filter(this::replace)
                .map(change -> change.seen().id())
                .collect(Collectors.toSet());
    }

    private synchronized boolean replace(Change change) {
        Row now = rows.get(change.seen().id());
        if (now == null
                || now.notification().progress().fence()
                        != change.seen().progress().fence()) {
            return false;
        }
        rows.put(change.next().id(), new Row(change.next(), now.attachments(), 0));
        return true;
    }

    @Override
    public synchronized Claim claim(Change change, Count count) {
        String day = count.recipient() + count.day();
        Row now = row(change.seen().id());
        if (now.notification().progress().fence() != change.seen().progress().fence()) {
            return new Lost();
        }
        if (counts.getOrDefault(day, 0) >= count.most()) {
            return new Capped();
        }
        counts.merge(day, 1, Integer::sum);
        replace(change);
        return new Claimed();
    }

    @Override
    public synchronized List<Waiting> due(Priority priority, int shard, Instant now, int limit) {
        return rows.values().stream()
                .filter(row -> row.notification().terms().priority() == priority)
                .filter(row -> Math.floorMod(row.notification().id().hashCode(), SHARDS) == shard)
                .filter(row -> row.notification().progress().due() != null)
                .map(row -> new Waiting(
                        row.notification().id(),
                        priority,
                        row.notification().progress().due(),
                        row.sweeps()))
                .filter(waiting -> !waiting.due().isAfter(now))
                .sorted(Comparator.comparing(Waiting::due).thenComparing(Waiting::id))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean move(Waiting seen, Instant next) {
        Row now = row(seen.id());
        if (!seen.due().equals(now.notification().progress().due()) || seen.sweeps() != now.sweeps()) {
            return false;
        }
        rows.put(seen.id(), new Row(MemoryDue.at(now.notification(), next), now.attachments(), now.sweeps() + 1));
        return true;
    }

    @Override
    public synchronized void add(String key, Instant at, Instant forgottenAt) {
        cancellations.merge(key, at, (a, b) -> a.isAfter(b) ? a : b);
    }

    @Override
    public synchronized Map<String, Instant> find(Collection<String> keys) {
        Map<String, Instant> found = new HashMap<>();
        keys.stream().filter(cancellations::containsKey).forEach(key -> found.put(key, cancellations.get(key)));
        return found;
    }
}
