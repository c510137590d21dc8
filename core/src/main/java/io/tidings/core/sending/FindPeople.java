package io.tidings.core.sending;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Audience;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.MessageLedger.Key;
import io.tidings.core.ledger.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens a bucket of the books to the people in it, page by page, by walking the audience as it was at launch. */
public final class FindPeople {

    /** A page reads at most so many members; a bucket with few in it may give short pages before its last. */
    private static final int MOST_READ = 2_000;

    private static final int MOST_OPEN = 100;

    public enum Bucket {
        ACCEPTED,
        DELIVERED,
        AUTO_REPLIED,
        OPENED,
        CLICKED,
        SKIPPED,
        REFUSED,
        UNKNOWN,
        UNCLAIMED
    }

    /** @param message nothing is known yet of who waits or is unknown */
    public record Person(RecipientId id, Optional<Message> message) {}

    private final AudienceStore audiences;
    private final MessageLedger ledger;
    private final BatchStore batches;

    public FindPeople(AudienceStore audiences, MessageLedger ledger, BatchStore batches) {
        this.audiences = audiences;
        this.ledger = ledger;
        this.batches = batches;
    }

    public Page<Person> find(Campaign campaign, Bucket bucket, @Nullable String cursor, int limit) {
        if (campaign.launch() == null) {
            return new Page<>(List.of(), null);
        }
        Place at = Place.read(cursor);
        List<Person> found = new ArrayList<>();
        int read = 0;
        while (at.shard() < Audience.SHARDS && found.size() < limit && read < MOST_READ) {
            List<RecipientId> members = audiences.members(
                    campaign.audienceId(), at.shard(), campaign.launch().membersUntil(), at.after(), limit);
            if (members.isEmpty()) {
                at = new Place(at.shard() + 1, null);
                continue;
            }
            read += members.size();
            for (Person person : inBucket(campaign, bucket, at.shard(), members)) {
                if (found.size() == limit) {
                    return new Page<>(found, at.toString());
                }
                found.add(person);
                at = new Place(at.shard(), person.id());
            }
            if (found.size() < limit) {
                at = new Place(at.shard(), members.getLast());
            }
        }
        return new Page<>(found, at.shard() < Audience.SHARDS ? at.toString() : null);
    }

    private List<Person> inBucket(Campaign campaign, Bucket bucket, int shard, List<RecipientId> members) {
        Origin origin = new Origin.OfCampaign(campaign.id());
        // Read before the messages: whoever got an outcome in between is then found with it, and not among those
        // without.
        Set<RecipientId> asked = new HashSet<>();
        if (bucket == Bucket.UNKNOWN || bucket == Bucket.UNCLAIMED) {
            for (Batch batch : batches.open(campaign.id(), shard, MOST_OPEN)) {
                asked.addAll(batch.unknown());
            }
        }
        Map<Key, Message> known =
                ledger.find(members.stream().map(id -> new Key(id, origin)).toList());
        return members.stream()
                .map(id -> new Person(id, Optional.ofNullable(known.get(new Key(id, origin)))))
                .filter(person -> belongs(bucket, person, asked))
                .toList();
    }

    private static boolean belongs(Bucket bucket, Person person, Set<RecipientId> asked) {
        boolean settled = person.message().filter(Message::settled).isPresent();
        return switch (bucket) {
            case ACCEPTED -> has(person, FactKind.ACCEPTED);
            case DELIVERED -> has(person, FactKind.DELIVERED);
            case AUTO_REPLIED -> has(person, FactKind.AUTO_REPLIED);
            case OPENED -> has(person, FactKind.OPENED);
            case CLICKED -> has(person, FactKind.CLICKED);
            case REFUSED -> refused(person) && !has(person, FactKind.ACCEPTED);
            case SKIPPED -> has(person, FactKind.SKIPPED) && !has(person, FactKind.ACCEPTED) && !refused(person);
            case UNKNOWN -> !settled && (asked.contains(person.id()) || has(person, FactKind.LEFT_UNKNOWN));
            case UNCLAIMED -> !settled && !asked.contains(person.id()) && !has(person, FactKind.LEFT_UNKNOWN);
        };
    }

    private static boolean refused(Person person) {
        return has(person, FactKind.REFUSED) || has(person, FactKind.REFUSED_FOR_NOW);
    }

    private static boolean has(Person person, FactKind kind) {
        return person.message().filter(message -> message.has(kind)).isPresent();
    }

    private record Place(int shard, @Nullable RecipientId after) {

        static Place read(@Nullable String cursor) {
            if (cursor == null) {
                return new Place(0, null);
            }
            int dot = cursor.indexOf('.');
            if (dot < 1) {
                throw new IllegalArgumentException("not a cursor");
            }
            String after = cursor.substring(dot + 1);
            return new Place(
                    Integer.parseInt(cursor.substring(0, dot)), after.isEmpty() ? null : new RecipientId(after));
        }

        @Override
        public String toString() {
            RecipientId last = after;
            return shard + "." + (last == null ? "" : last.value());
        }
    }
}
