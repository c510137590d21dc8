package io.tidings.core.sending;

import io.tidings.core.address.RecipientId;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.sending.FindPeople.Found;
import io.tidings.core.sending.FindPeople.Person;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who is unknown: first in the batches that are asked for, then among those who were left so. */
final class UnknownPeople {

    private static final String ASKED = "asked:";
    private static final String LEFT = "left:";
    /** More than are ever open in a shard: a full one gets no more, and what it gets last was made for the largest share. */
    static final int MOST_OPEN = FeedShard.MOST_OPEN + Ahead.MOST_BATCHES;

    private final KnownMessages messages;
    private final BatchStore batches;
    private final ListedPeople listed;

    UnknownPeople(MessageLedger ledger, BatchStore batches, ListedPeople listed) {
        this.messages = new KnownMessages(ledger);
        this.batches = batches;
        this.listed = listed;
    }

    Found find(Campaign campaign, @Nullable String cursor, int limit) {
        if (cursor == null) {
            return asked(campaign, PlaceInShard.START, limit);
        }
        if (cursor.startsWith(LEFT)) {
            return left(campaign, cursor.substring(LEFT.length()), limit, Found.NOBODY);
        }
        if (cursor.startsWith(ASKED)) {
            return asked(campaign, PlaceInShard.read(cursor.substring(ASKED.length())), limit);
        }
        throw new IllegalArgumentException("not a cursor");
    }

    private Found asked(Campaign campaign, PlaceInShard from, int limit) {
        List<Person> found = new ArrayList<>();
        int lookedAt = 0;
        PlaceInShard at = from;
        while (!at.isEnd() && lookedAt < FindPeople.MOST_LOOKED_AT) {
            List<RecipientId> next = asked(campaign.id(), at);
            if (next.isEmpty()) {
                at = at.nextShard();
                continue;
            }
            for (Person person : messages.of(campaign, next)) {
                at = at.passed(person.id());
                lookedAt++;
                // Who got an outcome by another way, or was left unknown and is asked for again, is found as such.
                if (!KnownMessages.isPlaced(person)) {
                    found.add(person);
                    if (found.size() == limit) {
                        return new Found(found, ASKED + at, lookedAt);
                    }
                }
            }
        }
        Found asked = new Found(found, ASKED + at, lookedAt);
        return at.isEnd() ? left(campaign, null, limit - found.size(), asked) : asked;
    }

    private List<RecipientId> asked(String campaignId, PlaceInShard at) {
        RecipientId after = at.after();
        return batches.open(campaignId, at.shard(), MOST_OPEN).stream()
                .flatMap(batch -> batch.unknown().stream())
                .filter(id -> after == null || id.compareTo(after) > 0)
                .sorted()
                .limit(FindPeople.MOST_AT_ONCE)
                .toList();
    }

    private Found left(Campaign campaign, @Nullable String cursor, int limit, Found before) {
        Found left = listed.find(campaign, Figure.UNKNOWN, cursor, limit);
        List<Person> people = new ArrayList<>(before.people());
        people.addAll(left.people());
        return new Found(people, left.next() == null ? null : LEFT + left.next(), before.lookedAt() + left.lookedAt());
    }
}
