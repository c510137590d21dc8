package io.tidings.core.sending;

import io.tidings.core.address.RecipientId;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.MessageLedger.Key;
import io.tidings.core.ledger.Origin;
import io.tidings.core.sending.FindPeople.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is known of the messages of some people, in the order the people are given. */
record KnownMessages(MessageLedger ledger) {

    List<Person> of(Campaign campaign, List<RecipientId> people) {
        Origin origin = new Origin.OfCampaign(campaign.id());
        Map<Key, Message> known =
                ledger.find(people.stream().map(id -> new Key(id, origin)).toList());
        return people.stream()
                .map(id -> new Person(id, Optional.ofNullable(known.get(new Key(id, origin)))))
                .toList();
    }

    /** Whether there is a fact that tells where in the books it is: settled, or left unknown. */
    static boolean isPlaced(Person person) {
        return person.message()
                .filter(message -> message.settled() || message.has(FactKind.LEFT_UNKNOWN))
                .isPresent();
    }
}
