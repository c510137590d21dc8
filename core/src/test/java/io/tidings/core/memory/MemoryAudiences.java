package io.tidings.core.memory;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Audience;
import io.tidings.core.audience.AudienceStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

final class MemoryAudiences implements AudienceStore {

    private final Map<String, Audience> audiences = new HashMap<>();
    private final Map<String, TreeMap<RecipientId, Instant>> members = new HashMap<>();
    private final Map<String, Instant> cuts = new HashMap<>();

    @Override
    public synchronized void add(Audience audience) {
        audiences.put(audience.id(), audience);
    }

    @Override
    public synchronized Optional<Audience> find(String id) {
        return Optional.ofNullable(audiences.get(id));
    }

    @Override
    public synchronized List<Audience> list() {
        return audiences.values().stream()
                .sorted(Comparator.comparing(Audience::createdAt).reversed())
                .toList();
    }

    @Override
    public synchronized void join(String audienceId, List<RecipientId> contacts, Instant now) {
        Instant cut = cuts.getOrDefault(audienceId, Instant.EPOCH);
        Instant at = now.isAfter(cut) ? now : cut.plusMillis(1);
        long joined = contacts.stream()
                .filter(id -> shard(audienceId, Audience.shardOf(id)).putIfAbsent(id, at) == null)
                .count();
        audiences.computeIfPresent(
                audienceId,
                (_, audience) -> new Audience(
                        audience.id(), audience.name(), audience.contacts() + joined, audience.createdAt()));
    }

    @Override
    public synchronized void cut(String audienceId, Instant until) {
        cuts.merge(audienceId, until, (a, b) -> a.isAfter(b) ? a : b);
    }

    @Override
    public synchronized List<RecipientId> members(
            String audienceId, int shard, Instant until, @Nullable RecipientId after, int limit) {
        TreeMap<RecipientId, Instant> all = shard(audienceId, shard);
        return (after == null ? all : all.tailMap(after, false))
                .entrySet().stream()
                        .filter(member -> !member.getValue().isAfter(until))
                        .map(Map.Entry::getKey)
                        .limit(limit)
                        .toList();
    }

    @Override
    public synchronized long count(String audienceId, int shard, Instant until) {
        return shard(audienceId, shard).values().stream()
                .filter(joined -> !joined.isAfter(until))
                .count();
    }

    @Override
    public synchronized Map<String, Instant> memberships(RecipientId contact, Collection<String> audienceIds) {
        Map<String, Instant> found = new HashMap<>();
        for (String id : audienceIds) {
            Instant since = shard(id, Audience.shardOf(contact)).get(contact);
            if (since != null) {
                found.put(id, since);
            }
        }
        return found;
    }

    private TreeMap<RecipientId, Instant> shard(String audienceId, int shard) {
        return members.computeIfAbsent(audienceId + "#" + shard, _ -> new TreeMap<>());
    }
}
