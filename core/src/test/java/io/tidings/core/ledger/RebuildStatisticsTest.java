package io.tidings.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.contract.Samples;
import io.tidings.core.ledger.RebuildStatistics.Compared;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RebuildStatisticsTest {

    private static final Origin SPRING = new Origin.OfCampaign("spring");

    private final MemoryPorts ports = new MemoryPorts();
    private final Random random = new Random(3);
    private final RebuildStatistics rebuild = new RebuildStatistics(ports.messageScan(), ports.statistics());

    @Test
    void whatWasCountedIsWhatTheLedgerHas() {
        record(300);
        assertThat(rebuild.compare(() -> {}).differences()).isEmpty();
        assertThat(rebuild.compare(() -> {}).messages()).isEqualTo(300);
    }

    @Test
    void aCounterThatIsWrongIsNamedAndMended() {
        record(300);
        Bucket day = Bucket.day(Samples.NOON);
        ports.statistics()
                .mend(new CounterChanges()
                        .add(Scope.CAMPAIGNS, day, Metric.DELIVERED, -5)
                        .add(Scope.campaign("spring"), Bucket.TOTAL, Metric.AUDIENCE, 900));
        assertThat(rebuild.compare(() -> {}).differences()).singleElement().satisfies(difference -> {
            assertThat(difference.scope()).isEqualTo(Scope.CAMPAIGNS);
            assertThat(difference.metric()).isEqualTo(Metric.DELIVERED);
            assertThat(difference.inLedger() - difference.counted()).isEqualTo(5);
        });
        assertThat(rebuild.rebuild(() -> {}).differences()).hasSize(1);
        assertThat(rebuild.compare(() -> {}).differences()).isEmpty();
        assertThat(ports.statistics()
                        .read(Scope.campaign("spring"), Bucket.TOTAL)
                        .of(Metric.AUDIENCE))
                .isEqualTo(900);
    }

    @Test
    void inTurnsItFindsTheSame() {
        record(300);
        ports.statistics()
                .mend(new CounterChanges().add(Scope.NOTIFICATIONS, Bucket.day(Samples.NOON), Metric.OPENED, 1));
        Compared inTurns = new RebuildStatistics(ports.messageScan(), ports.statistics(), 10).compare(() -> {});
        assertThat(inTurns).isEqualTo(rebuild.compare(() -> {}));
        assertThat(inTurns.differences()).hasSize(1);
    }

    @Test
    void whileOthersGoOnCountingNothingRightIsMended() {
        record(200);
        AtomicInteger page = new AtomicInteger();
        Compared live = rebuild.rebuild(() -> {
            if (page.incrementAndGet() % 3 == 0) {
                record(4);
            }
        });
        assertThat(live.moving()).isPositive();
        assertThat(live.differences()).isEmpty();
        assertThat(rebuild.compare(() -> {}).differences()).isEmpty();
    }

    private void record(int messages) {
        List<News> news = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            FactKind kind = FactKind.values()[random.nextInt(FactKind.values().length)];
            news.add(new News(
                    EmailAddress.of("p" + Samples.id() + "@example" + random.nextInt(9) + ".com"),
                    SPRING,
                    "t",
                    "news",
                    List.of(new Fact(kind, Samples.NOON, null, "5.1.1"))));
        }
        new Recorder(ports.ledger()).record(news);
    }
}
