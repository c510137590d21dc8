package io.tidings.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.contract.Samples;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.ledger.Origin;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.Stream;
import io.tidings.core.suppression.Suppressions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What SES reports, in any order, any number of times, in any groups: the same suppressions, the same judgements, the same figures. */
class SuppressionsCommuteProperty {

    private static final List<EmailAddress> PEOPLE = List.of(
            EmailAddress.of("ada@example.com"),
            EmailAddress.of("bo@example.com"),
            EmailAddress.of("bounce+1@simulator.amazonses.com"));
    private static final List<ReportKind> KINDS = List.of(ReportKind.values());
    private static final List<String> STATUSES = List.of("5.1.1", "4.4.7", "5.7.1", "4.2.2");
    private static final List<String> AGENTS =
            List.of("Mozilla/5.0", "Mozilla/5.0 (Windows NT 10.0) Firefox/145.0", "GoogleImageProxy", "Barracuda/1.0");
    /** After all of it, so that every delivery is late, as after an outage. */
    private static final Instant NOW = Samples.NOON.plus(Duration.ofDays(60));

    private record Outcome(Map<String, Object> known, Counts counts) {}

    @Property(tries = 1_000)
    void anyOrderIsTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        List<Happened> reports = new ArrayList<>();
        int length = random.nextInt(120);
        for (int i = 0; i < length; i++) {
            reports.add(report(random));
        }
        Outcome straight = record(reports, new Random(1), 1);
        List<Happened> shaken = new ArrayList<>(reports);
        for (int i = 0; i < length / 2; i++) {
            shaken.add(reports.get(random.nextInt(length)));
        }
        Collections.shuffle(shaken, random);
        assertThat(record(shaken, random, 12)).isEqualTo(straight);
    }

    @Property(tries = 100)
    void theSimulatorSuppressesNobody(@ForAll long seed) {
        Random random = new Random(seed);
        MemoryPorts ports = new MemoryPorts();
        RecordFeedback record = new RecordFeedback(ports.ledger(), ports.suppressions(), () -> NOW, true);
        for (int i = 0; i < 40; i++) {
            Happened report = report(random);
            record.record(List.of(report));
        }
        assertThat(ports.suppressions().find(PEOPLE.getLast())).isEqualTo(Suppressions.none(PEOPLE.getLast()));
    }

    private static Outcome record(List<Happened> reports, Random random, int together) {
        MemoryPorts ports = new MemoryPorts();
        RecordFeedback record = new RecordFeedback(ports.ledger(), ports.suppressions(), () -> NOW, false);
        int next = 0;
        while (next < reports.size()) {
            int end = Math.min(reports.size(), next + 1 + random.nextInt(together));
            record.record(reports.subList(next, end));
            next = end;
        }
        Map<String, Object> known = new HashMap<>();
        for (EmailAddress person : PEOPLE) {
            Suppressions suppressions = ports.suppressions().find(person);
            known.put("suppressions of " + person, List.of(suppressions.entries(), suppressions.softBounces()));
            for (Message message : ports.ledger().newest(person.recipientId(), 100)) {
                known.put(message.origin().key() + " of " + person, message.facts());
            }
        }
        return new Outcome(known, ports.statistics().read(Scope.of(Stream.CAMPAIGN), Bucket.day(Samples.NOON)));
    }

    private static Happened report(Random random) {
        EmailAddress person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        int number = random.nextInt(8);
        Origin origin = number < 5 ? new Origin.OfCampaign("c" + number) : new Origin.OfNotification("n" + number);
        Instant mailedAt = Samples.NOON.plus(Duration.ofDays(number));
        // More of what the soft-bounce policy is about than chance would give. A message is delivered once.
        ReportKind kind = switch (random.nextInt(4)) {
            case 0 -> ReportKind.TRANSIENT_BOUNCE;
            case 1 -> ReportKind.DELIVERED;
            default -> KINDS.get(random.nextInt(KINDS.size()));
        };
        Instant at = kind == ReportKind.DELIVERED
                ? mailedAt.plusSeconds(number * 5_000L)
                : mailedAt.plusSeconds(random.nextInt(40_000));
        String text = "r" + random.nextInt(3);
        Happened plain = new Happened(
                kind,
                at,
                mailedAt,
                "ses-" + origin.key() + person,
                List.of(person.toString()),
                List.of(person.toString()),
                text,
                null,
                new MessageTags(origin, person.recipientId(), null, 1));
        return switch (kind) {
            case TRANSIENT_BOUNCE ->
                plain.with(new Bounce(
                        "Transient", "General", "failed", STATUSES.get(random.nextInt(STATUSES.size())), text));
            case OPENED, CLICKED ->
                plain.with(new Detail.Visit(
                        AGENTS.get(random.nextInt(AGENTS.size())),
                        "192.0.2.1",
                        "https://example.com/" + random.nextInt(6),
                        null));
            case UNSUBSCRIBED ->
                random.nextBoolean()
                        ? plain
                        : plain.with(
                                new Detail.Preferences(false, random.nextBoolean(), Set.of("news"), Set.of("events")));
            default -> plain;
        };
    }
}
