package io.tidings.core.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Audience;
import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.contract.Samples;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.sending.FindPeople.Bucket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindPeopleTest {

    private final MemoryPorts ports = new MemoryPorts();
    private final Campaign campaign = Samples.draft().launching(new Campaign.Launch(Samples.NOON, "ada", 1));
    private final FindPeople people = new FindPeople(ports.audiences(), ports.ledger(), ports.batches());

    @BeforeEach
    void makeAudience() {
        ports.audiences().add(new Audience(campaign.audienceId(), "Guests", 0, Samples.NOON));
    }

    @Test
    void whoOpenedClickedOrAnsweredByMachineIsFoundAndCountsAsAcceptedToo() {
        RecipientId opened = told(FactKind.DELIVERED, FactKind.OPENED);
        RecipientId clicked = told(FactKind.DELIVERED, FactKind.OPENED, FactKind.CLICKED);
        RecipientId answered = told(FactKind.DELIVERED, FactKind.AUTO_REPLIED);
        RecipientId waiting = told();
        assertThat(in(Bucket.OPENED)).containsExactlyInAnyOrder(opened, clicked);
        assertThat(in(Bucket.CLICKED)).containsExactly(clicked);
        assertThat(in(Bucket.AUTO_REPLIED)).containsExactly(answered);
        assertThat(in(Bucket.DELIVERED)).containsExactlyInAnyOrder(opened, clicked, answered);
        assertThat(in(Bucket.ACCEPTED)).containsExactlyInAnyOrder(opened, clicked, answered);
        assertThat(in(Bucket.UNCLAIMED)).containsExactly(waiting);
    }

    @Test
    void everyoneIsOnExactlyOnePage() {
        for (int i = 0; i < 60; i++) {
            told(FactKind.OPENED);
        }
        assertThat(in(Bucket.OPENED)).hasSize(60).doesNotHaveDuplicates();
    }

    private RecipientId told(FactKind... kinds) {
        EmailAddress address = Samples.address();
        ports.audiences().join(campaign.audienceId(), List.of(address.recipientId()), Samples.NOON);
        List<Fact> facts = List.of(kinds).stream()
                .map(kind -> Fact.of(kind, Samples.NOON, null))
                .toList();
        if (!facts.isEmpty()) {
            new Recorder(ports.ledger())
                    .record(List.of(new Recorder.News(address, new Origin.OfCampaign(campaign.id()), null, facts)));
        }
        return address.recipientId();
    }

    private List<RecipientId> in(Bucket bucket) {
        List<RecipientId> found = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<FindPeople.Person> page = people.find(campaign, bucket, cursor, 7);
            page.items().forEach(person -> found.add(person.id()));
            cursor = page.next();
        } while (cursor != null);
        return found;
    }
}
