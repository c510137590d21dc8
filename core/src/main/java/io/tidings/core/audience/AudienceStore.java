package io.tidings.core.audience;

import io.tidings.core.address.RecipientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public interface AudienceStore {

    void add(Audience audience);

    Optional<Audience> find(String id);

    List<Audience> list();

    /**
     * Makes them members, each once; the audience's number of contacts grows by those who were not. They joined {@code now}, or just after
     * the last {@link #cut}, if that was later.
     */
    void join(String audienceId, List<RecipientId> contacts, Instant now);

    /**
     * From now on nobody joins with a time up to {@code until}, however long he was on his way and however wrong his clock: who had joined
     * by then can be counted, and is the same again whenever they are read.
     */
    void cut(String audienceId, Instant until);

    /** Members of one shard who had joined by {@code until}, in order of their ids, after {@code after}. */
    List<RecipientId> members(String audienceId, int shard, Instant until, @Nullable RecipientId after, int limit);

    /** How many of a shard's members had joined by {@code until}. */
    long count(String audienceId, int shard, Instant until);

    /** Of these audiences those that the contact is a member of, and since when. */
    Map<String, Instant> memberships(RecipientId contact, Collection<String> audienceIds);
}
