package io.tidings.core.notification;

import io.tidings.core.address.RecipientId;
import io.tidings.core.sending.Attachment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public interface NotificationStore {

    /** The parts in which those that wait are found by their time. */
    int SHARDS = 4;

    sealed interface Added {}

    record Stored() implements Added {}

    /** A request with this key was answered before; nothing was written. */
    record KeyUsed() implements Added {}

    /** All of it, or nothing. */
    Added add(Notification notification, List<Attachment> attachments, @Nullable KeyedAnswer answer);

    Optional<Notification> find(String id);

    /** Those that exist, in the order they were asked for. */
    List<Notification> findAll(Collection<String> ids);

    List<Attachment> attachments(Notification notification);

    /** What was read, and what is to be stored in its place. */
    record Change(Notification seen, Notification next) {
        static Change of(Notification seen, Progress next) {
            return new Change(seen, seen.with(next));
        }
    }

    /** Changes each, of any number; its fence decides. The ids of those that nobody else changed. */
    Set<String> replace(List<Change> changes);

    sealed interface Claim {}

    record Claimed() implements Claim {}

    /** Somebody else changed it. */
    record Lost() implements Claim {}

    /** The recipient has had so many that day; nothing was written. */
    record Capped() implements Claim {}

    /** Counts one against the recipient's day, and changes the notification, together. */
    Claim claim(Change change, Count count);

    record Count(RecipientId recipient, String day, int most) {}

    /**
     * One that waits, as the index of waiting ones shows it, perhaps a moment late.
     *
     * @param sweeps how often the sweep took it since it was last changed
     */
    record Waiting(String id, Priority priority, Instant due, int sweeps) {}

    /** Those whose time has come, of one shard, the longest due first. */
    List<Waiting> due(Priority priority, int shard, Instant now, int limit);

    /** Moves on when the sweep looks again, and counts one sweep; false when somebody else did. */
    boolean move(Waiting seen, Instant next);
}
