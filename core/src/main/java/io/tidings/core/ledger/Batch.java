package io.tidings.core.ledger;

import io.tidings.core.address.RecipientId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * At most 50 recipients of one campaign, disjoint from every other batch. Claiming it is one conditional write: from then on whoever
 * waited is unknown until an outcome is recorded, because a crash may leave us without the answer.
 *
 * @param fence grows with each claim; who holds an older one can no longer write
 * @param leasedUntil nobody else takes the batch before
 * @param askedAt when those in {@code unknown} were claimed
 * @param fedAt when it was put into the senders' queue last
 * @param again its recipients were asked for before, and are counted as such already
 */
public record Batch(
        BatchKey key,
        List<RecipientId> waiting,
        List<RecipientId> unknown,
        long fence,
        @Nullable Instant leasedUntil,
        @Nullable Instant askedAt,
        Instant fedAt,
        boolean again) {

    // SES: at most 50 destinations a call.
    public static final int MOST = 50;

    public Batch {
        // As exact as it is stored, here and in the queue.
        fedAt = fedAt.truncatedTo(ChronoUnit.MILLIS);
        waiting = List.copyOf(waiting);
        unknown = List.copyOf(unknown);
    }

    public static Batch planned(BatchKey key, List<RecipientId> recipients, Instant now) {
        return new Batch(key, recipients, List.of(), 0, null, null, now, false);
    }

    public static Batch plannedAgain(BatchKey key, List<RecipientId> recipients, Instant now) {
        return new Batch(key, recipients, List.of(), 0, null, null, now, true);
    }

    public Batch fedAgain(Instant now) {
        return new Batch(key, waiting, unknown, fence, leasedUntil, askedAt, now, again);
    }

    /** Fed again after its lease was over: whoever held it can no longer write. */
    public Batch takenOver(Instant now) {
        return new Batch(key, waiting, unknown, fence + 1, null, askedAt, now, again);
    }

    public boolean heldAt(Instant now) {
        return leasedUntil != null && leasedUntil.isAfter(now);
    }

    /** Nobody wrote it since: under one fence people only ever leave those that are unknown. */
    public boolean isAs(Batch seen) {
        return fence == seen.fence && unknown.size() == seen.unknown.size();
    }

    public boolean empty() {
        return waiting.isEmpty() && unknown.isEmpty();
    }

    /** Everyone who waited may be asked now. Those who were unknown before keep the time they were asked. */
    public Batch claimed(Instant now, Duration lease) {
        return new Batch(key, List.of(), both(), fence + 1, now.plus(lease), now, fedAt, again);
    }

    public Batch without(Collection<RecipientId> settled) {
        Set<RecipientId> gone = Set.copyOf(settled);
        return new Batch(
                key, outside(waiting, gone), outside(unknown, gone), fence, leasedUntil, askedAt, fedAt, again);
    }

    /** These were surely not asked: they wait again. */
    public Batch givenBack(Collection<RecipientId> notAsked) {
        Set<RecipientId> back = Set.copyOf(notAsked);
        List<RecipientId> waits = new ArrayList<>(waiting);
        unknown.stream().filter(back::contains).forEach(waits::add);
        return new Batch(key, waits, outside(unknown, back), fence, leasedUntil, askedAt, fedAt, again);
    }

    public Batch released() {
        return new Batch(key, waiting, unknown, fence, null, askedAt, fedAt, again);
    }

    private List<RecipientId> both() {
        List<RecipientId> all = new ArrayList<>(unknown);
        all.addAll(waiting);
        return all;
    }

    private static List<RecipientId> outside(List<RecipientId> ids, Set<RecipientId> gone) {
        return ids.stream().filter(id -> !gone.contains(id)).toList();
    }
}
