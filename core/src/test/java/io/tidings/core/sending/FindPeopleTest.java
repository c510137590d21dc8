package io.tidings.core.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Audience;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.contract.FigureCheck;
import io.tidings.core.contract.Samples;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.memory.MemoryPorts;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
        assertThat(in(Figure.OPENED)).containsExactlyInAnyOrder(opened, clicked);
        assertThat(in(Figure.CLICKED)).containsExactly(clicked);
        assertThat(in(Figure.AUTO_REPLIED)).containsExactly(answered);
        assertThat(in(Figure.DELIVERED)).containsExactlyInAnyOrder(opened, clicked, answered);
        assertThat(in(Figure.ACCEPTED)).containsExactlyInAnyOrder(opened, clicked, answered);
        assertThat(in(Figure.UNCLAIMED)).containsExactly(waiting);
    }

    @Test
    void everyoneIsOnExactlyOnePage() {
        for (int i = 0; i < 60; i++) {
            told(FactKind.OPENED);
        }
        assertThat(in(Figure.OPENED)).hasSize(60).doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void everyFigureOpensToExactlyItsPeople(@ForAll long seed) {
        new FigureCheck(new MemoryPorts(), seed).everyFigureOpensToExactlyItsPeople(30);
    }

    @Test
    void whoWasDelayedAndThenReachedIsStillAmongTheDelayed() {
        RecipientId reached = told(FactKind.DELAYED, FactKind.DELIVERED);
        RecipientId left = told(FactKind.DELAYED, FactKind.DELIVERED, FactKind.UNSUBSCRIBED);
        RecipientId complained = told(FactKind.UNSUBSCRIBED, FactKind.COMPLAINED);
        assertThat(in(Figure.DELAYED)).containsExactlyInAnyOrder(reached, left);
        assertThat(in(Figure.UNSUBSCRIBED)).containsExactlyInAnyOrder(left, complained);
        assertThat(in(Figure.COMPLAINED)).containsExactly(complained);
    }

    @Test
    void whoBouncedTwiceIsOneOfTheBounced() {
        RecipientId twice = told(FactKind.BOUNCED_TRANSIENT, FactKind.BOUNCED_PERMANENT);
        assertThat(in(Figure.BOUNCED)).containsExactly(twice);
        assertThat(in(Figure.BOUNCED_PERMANENT)).containsExactly(twice);
        assertThat(in(Figure.BOUNCED_TRANSIENT)).isEmpty();
    }

    @Test
    void aPageLooksAtABoundedPartAndSaysHowMuch() {
        List<RecipientId> many = new ArrayList<>(Samples.recipients(6_000));
        ports.audiences().join(campaign.audienceId(), many, Samples.NOON);
        RecipientId clicked = told(FactKind.CLICKED);
        List<RecipientId> found = new ArrayList<>();
        int lookedAt = 0;
        int pages = 0;
        @Nullable String cursor = null;
        do {
            FindPeople.Found page = people.find(campaign, Figure.CLICKED, cursor, 50);
            assertThat(page.lookedAt()).isLessThan(2_500);
            page.people().forEach(person -> found.add(person.id()));
            lookedAt += page.lookedAt();
            pages++;
            cursor = page.next();
        } while (cursor != null);
        assertThat(found).containsExactly(clicked);
        assertThat(lookedAt).isEqualTo(6_001);
        assertThat(pages).isBetween(3, 5);
    }

    @Test
    void theFewUnknownOfALargeCampaignAreOnTheFirstPage() {
        ports.audiences().join(campaign.audienceId(), Samples.recipients(6_000), Samples.NOON);
        RecipientId left = told(FactKind.LEFT_UNKNOWN);
        FindPeople.Found page = people.find(campaign, Figure.UNKNOWN, null, 50);
        assertThat(page.people()).extracting(FindPeople.Person::id).containsExactly(left);
        assertThat(page.next()).isNull();
        assertThat(page.lookedAt()).isEqualTo(1);
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

    private List<RecipientId> in(Figure figure) {
        List<RecipientId> found = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            FindPeople.Found page = people.find(campaign, figure, cursor, 7);
            page.people().forEach(person -> found.add(person.id()));
            cursor = page.next();
        } while (cursor != null);
        return found;
    }
}
