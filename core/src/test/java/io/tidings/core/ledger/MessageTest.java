package io.tidings.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.contract.Samples;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Family;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MessageTest {

    private static final Origin SPRING = new Origin.OfCampaign("spring");

    @Test
    void lateDeliveryNeverUndoesABounce() {
        Message message = Samples.message(SPRING, FactKind.BOUNCED_PERMANENT)
                .with(Samples.message(SPRING, FactKind.DELIVERED).facts().values());
        assertThat(message.outcome()).contains(FactKind.BOUNCED_PERMANENT);
        assertThat(message.has(FactKind.DELIVERED)).isTrue();
    }

    @Test
    void anythingSesReportsShowsThatItWasAccepted() {
        assertThat(Samples.message(SPRING, FactKind.DELIVERED).settled()).isTrue();
        assertThat(Samples.message(SPRING, FactKind.DELIVERED).has(FactKind.ACCEPTED))
                .isTrue();
    }

    @Test
    void aRefusalThatWasAcceptedAfterAllCountsOnce() {
        Message message = Samples.message(SPRING, FactKind.REFUSED, FactKind.ACCEPTED);
        assertThat(message.tally().of(Scope.campaign("spring"), Bucket.TOTAL).of(Metric.ACCEPTED))
                .isEqualTo(1);
        assertThat(message.tally().of(Scope.campaign("spring"), Bucket.TOTAL).of(Metric.REFUSED))
                .isZero();
    }

    @Test
    void anAutomaticReplyLeavesTheMailDelivered() {
        Message message = Samples.message(SPRING, FactKind.DELIVERED, FactKind.AUTO_REPLIED);
        assertThat(message.tally().of(Scope.campaign("spring"), Bucket.TOTAL).of(Metric.DELIVERED))
                .isEqualTo(1);
        assertThat(message.tally().of(Scope.campaign("spring"), Bucket.TOTAL).of(Metric.BOUNCED_TRANSIENT))
                .isZero();
    }

    @Test
    void ourOwnRecordOfTheAcceptanceStaysWhicheverCameFirst() {
        Fact ours = Fact.of(FactKind.ACCEPTED, Samples.NOON, "id");
        Fact reported = Fact.reportedAcceptance(Samples.NOON.minusMillis(30), "id");
        Message unseen = Message.unseen(Samples.address(), SPRING, null);
        assertThat(unseen.with(List.of(ours)).with(List.of(reported)))
                .isEqualTo(unseen.with(List.of(ours)))
                .isEqualTo(unseen.with(List.of(reported)).with(List.of(ours)));
    }

    @Test
    void aBounceAfterDeliveryAndALateOneAreCountedAsSuch() {
        Instant later = Samples.NOON.plus(Duration.ofDays(2));
        CounterChanges tally = Message.unseen(EmailAddress.of("ada@gmail.com"), SPRING, "t", "news")
                .with(List.of(
                        Fact.of(FactKind.ACCEPTED, Samples.NOON, "id"),
                        Fact.of(FactKind.DELIVERED, Samples.NOON.plusSeconds(1), null),
                        new Fact(FactKind.BOUNCED_PERMANENT, later, null, "5.7.515")))
                .tally();
        Counts then = tally.of(Scope.CAMPAIGNS, Bucket.day(later));
        assertThat(then.of(Metric.BOUNCED_AFTER_DELIVERY)).isEqualTo(1);
        assertThat(then.of(Metric.BOUNCED_LATE)).isEqualTo(1);
        assertThat(then.of(Metric.DELIVERED)).isZero();
        assertThat(day(tally, Family.DOMAIN, "gmail.com", Samples.NOON).of(Metric.ANSWERED))
                .isEqualTo(1);
        assertThat(day(tally, Family.DOMAIN, "gmail.com", later).of(Metric.ANSWERED))
                .isZero();
        assertThat(day(tally, Family.PROVIDER, "gmail", later).of(Metric.BOUNCED_PERMANENT))
                .isEqualTo(1);
        assertThat(day(tally, Family.TOPIC, "news", later).of(Metric.BOUNCED_PERMANENT))
                .isEqualTo(1);
        assertThat(day(tally, Family.STATUS, "5.7.*", later).of(Metric.BOUNCED_PERMANENT))
                .isEqualTo(1);
        assertThat(day(tally, Family.DOMAIN_STATUS, "gmail.com 5.7.*", later).of(Metric.BOUNCED_PERMANENT))
                .isEqualTo(1);
    }

    private static Counts day(CounterChanges tally, Family family, String name, Instant at) {
        return tally.of(new Scope(family, Stream.CAMPAIGN, name), Bucket.day(at));
    }

    @Test
    void tagsComeBackAsTheyWereGiven() {
        MessageTags tags = new MessageTags(SPRING, Samples.address().recipientId(), "t1", 2);
        assertThat(MessageTags.read(tags.toMap())).contains(tags);
        assertThat(MessageTags.read(java.util.Map.of("origin", "elsewhere", "origin-id", "x", "recipient", "y")))
                .isEmpty();
    }

    @Test
    void whatCameTooSoonAfterTheDeliveryWasNoPerson() {
        Message soon = visits(1, 20).with(List.of(Fact.of(FactKind.DELIVERED, Samples.NOON.plusSeconds(18), null)));
        assertThat(humans(soon)).isZero();
        Message again = visits(1, 4_000).with(List.of(Fact.of(FactKind.DELIVERED, Samples.NOON, null)));
        assertThat(humans(again)).isEqualTo(1);
        assertThat(again.overruled(FactKind.CLICKED_BY_HUMAN)).isTrue();
        Message first = visits(60, 4_000).with(List.of(Fact.of(FactKind.DELIVERED, Samples.NOON, null)));
        assertThat(humans(first)).isEqualTo(1);
        assertThat(first.overruled(FactKind.CLICKED_BY_HUMAN_AGAIN)).isTrue();
    }

    @Test
    void newerRulesReplaceWhatOlderOnesSaid() {
        Message judged = visits(60, 4_000);
        assertThat(humans(judged)).isEqualTo(1);
        Fact newer = Fact.judgement(FactKind.CLICKED_BY_MACHINE, Samples.NOON.plusSeconds(60), "new", 2);
        assertThat(humans(judged.with(List.of(newer)))).isZero();
        Fact older = Fact.judgement(FactKind.CLICKED_BY_MACHINE, Samples.NOON.plusSeconds(60), "old", 0);
        assertThat(humans(judged.with(List.of(older)))).isEqualTo(1);
    }

    @Test
    void whatHappensToMailToTheSimulatorIsCountedAndInNoRate() {
        Message bounced = Message.unseen(EmailAddress.of("bounce+1@simulator.amazonses.com"), SPRING, null)
                .with(List.of(
                        Fact.of(FactKind.ACCEPTED, Samples.NOON, "ses-1"),
                        Fact.of(FactKind.BOUNCED_PERMANENT, Samples.NOON, null)));
        Counts counts = bounced.tally().of(Scope.campaign("spring"), Bucket.TOTAL);
        assertThat(counts.of(Metric.BOUNCED_PERMANENT)).isEqualTo(1);
        assertThat(counts.real().of(Metric.BOUNCED_PERMANENT)).isZero();
        assertThat(counts.real().of(Metric.ACCEPTED)).isZero();
    }

    @Test
    void timesAreReckonedFromWhenItWasReadyInWhateverOrderThatIsLearnt() {
        Message unseen = Message.unseen(Samples.address(), new Origin.OfNotification("n1"), "t", "digest");
        List<Fact> facts = List.of(
                Fact.of(FactKind.DELIVERED, Samples.NOON.plusSeconds(5), null),
                Fact.of(FactKind.ASKED, Samples.NOON.minusMillis(3), null),
                Fact.of(FactKind.ACCEPTED, Samples.NOON.plusMillis(800), "id"),
                Fact.of(FactKind.READY, Samples.NOON, null));
        Counts digests = unseen.with(facts)
                .tally()
                .of(new Scope(Family.CATEGORY, Stream.NOTIFICATION, "digest"), Bucket.day(Samples.NOON));
        assertThat(digests.of(Metric.WAITED_100MS)).isEqualTo(1);
        assertThat(digests.of(Metric.TAKEN_1S)).isEqualTo(1);
        assertThat(digests.of(Metric.ARRIVED_10S)).isEqualTo(1);
        assertThat(digests.values().keySet().stream().filter(Metric::isTime)).hasSize(3);
        assertThat(unseen.with(facts).tally().of(Scope.NOTIFICATIONS, Bucket.day(Samples.NOON)))
                .isEqualTo(digests);
        assertThat(unseen.with(facts.reversed()).tally())
                .isEqualTo(unseen.with(facts).tally());
        assertThat(unseen.with(facts.subList(0, 3)).tally().toString()).doesNotContain("ARRIVED", "TAKEN", "WAITED");
    }

    @Test
    void aMarkIsNeitherAnOutcomeNorToldNorCountedByItself() {
        Message asked = Samples.message(new Origin.OfNotification("n1"), FactKind.READY, FactKind.ASKED);
        assertThat(asked.outcome()).isEmpty();
        assertThat(asked.settled()).isFalse();
        assertThat(asked.tells(FactKind.READY)).isFalse();
        assertThat(asked.tally()
                        .of(Scope.NOTIFICATIONS, Bucket.day(Samples.NOON))
                        .values()
                        .keySet())
                .allMatch(Metric::isTime);
        assertThat(Samples.message(new Origin.OfNotification("n1"), FactKind.READY)
                        .tally()
                        .cells())
                .isZero();
    }

    @Test
    void aJudgementIsNeverTheOutcome() {
        assertThat(visits(60, 4_000)
                        .with(List.of(Fact.of(FactKind.OPENED, Samples.NOON, null)))
                        .outcome())
                .contains(FactKind.OPENED);
    }

    private static Message visits(int firstSecond, int lastSecond) {
        return Message.unseen(Samples.address(), SPRING, null)
                .with(List.of(
                        Fact.judgement(FactKind.CLICKED_BY_HUMAN, Samples.NOON.plusSeconds(firstSecond), "a person", 1),
                        Fact.judgement(
                                FactKind.CLICKED_BY_HUMAN_AGAIN, Samples.NOON.plusSeconds(lastSecond), "a person", 1),
                        Fact.of(FactKind.ACCEPTED, Samples.NOON.minusSeconds(100), "ses-1")));
    }

    private static long humans(Message message) {
        return message.tally().of(Scope.campaign("spring"), Bucket.TOTAL).of(Metric.CLICKED_BY_HUMAN);
    }

    @Test
    void manyLinksAtOnceWereAMachine() {
        Instant scan = Samples.NOON.plusSeconds(60);
        Message scanned = message(
                delivered(Samples.NOON),
                click("a", scan),
                click("b", scan.plusMillis(700)),
                click("c", scan.plusMillis(1_900)));
        assertThat(scanned.has(FactKind.CLICKED)).isTrue();
        assertThat(scanned.overruled(FactKind.CLICKED_BY_HUMAN)).isTrue();
        assertThat(scanned.overruled(FactKind.CLICKED_BY_HUMAN_AGAIN)).isTrue();
        assertThat(scanned.outcome()).contains(FactKind.CLICKED);

        Message andAPerson = scanned.with(click("b", scan.plusSeconds(7_200)));
        assertThat(andAPerson.overruled(FactKind.CLICKED_BY_HUMAN_AGAIN)).isFalse();
    }

    @Test
    void aFewLinksOrSlowOnesWereAPerson() {
        Instant first = Samples.NOON.plusSeconds(60);
        Message two = message(delivered(Samples.NOON), click("a", first), click("b", first.plusSeconds(1)));
        assertThat(two.overruled(FactKind.CLICKED_BY_HUMAN)).isFalse();
        Message slow = two.with(click("c", first.plusMillis(2_001)));
        assertThat(slow.overruled(FactKind.CLICKED_BY_HUMAN)).isFalse();
        Message again = two.with(click("a", first.plusMillis(500)));
        assertThat(again.overruled(FactKind.CLICKED_BY_HUMAN)).isFalse();
    }

    @Test
    void ofAnyNumberOfLinksAFewAreKept() {
        Message message = message(delivered(Samples.NOON));
        for (int i = 0; i < 500; i++) {
            message = message.with(click("link " + i, Samples.NOON.plusSeconds(60)));
        }
        Fact links = Objects.requireNonNull(message.facts().get(FactKind.CLICKED_LINKS));
        assertThat(links.detail()).hasSizeLessThan(200);
        assertThat(message.overruled(FactKind.CLICKED_BY_HUMAN)).isTrue();
    }

    @SafeVarargs
    private static Message message(List<Fact>... more) {
        Message message = Message.unseen(Samples.address(), new Origin.OfCampaign("spring"), "t1")
                .with(List.of());
        for (List<Fact> each : more) {
            message = message.with(each);
        }
        return message;
    }

    private static List<Fact> delivered(Instant at) {
        return List.of(Fact.of(FactKind.DELIVERED, at, null));
    }

    private static List<Fact> click(String link, Instant at) {
        return List.of(
                Fact.of(FactKind.CLICKED, at, link),
                Fact.judgement(FactKind.CLICKED_BY_HUMAN, at, "nothing speaks against it", 2),
                Fact.judgement(FactKind.CLICKED_BY_HUMAN_AGAIN, at, "nothing speaks against it", 2),
                Fact.linkFollowed(link, at));
    }
}
