package io.tidings.core.sending;

import io.tidings.core.address.RecipientId;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.MessageLedger.Key;
import io.tidings.core.ledger.Origin;
import io.tidings.core.sending.FindPeople.Found;
import io.tidings.core.sending.FindPeople.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds who is unknown: first in the batches that are asked for, then among those who were left so. */
final class UnknownPeople {

    private static final String ASKED = "asked:";
    private static final String LEFT = "left:";
    /** More than are ever open in a shard: a full one gets no more, and what it gets last was made for the largest share. */
    static final int MOST_OPEN = FeedShard.MOST_OPEN + Ahead.MOST_BATCHES;

    private final MessageLedger ledger;
    private final BatchStore batches;
    private final ListedPeople listed;

    UnknownPeople(MessageLedger ledger, BatchStore batches, ListedPeople listed) {
        this.ledger = ledger;
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
        while (!at.isEnd() && found.size() < limit && lookedAt < FindPeople.MOST_LOOKED_AT) {
            List<RecipientId> next = asked(campaign.id(), at, limit - found.size());
            found.addAll(unknown(campaign, next));
            lookedAt += next.size();
            at = next.isEmpty() ? at.nextShard() : at.passed(next.getLast());
        }
        Found asked = new Found(found, ASKED + at, lookedAt);
        return at.isEnd() ? left(campaign, null, limit - found.size(), asked) : asked;
    }

    private List<RecipientId> asked(String campaignId, PlaceInShard at, int most) {
        RecipientId after = at.after();
        return batches.open(campaignId, at.shard(), MOST_OPEN).stream()
                .flatMap(batch -> batch.unknown().stream())
                .filter(id -> after == null || id.compareTo(after) > 0)
                .sorted()
                .limit(most)
                .toList();
    }

    /** Without who got an outcome by another way, or was left unknown before and is asked for again: those are found as such. */
    private List<Person> unknown(Campaign campaign, List<RecipientId> asked) {
        Origin origin = new Origin.OfCampaign(campaign.id());
        Map<Key, Message> known =
                ledger.find(asked.stream().map(id -> new Key(id, origin)).toList());
        return asked.stream()
                .map(id -> new Person(id, Optional.ofNullable(known.get(new Key(id, origin)))))
                .filter(person -> person.message()
                        .filter(message -> message.settled() || message.has(FactKind.LEFT_UNKNOWN))
                        .isEmpty())
                .toList();
    }

    private Found left(Campaign campaign, @Nullable String cursor, int limit, Found before) {
        Found left = limit == 0
                ? new Found(List.of(), "", 0)
                : listed.find(campaign, Figure.UNKNOWN, cursor == null || cursor.isEmpty() ? null : cursor, limit);
        List<Person> people = new ArrayList<>(before.people());
        people.addAll(left.people());
        return new Found(people, left.next() == null ? null : LEFT + left.next(), before.lookedAt() + left.lookedAt());
    }
}
