package io.tidings.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Audience;
import io.tidings.core.campaign.Books;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchKey;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.sending.Figure;
import io.tidings.core.sending.FindPeople;
import io.tidings.core.sending.ShardPlan;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A campaign to whose people any number of things happened, in any order: each of its figures must open to exactly so many people. */
public final class FigureCheck {

    private static final List<FactKind> AFTER = List.of(FactKind.values()).stream()
            .filter(kind -> kind.comesAfterAsking() && !kind.isJudgement())
            .toList();

    private final Ports ports;
    private final Random random;
    private final Campaign campaign = Samples.draft().launching(new Campaign.Launch(Samples.NOON, "ada", 1));
    private final Map<Integer, List<RecipientId>> asked = new TreeMap<>();
    private final List<News> news = new ArrayList<>();
    private int claimed;

    public FigureCheck(Ports ports, long seed) {
        this.ports = ports;
        this.random = new Random(seed);
    }

    public void everyFigureOpensToExactlyItsPeople(int people) {
        ports.audiences().add(new Audience(campaign.audienceId(), "Guests", 0, Samples.NOON));
        List<RecipientId> members = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            members.add(somethingHappensTo(Samples.address()).recipientId());
        }
        ports.audiences().join(campaign.audienceId(), members, Samples.NOON);
        ask(people);
        Collections.shuffle(news, random);
        for (News one : news) {
            new Recorder(ports.ledger()).record(List.of(one));
        }
        Counts counts = ports.statistics().read(Scope.campaign(campaign.id()), Bucket.TOTAL);
        Books books = Books.of(counts, campaign.sending().state());
        assertThat(books.balanced()).isTrue();
        for (Figure figure : Figure.values()) {
            assertThat(find(figure)).as("%s", figure).doesNotHaveDuplicates().hasSize((int)
                    shown(figure, counts, books));
        }
    }

    private EmailAddress somethingHappensTo(EmailAddress address) {
        int fate = random.nextInt(10);
        if (fate == 0) {
            return address;
        }
        claimed++;
        List<FactKind> kinds = new ArrayList<>();
        if (fate <= 2) {
            asked.computeIfAbsent(Audience.shardOf(address.recipientId()), _ -> new ArrayList<>())
                    .add(address.recipientId());
        } else {
            kinds.add(
                    switch (fate) {
                        case 3 -> FactKind.LEFT_UNKNOWN;
                        case 4 -> FactKind.SKIPPED;
                        case 5 -> FactKind.REFUSED_FOR_NOW;
                        case 6 -> FactKind.REFUSED;
                        default -> FactKind.ACCEPTED;
                    });
        }
        for (int more = random.nextInt(5); more > 0; more--) {
            kinds.add(AFTER.get(random.nextInt(AFTER.size())));
        }
        kinds.forEach(kind -> news.add(new News(
                address,
                new Origin.OfCampaign(campaign.id()),
                null,
                List.of(Fact.of(kind, Samples.NOON.plusSeconds(random.nextInt(200_000)), "why")))));
        return address;
    }

    /** Those that are asked for lie in open batches, and everybody but those who wait is counted as claimed. */
    private void ask(int people) {
        Campaign draft = Campaign.draft(campaign.id(), campaign.brief(), Samples.NOON);
        ports.campaigns().add(draft);
        List<ShardPlan> plans = asked.keySet().stream()
                .map(shard -> ShardPlan.start(campaign.id(), shard, Samples.NOON))
                .toList();
        ports.plans()
                .start(
                        draft.launching(new Campaign.Launch(Samples.NOON, "ada", 1)),
                        plans,
                        count(Metric.AUDIENCE, people).add(scope(), Bucket.TOTAL, Metric.CLAIMED, claimed));
        for (ShardPlan plan : plans) {
            List<RecipientId> inShard = asked.getOrDefault(plan.shard(), List.of());
            Batch batch = Batch.planned(new BatchKey(campaign.id(), plan.shard(), 0), inShard, Samples.NOON);
            assertThat(ports.plans().advance(plan, plan, List.of(batch))).isTrue();
            assertThat(ports.batches()
                            .replace(batch, batch.claimed(Samples.NOON, Duration.ofMinutes(1)), new CounterChanges()))
                    .isTrue();
        }
    }

    private CounterChanges count(Metric metric, long n) {
        return new CounterChanges().add(scope(), Bucket.TOTAL, metric, n);
    }

    private Scope scope() {
        return Scope.campaign(campaign.id());
    }

    private static long shown(Figure figure, Counts counts, Books books) {
        return switch (figure) {
            case UNKNOWN -> books.unknown();
            case UNCLAIMED -> books.waiting();
            case BOUNCED ->
                counts.of(Metric.BOUNCED_PERMANENT)
                        + counts.of(Metric.BOUNCED_TRANSIENT)
                        + counts.of(Metric.BOUNCED_UNDETERMINED)
                        + counts.of(Metric.SUPPRESSED_BOUNCES);
            default -> counts.of(Metric.valueOf(figure.name()));
        };
    }

    private List<String> find(Figure figure) {
        FindPeople people = new FindPeople(ports.audiences(), ports.ledger(), ports.batches());
        List<String> found = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            int limit = 1 + random.nextInt(9);
            FindPeople.Found page = people.find(campaign, figure, cursor, limit);
            assertThat(page.people().size()).isLessThanOrEqualTo(limit);
            page.people().forEach(person -> found.add(person.id().value()));
            cursor = page.next();
        } while (cursor != null);
        return found;
    }
}
