package io.tidings.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Brief;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchKey;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger.BatchChange;
import io.tidings.core.ledger.MessageLedger.Entry;
import io.tidings.core.ledger.MessageLedger.Key;
import io.tidings.core.ledger.MessageLedger.LostBatch;
import io.tidings.core.ledger.MessageLedger.Outdated;
import io.tidings.core.ledger.MessageLedger.Stored;
import io.tidings.core.ledger.Origin;
import io.tidings.core.sending.ShardPlan;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public abstract class LedgerContract {

    private static final Duration LEASE = Duration.ofSeconds(60);

    protected abstract Ports ports();

    @Test
    void messagesAndCountersAreWrittenTogether() {
        Origin origin = new Origin.OfCampaign(Samples.id());
        Message message = Samples.message(origin, FactKind.ACCEPTED, FactKind.DELIVERED);

        assertThat(ports().ledger().write(new Entry(List.of(message), message.tally(), null)))
                .isEqualTo(new Stored());
        Message stored = stored(Key.of(message));
        assertThat(stored.facts()).isEqualTo(message.facts());
        assertThat(stored.revision()).isEqualTo(1);
        assertThat(delivered(origin)).isEqualTo(1);
    }

    @Test
    void whatWasReadBeforeSomebodyElseWroteCannotBeWritten() {
        Origin origin = new Origin.OfCampaign(Samples.id());
        Message message = Samples.message(origin, FactKind.DELIVERED);
        Entry entry = new Entry(List.of(message), message.tally(), null);
        ports().ledger().write(entry);

        assertThat(ports().ledger().write(entry)).isEqualTo(new Outdated());
        assertThat(delivered(origin)).isEqualTo(1);
    }

    @Test
    void whoLostTheBatchWritesNothing() {
        Origin origin = new Origin.OfCampaign(Samples.id());
        Batch planned = planned(3);
        Batch mine = planned.claimed(Samples.NOON, LEASE);
        assertThat(ports().batches().replace(planned, mine, new CounterChanges()))
                .isTrue();
        Batch theirs = mine.claimed(Samples.NOON.plus(LEASE), LEASE);
        assertThat(ports().batches().replace(mine, theirs, new CounterChanges()))
                .isTrue();

        Message message = Samples.message(origin, FactKind.DELIVERED);
        BatchChange change = new BatchChange(mine, mine.without(mine.unknown()));
        assertThat(ports().ledger().write(new Entry(List.of(message), message.tally(), change)))
                .isEqualTo(new LostBatch());
        assertThat(ports().ledger().find(List.of(Key.of(message)))).isEmpty();
        assertThat(delivered(origin)).isZero();
        assertThat(ports().batches().find(mine.key())).contains(theirs);
    }

    /** A lease ended too soon, and somebody else settled some while its holder gives others back. */
    @Test
    void ofTwoUnderOneFenceTheSecondDoesNotPutBackWhatTheFirstTookOut() {
        Batch planned = planned(3);
        Batch claimed = planned.claimed(Samples.NOON, LEASE);
        assertThat(ports().batches().replace(planned, claimed, new CounterChanges()))
                .isTrue();
        Batch theirs = claimed.without(claimed.unknown().subList(0, 1));
        assertThat(ports().batches().replace(claimed, theirs, new CounterChanges()))
                .isTrue();
        Batch mine = claimed.givenBack(claimed.unknown()).released();
        assertThat(ports().batches().replace(claimed, mine, new CounterChanges()))
                .isFalse();
        BatchChange change = new BatchChange(claimed, claimed.without(claimed.unknown()));
        assertThat(ports().ledger().write(new Entry(List.of(), new CounterChanges(), change)))
                .isEqualTo(new LostBatch());
        assertThat(ports().batches().find(planned.key())).contains(theirs);
    }

    @Test
    void aSettledBatchIsGone() {
        Batch planned = planned(3);
        Batch claimed = planned.claimed(Samples.NOON, LEASE);
        ports().batches().replace(planned, claimed, new CounterChanges());
        Message message = Samples.message(new Origin.OfCampaign(Samples.id()), FactKind.ACCEPTED);
        Batch some = claimed.without(claimed.unknown().subList(0, 2));
        ports().ledger().write(new Entry(List.of(message), new CounterChanges(), new BatchChange(claimed, some)));
        assertThat(ports().batches().find(planned.key())).contains(some);
        assertThat(ports().batches().open(planned.key().campaignId(), 0, 10)).containsExactly(some);

        ports().ledger()
                .write(new Entry(List.of(), new CounterChanges(), new BatchChange(some, some.without(some.unknown()))));
        assertThat(ports().batches().find(planned.key())).isEmpty();
    }

    @Test
    void aBatchIsClaimedOnceAndCountedOnce() {
        Batch planned = planned(50);
        Scope scope = Scope.campaign(planned.key().campaignId());
        CounterChanges claimed = new CounterChanges().add(scope, Bucket.TOTAL, Metric.CLAIMED, 50);

        assertThat(ports().batches().replace(planned, planned.claimed(Samples.NOON, LEASE), claimed))
                .isTrue();
        assertThat(ports().batches().replace(planned, planned.claimed(Samples.NOON, LEASE), claimed))
                .isFalse();
        assertThat(ports().statistics().read(scope, Bucket.TOTAL).of(Metric.CLAIMED))
                .isEqualTo(50);
    }

    @Test
    void aShardIsPlannedByWhoReadItLast() {
        Campaign launching = Samples.draft().launching(new Campaign.Launch(Samples.NOON, "ana@example.com", 1));
        ports().campaigns().add(launching);
        ShardPlan plan = ShardPlan.start(launching.id(), 0, Samples.NOON);
        CounterChanges audience =
                new CounterChanges().add(Scope.campaign(launching.id()), Bucket.TOTAL, Metric.AUDIENCE, 7);

        assertThat(ports().plans().start(launching.sending(), List.of(plan), audience))
                .isTrue();
        assertThat(ports().plans().start(launching.sending(), List.of(plan), audience))
                .isFalse();
        assertThat(ports().plans().find(launching.id())).containsExactly(plan);
        assertThat(ports().campaigns().find(launching.id())).contains(launching.sending());
        assertThat(ports().statistics()
                        .read(Scope.campaign(launching.id()), Bucket.TOTAL)
                        .of(Metric.AUDIENCE))
                .isEqualTo(7);

        Batch batch = Batch.planned(new BatchKey(launching.id(), 0, 0), Samples.recipients(2), Samples.NOON);
        Batch second = Batch.planned(new BatchKey(launching.id(), 0, 1), Samples.recipients(2), Samples.NOON);
        ShardPlan next = new ShardPlan(
                launching.id(), 0, 1, 2, batch.waiting().getLast(), "0:x", false, false, Samples.NOON.plusSeconds(1));
        assertThat(ports().plans().advance(plan, next, List.of(batch, second))).isTrue();
        assertThat(ports().plans().advance(plan, next, List.of(batch, second))).isFalse();
        assertThat(ports().plans().find(launching.id())).containsExactly(next);
        assertThat(ports().batches().open(launching.id(), 0, 5)).containsExactly(batch, second);
    }

    @Test
    void shardsAreStartedOverByWhoReadThemLast() {
        Campaign launching = Samples.draft().launching(new Campaign.Launch(Samples.NOON, "ana@example.com", 1));
        ports().campaigns().add(launching);
        ShardPlan plan = ShardPlan.start(launching.id(), 0, Samples.NOON);
        ports().plans().start(launching.sending(), List.of(plan), new CounterChanges());
        Campaign finished = launching.sending().finished(Samples.NOON);
        ports().campaigns().replace(finished);
        ShardPlan again = new ShardPlan(launching.id(), 0, 2, 0, null, "0:", false, false, Samples.NOON);
        Campaign.Retry retry = new Campaign.Retry(1, Samples.NOON, "bo@example.com", false, Samples.NOON, Samples.NOON);
        CounterChanges newcomers =
                new CounterChanges().add(Scope.campaign(launching.id()), Bucket.TOTAL, Metric.AUDIENCE, 2);

        assertThat(ports().plans().restart(finished.retrying(retry), List.of(plan), List.of(again), newcomers))
                .isTrue();
        assertThat(ports().plans().restart(finished.retrying(retry), List.of(plan), List.of(again), newcomers))
                .isFalse();
        assertThat(ports().plans().find(launching.id())).containsExactly(again);
        assertThat(ports().campaigns().find(launching.id())).contains(finished.retrying(retry));
        assertThat(ports().statistics()
                        .read(Scope.campaign(launching.id()), Bucket.TOTAL)
                        .of(Metric.AUDIENCE))
                .isEqualTo(2);
    }

    @Test
    void aBatchComesBackWithWhenItWasFedAndThatItIsAskedAgain() {
        Batch planned = planned(3);
        Batch fed = planned.fedAgain(Samples.NOON.plusMillis(1_234));
        assertThat(ports().batches().replace(planned, fed, new CounterChanges()))
                .isTrue();
        assertThat(ports().batches().find(planned.key())).contains(fed);
        Batch again =
                Batch.plannedAgain(new BatchKey(planned.key().campaignId(), 0, 1), Samples.recipients(2), Samples.NOON);
        ShardPlan plan = ports().plans().find(planned.key().campaignId()).getFirst();
        assertThat(ports().plans().advance(plan, plan, List.of(again))).isTrue();
        assertThat(ports().batches().find(again.key())).contains(again);
    }

    @Test
    void whatWentWrongIsFoundPageByPageAndMovesWithTheOutcome() {
        Origin origin = new Origin.OfCampaign(Samples.id());
        List<Message> bounced = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            bounced.add(Samples.message(origin, FactKind.ACCEPTED, FactKind.BOUNCED_PERMANENT));
        }
        write(bounced);
        write(List.of(Samples.message(origin, FactKind.ACCEPTED)));
        assertThat(wentWrong(origin, FactKind.BOUNCED_PERMANENT)).isEqualTo(recipients(bounced));

        Key first = Key.of(bounced.getFirst());
        Message complained = stored(first)
                .with(Samples.message(origin, FactKind.COMPLAINED).facts().values());
        write(List.of(complained));
        assertThat(wentWrong(origin, FactKind.BOUNCED_PERMANENT))
                .isEqualTo(recipients(bounced.subList(1, bounced.size())));
        assertThat(wentWrong(origin, FactKind.COMPLAINED)).isEqualTo(recipients(List.of(complained)));
    }

    @Test
    void whatWentWrongIsListedWhateverWentWellAfterIt() {
        Origin origin = new Origin.OfCampaign(Samples.id());
        Message delayed = Samples.message(origin, FactKind.DELAYED);
        write(List.of(delayed));
        write(List.of(stored(Key.of(delayed))
                .with(Samples.message(origin, FactKind.DELIVERED, FactKind.CLICKED)
                        .facts()
                        .values())));
        assertThat(wentWrong(origin, FactKind.DELAYED)).isEqualTo(recipients(List.of(delayed)));

        Message refused = Samples.message(origin, FactKind.REFUSED_FOR_NOW);
        write(List.of(refused));
        write(List.of(stored(Key.of(refused))
                .with(Samples.message(origin, FactKind.ACCEPTED).facts().values())));
        assertThat(wentWrong(origin, FactKind.REFUSED_FOR_NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyFigureOpensToExactlyItsPeople(long seed) {
        new FigureCheck(ports(), seed).everyFigureOpensToExactlyItsPeople(40);
    }

    @Test
    void onePersonsMessagesAreOneQuery() {
        Message one = Samples.message(new Origin.OfCampaign(Samples.id()), FactKind.ACCEPTED);
        Message two = Message.unseen(one.address(), new Origin.OfNotification(Samples.id()), "t")
                .with(one.facts().values());
        write(List.of(one, two));

        Page<Message> page = ports().ledger().of(one.recipient(), null, 1);
        assertThat(page.items()).hasSize(1);
        assertThat(ports().ledger().of(one.recipient(), page.next(), 5).items())
                .extracting(Message::origin)
                .containsExactly(two.origin());
    }

    private Batch planned(int people) {
        String campaign = Samples.id();
        ShardPlan plan = ShardPlan.start(campaign, 0, Samples.NOON);
        Campaign launching = Campaign.draft(
                        campaign, Brief.of("Spring", Samples.id(), Samples.id(), Samples.SENDER), Samples.NOON)
                .launching(new Campaign.Launch(Samples.NOON, "ana@example.com", 1));
        ports().campaigns().add(launching);
        ports().plans().start(launching.sending(), List.of(plan), new CounterChanges());
        Batch batch = Batch.planned(new BatchKey(campaign, 0, 0), Samples.recipients(people), Samples.NOON);
        ports().plans().advance(plan, plan, List.of(batch));
        return batch;
    }

    private void write(List<Message> messages) {
        CounterChanges none = new CounterChanges();
        assertThat(ports().ledger().write(new Entry(messages, none, null))).isEqualTo(new Stored());
    }

    private Set<String> wentWrong(Origin origin, FactKind list) {
        Set<String> found = new TreeSet<>();
        String cursor = null;
        do {
            Page<Message> page = ports().ledger().wentWrong(origin, list, cursor, 5);
            assertThat(page.items().size()).isLessThanOrEqualTo(5);
            page.items()
                    .forEach(message ->
                            assertThat(found.add(message.recipient().value())).isTrue());
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    private static Set<String> recipients(List<Message> messages) {
        Set<String> recipients = new TreeSet<>();
        messages.forEach(message -> recipients.add(message.recipient().value()));
        return recipients;
    }

    private Message stored(Key key) {
        return Objects.requireNonNull(ports().ledger().find(List.of(key)).get(key));
    }

    private long delivered(Origin origin) {
        return ports().statistics()
                .read(Scope.campaign(origin.id()), Bucket.TOTAL)
                .of(Metric.DELIVERED);
    }

    @Test
    void ofSomebodyWithManyMessagesTheNewestOfEachKindAreFound() {
        EmailAddress address = Samples.address();
        for (int i = 10; i < 20; i++) {
            store(address, new Origin.OfCampaign("c" + i));
            store(address, new Origin.OfNotification("n" + i));
        }
        assertThat(ports().ledger().newest(address.recipientId(), 2))
                .extracting(message -> message.origin().key())
                .containsExactlyInAnyOrder("campaign#c18", "campaign#c19", "notification#n18", "notification#n19");
        assertThat(ports().ledger().newest(Samples.address().recipientId(), 2)).isEmpty();
    }

    private void store(EmailAddress address, Origin origin) {
        Message message =
                Message.unseen(address, origin, null).with(List.of(Fact.of(FactKind.ACCEPTED, Samples.NOON, null)));
        assertThat(ports().ledger().write(new Entry(List.of(message), new CounterChanges(), null)))
                .isEqualTo(new Stored());
    }
}
