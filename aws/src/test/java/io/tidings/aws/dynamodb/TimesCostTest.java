package io.tidings.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidings.aws.Emulator;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.contract.Ports;
import io.tidings.core.contract.Samples;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.ledger.Recorder.News;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it costs to count how long notifications take. */
class TimesCostTest {

    private static final Instant FIRST = Instant.parse("2033-05-01T09:00:00Z");
    private static final int DAYS = 30;
    private static final int A_DAY = 40;
    /** How many different waits there are, each twice as long as the one before: from 20 ms on. */
    private static final int FEW = 4;

    private static final int MANY = 12;

    private final Ports ports = new DynamoPorts(new Dynamo(Emulator.clients().dynamoDb(), Emulator.tables()));

    @Test
    void theTransactionHasNoMoreItems() {
        Message plain = Message.unseen(EmailAddress.of("ana@gmail.com"), new Origin.OfNotification("n1"), "t", "digest")
                .with(facts(FIRST, 0).subList(2, 4));
        Message timed = plain.with(facts(FIRST, 0));
        assertThat(timed.tally()).isNotEqualTo(plain.tally());
        assertThat(CounterActions.items(timed.tally())).isEqualTo(CounterActions.items(plain.tally()));
    }

    @Test
    void overAMonthANotificationCostsAFewUnitsMore() {
        assumeTrue(Emulator.hasFaults(), "only the embedded AWS tells what was consumed");
        double plain = units(2, "plain", MANY);
        double timed = units(0, "timed", FEW);
        double most = units(0, "spread", MANY);
        System.out.printf(
                "units a notification over a month: %.1f, with its times %.1f, with times of all kinds %.1f%n",
                plain, timed, most);
        assertThat(timed - plain).isLessThan(5);
        assertThat(most - plain).isLessThan(10);
    }

    /** Accepted and delivered, each on its own, as the lane records them. */
    private double units(int from, String template, int waits) {
        Recorder recorder = new Recorder(ports.ledger());
        double before = written();
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < A_DAY; i++) {
                List<Fact> facts = facts(FIRST.plus(Duration.ofDays(day)), i % waits);
                EmailAddress to = EmailAddress.of("p" + Samples.id() + "@gmail.com");
                recorder.recordFirst(List.of(news(to, template, facts.subList(from, 3))));
                recorder.record(List.of(news(to, template, facts.subList(3, 4))));
            }
        }
        return (written() - before) / (DAYS * A_DAY);
    }

    private static News news(EmailAddress to, String template, List<Fact> facts) {
        return new News(to, new Origin.OfNotification(to.local()), template, template + "-category", facts);
    }

    private static List<Fact> facts(Instant ready, int doubled) {
        Duration wait = Duration.ofMillis(20L << doubled);
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(FactKind.READY, ready, null));
        facts.add(Fact.of(FactKind.ASKED, ready.plus(wait), null));
        facts.add(Fact.of(FactKind.ACCEPTED, ready.plus(wait).plusMillis(90), "0100019a-000000"));
        facts.add(Fact.of(FactKind.DELIVERED, ready.plus(wait.multipliedBy(2)).plusSeconds(2), null));
        return facts;
    }

    private static double written() {
        double written = 0;
        for (var table : Emulator.usage().path("dynamodb")) {
            written += table.path("writeUnits").asDouble();
        }
        return written;
    }
}
