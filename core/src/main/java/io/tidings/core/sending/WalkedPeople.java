package io.tidings.core.sending;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.sending.FindPeople.Found;
import io.tidings.core.sending.FindPeople.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds people by walking the audience as it was when the campaign was launched. */
final class WalkedPeople {

    private final AudienceStore audiences;
    private final KnownMessages messages;
    private final BatchStore batches;

    WalkedPeople(AudienceStore audiences, MessageLedger ledger, BatchStore batches) {
        this.audiences = audiences;
        this.messages = new KnownMessages(ledger);
        this.batches = batches;
    }

    Found find(Campaign campaign, Figure figure, @Nullable String cursor, int limit) {
        PlaceInShard at = PlaceInShard.read(cursor);
        Map<Integer, Set<RecipientId>> asked = new HashMap<>();
        List<Person> found = new ArrayList<>();
        int lookedAt = 0;
        int together = limit;
        while (!at.isEnd() && lookedAt < FindPeople.MOST_LOOKED_AT) {
            List<RecipientId> members = audiences.members(
                    campaign.audienceId(), at.shard(), campaign.launched().membersUntil(), at.after(), together);
            if (members.isEmpty()) {
                at = at.nextShard();
                continue;
            }
            // Read before the messages: whoever got an outcome in between is then found with it, and not among those
            // without.
            Set<RecipientId> inWork = figure == Figure.UNCLAIMED
                    ? asked.computeIfAbsent(at.shard(), shard -> asked(campaign.id(), shard))
                    : Set.of();
            for (Person person : messages.of(campaign, members)) {
                at = at.passed(person.id());
                lookedAt++;
                if (counts(figure, person, inWork)) {
                    found.add(person);
                    if (found.size() == limit) {
                        return new Found(found, at.toString(), lookedAt);
                    }
                }
            }
            together = Math.min(together * 2, FindPeople.MOST_AT_ONCE);
        }
        return new Found(found, at.isEnd() ? null : at.toString(), lookedAt);
    }

    private Set<RecipientId> asked(String campaignId, int shard) {
        Set<RecipientId> asked = new HashSet<>();
        batches.open(campaignId, shard, UnknownPeople.MOST_OPEN).forEach(batch -> asked.addAll(batch.unknown()));
        return asked;
    }

    private static boolean counts(Figure figure, Person person, Set<RecipientId> inWork) {
        return figure == Figure.UNCLAIMED
                ? !inWork.contains(person.id()) && !KnownMessages.isPlaced(person)
                : person.message().filter(figure::counts).isPresent();
    }
}
