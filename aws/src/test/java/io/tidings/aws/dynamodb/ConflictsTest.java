package io.tidings.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidings.aws.Emulator;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.contract.Ports;
import io.tidings.core.contract.Samples;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many processors count the same things at once, and DynamoDB cancels some of what they write. */
class ConflictsTest {

    private static final int PROCESSORS = 8;
    private static final int MESSAGES = 800;
    private static final int TOGETHER = 40;

    private final Ports ports = new DynamoPorts(new Dynamo(Emulator.clients().dynamoDb(), Emulator.tables()));

    @AfterEach
    void calm() {
        if (Emulator.hasFaults()) {
            Emulator.faults("{}");
        }
    }

    @Test
    void inAStormOfConflictsEachIsCountedOnce() throws Exception {
        assumeTrue(Emulator.hasFaults(), "only the embedded AWS makes conflicts on request");
        Emulator.faults("{\"dynamodb\":{\"throttle\":0.01,\"conflict\":0.05}}");
        Origin campaign = new Origin.OfCampaign(Samples.id());
        List<News> news = IntStream.range(0, MESSAGES)
                .mapToObj(i -> new News(
                        EmailAddress.of("p" + i + "@example.com"),
                        campaign,
                        "t",
                        "news",
                        List.of(Fact.of(FactKind.DELIVERED, Samples.NOON, null))))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> all = IntStream.range(0, PROCESSORS)
                    .mapToObj(i -> threads.submit(() -> recordFrom(news, i * MESSAGES / PROCESSORS)))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(ports.statistics()
                        .read(Scope.campaign(campaign.id()), Bucket.TOTAL)
                        .of(Metric.DELIVERED))
                .isEqualTo(MESSAGES);
    }

    /** A fourth of all, so that each message is somebody else's, too. */
    private void recordFrom(List<News> news, int first) {
        Recorder recorder = new Recorder(ports.ledger());
        for (int i = 0; i < MESSAGES / 4; i += TOGETHER) {
            int from = (first + i) % MESSAGES;
            recorder.record(news.subList(from, Math.min(MESSAGES, from + TOGETHER)));
        }
    }
}
