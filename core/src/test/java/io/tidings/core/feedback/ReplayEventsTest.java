package io.tidings.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.contract.Samples;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.ledger.Origin;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.statistics.CounterChanges;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayEventsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final InstantSource CLOCK = InstantSource.fixed(Samples.NOON.plusSeconds(86_400));

    private final MemoryPorts ports = new MemoryPorts();
    private final RecordFeedback recordFeedback =
            new RecordFeedback(ports.ledger(), ports.suppressions(), CLOCK, false);
    private final ReplayEvents replay = new ReplayEvents(ports.events(), recordFeedback, ReplayEventsTest::read, CLOCK);

    @Test
    void whatWasRightStaysAndWhatWasMissedIsAdded() {
        List<String> bodies = IntStream.range(0, 90)
                .mapToObj(i ->
                        "p" + i / 2 + "@example.com " + (i % 2 == 0 ? ReportKind.SENT : ReportKind.PERMANENT_BOUNCE))
                .toList();
        for (int i = 0; i < bodies.size(); i += 10) {
            ports.events().keep(bodies.subList(i, i + 10), Samples.NOON.plusSeconds(i * 1_000L));
        }
        recordFeedback.record(
                bodies.subList(0, 70).stream().map(ReplayEventsTest::read).toList());
        assertThat(replayed()).isEqualTo(90);
        CounterChanges once = ports.statistics().all(null, 1).items();

        MemoryPorts straight = new MemoryPorts();
        new RecordFeedback(straight.ledger(), straight.suppressions(), CLOCK, false)
                .record(bodies.stream().map(ReplayEventsTest::read).toList());
        assertThat(once).isEqualTo(straight.statistics().all(null, 1).items());

        assertThat(replayed()).isEqualTo(90);
        assertThat(ports.statistics().all(null, 1).items()).isEqualTo(once);
    }

    private long replayed() {
        long events = 0;
        @Nullable String cursor = null;
        List<String> seen = new ArrayList<>();
        do {
            ReplayEvents.Step step = replay.step(DAY, cursor);
            events += step.events();
            cursor = step.cursor();
            assertThat(seen).doesNotContain(String.valueOf(cursor));
            seen.add(String.valueOf(cursor));
        } while (cursor != null);
        return events;
    }

    private static Happened read(String body) {
        int blank = body.indexOf(' ');
        EmailAddress address = EmailAddress.of(body.substring(0, blank));
        return new Happened(
                ReportKind.valueOf(body.substring(blank + 1)),
                Samples.NOON,
                Samples.NOON,
                "m",
                List.of(address.toString()),
                List.of(),
                "why",
                null,
                new MessageTags(new Origin.OfCampaign("c"), address.recipientId(), null, 1));
    }
}
