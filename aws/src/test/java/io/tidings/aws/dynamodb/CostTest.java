package io.tidings.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidings.aws.Emulator;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.contract.Ports;
import io.tidings.core.contract.Samples;
import io.tidings.core.feedback.RecordFeedback;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.feedback.ReportKind;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchKey;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.sending.ShardPlan;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Days;
import io.tidings.core.statistics.Family;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.Stream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a message costs in DynamoDB's units, which are the same on every machine. */
class CostTest {

    private static final Instant NOON = Instant.parse("2026-05-20T12:00:00Z");
    private static final int MESSAGES = 2_000;
    private static final int GATHERING = 140;
    /** As lists of people's own addresses are: two in three at the few large ones, the rest spread wide. */
    private static final List<String> LARGE =
            List.of("gmail.com", "gmail.com", "gmail.com", "outlook.com", "yahoo.com", "icloud.com");

    private final Ports ports = new DynamoPorts(new Dynamo(Emulator.clients().dynamoDb(), Emulator.tables()));
    private final Random random = new Random(7);

    @Test
    void aMessageCostsAtMostSixWriteUnitsAndThreeReadUnitsWithItsSendAndDelivery() {
        assumeTrue(Emulator.hasFaults(), "only the embedded AWS tells what was consumed");
        List<EmailAddress> people = people(MESSAGES);
        String campaign = Samples.id();

        Units before = Units.now();
        List<Batch> claimed = planAndClaim(campaign, people);
        Units planned = Units.now().minus(before);

        before = Units.now();
        settle(campaign, people, claimed);
        Units settled = Units.now().minus(before);

        before = Units.now();
        report(campaign, people);
        Units reported = Units.now().minus(before);

        System.out.printf("units a message: plan and claim %s, settle %s, feedback %s%n", planned, settled, reported);
        assertThat(settled.written() / MESSAGES).isLessThan(3.2);
        assertThat(reported.written() / MESSAGES).isLessThan(3.4);
        assertThat(reported.read() / MESSAGES).isLessThan(1.2);
        assertThat((planned.written() + settled.written() + reported.written()) / MESSAGES)
                .isLessThan(6);
        assertThat((planned.read() + settled.read() + reported.read()) / MESSAGES)
                .isLessThan(3);
        assertThat(ports.statistics()
                        .read(Scope.campaign(campaign), Bucket.TOTAL)
                        .values()
                        .get(FactKind.DELIVERED.metric()))
                .isEqualTo(MESSAGES);
    }

    @Test
    void statisticsCostTheSameAtAHundredAndAtFiveThousandMessages() {
        assumeTrue(Emulator.hasFaults(), "only the embedded AWS tells what was consumed");
        Days days = new Days(
                NOON.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(29),
                NOON.atOffset(ZoneOffset.UTC).toLocalDate());
        String campaign = Samples.id();
        List<EmailAddress> people = people(5_000);
        // Enough transactions to be in every shard.
        for (int i = 0; i < 100; i++) {
            report(campaign, people.subList(i, i + 1));
        }
        double few = readAll(campaign, days);
        report(campaign, people.subList(100, people.size()));
        assertThat(readAll(campaign, days)).isEqualTo(few).isLessThan(400);
    }

    private double readAll(String campaign, Days days) {
        Units before = Units.now();
        ports.statistics().read(Scope.CAMPAIGNS, days.buckets());
        ports.statistics().read(Scope.campaign(campaign), Bucket.TOTAL);
        ports.statistics().statuses(List.of(Stream.values()), days);
        List<String> top = List.of("gmail.com", "outlook.com", "yahoo.com");
        ports.statistics()
                .sums(
                        top.stream()
                                .map(domain -> new Scope(Family.DOMAIN, Stream.CAMPAIGN, domain))
                                .toList(),
                        days);
        ports.statistics().statuses(List.of(Stream.CAMPAIGN), top, days);
        Units used = Units.now().minus(before);
        System.out.printf("a dashboard reads %.1f units%n", used.read());
        return used.read();
    }

    private List<Batch> planAndClaim(String campaign, List<EmailAddress> people) {
        List<Batch> batches = new ArrayList<>();
        ShardPlan plan = ShardPlan.start(campaign, 0, NOON);
        Campaign stored = Samples.draft();
        ports.campaigns().add(stored);
        ports.plans()
                .start(
                        stored.launching(new Campaign.Launch(NOON, "ana@example.com", 1)),
                        List.of(plan),
                        new CounterChanges());
        for (int i = 0; i < people.size(); i += Batch.MOST) {
            List<EmailAddress> some = people.subList(i, i + Batch.MOST);
            Batch batch = Batch.planned(
                    new BatchKey(campaign, 0, i / Batch.MOST),
                    some.stream().map(EmailAddress::recipientId).toList(),
                    NOON);
            ShardPlan next = new ShardPlan(
                    campaign,
                    0,
                    plan.step(),
                    plan.batches() + 1,
                    batch.waiting().getLast(),
                    null,
                    false,
                    false,
                    NOON);
            ports.plans().advance(plan, next, List.of(batch));
            plan = next;
            Batch mine = batch.claimed(NOON, Duration.ofMinutes(1));
            ports.batches()
                    .replace(
                            batch,
                            mine,
                            new CounterChanges()
                                    .add(Scope.campaign(campaign), Bucket.TOTAL, Metric.CLAIMED, Batch.MOST));
            batches.add(mine);
        }
        return batches;
    }

    private void settle(String campaign, List<EmailAddress> people, List<Batch> batches) {
        Recorder recorder = new Recorder(ports.ledger());
        for (int i = 0; i < batches.size(); i++) {
            recorder.settle(
                    batches.get(i),
                    people.subList(i * Batch.MOST, (i + 1) * Batch.MOST).stream()
                            .map(address -> new News(
                                    address,
                                    new Origin.OfCampaign(campaign),
                                    "spring-template",
                                    "news",
                                    List.of(Fact.of(FactKind.ACCEPTED, NOON, sesId(address)))))
                            .toList());
        }
    }

    /** A Send and a Delivery of each, the Delivery some gatherings later. */
    private void report(String campaign, List<EmailAddress> people) {
        List<Happened> events = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            events.add(event(campaign, people.get(i), ReportKind.SENT));
            if (i >= 300) {
                events.add(outcome(campaign, people, i - 300));
            }
        }
        for (int i = Math.max(0, people.size() - 300); i < people.size(); i++) {
            events.add(outcome(campaign, people, i));
        }
        RecordFeedback record = new RecordFeedback(ports.ledger(), ports.suppressions(), () -> NOON, false);
        for (int i = 0; i < events.size(); i += GATHERING) {
            List<Happened> gathering = events.subList(i, Math.min(events.size(), i + GATHERING));
            ports.events().keep(gathering.stream().map(CostTest::body).toList(), NOON);
            record.record(gathering);
        }
    }

    private Happened outcome(String campaign, List<EmailAddress> people, int i) {
        return event(campaign, people.get(i), ReportKind.DELIVERED);
    }

    private static Happened event(String campaign, EmailAddress address, ReportKind kind) {
        return new Happened(
                kind,
                NOON.plusSeconds(2),
                NOON.minusMillis(20),
                sesId(address),
                List.of(address.toString()),
                List.of(address.toString()),
                "The recipient's server took the mail.",
                null,
                new MessageTags(new Origin.OfCampaign(campaign), address.recipientId(), "spring-template", "news", 1));
    }

    /** As SES writes it. */
    private static String body(Happened event) {
        MessageTags tags = Objects.requireNonNull(event.tags());
        String address = event.sentTo().getFirst();
        return """
                {"eventType":"Delivery","mail":{"timestamp":"%s","source":"Tidings <hello@tidings.example>",\
                "sourceArn":"arn:aws:ses:eu-west-1:123456789012:identity/tidings.example","sendingAccountId":"123456789012",\
                "messageId":"%s","destination":["%s"],"headersTruncated":false,"headers":[{"name":"From","value":\
                "Tidings <hello@tidings.example>"},{"name":"To","value":"%s"},{"name":"Subject","value":"Spring is here"},\
                {"name":"MIME-Version","value":"1.0"},{"name":"Content-Type","value":"multipart/alternative; boundary=\\"%s\\""},\
                {"name":"List-Unsubscribe","value":"<https://tidings.example/u/%s>"},{"name":"List-Unsubscribe-Post","value":\
                "List-Unsubscribe=One-Click"}],"commonHeaders":{"from":["Tidings <hello@tidings.example>"],"to":["%s"],\
                "messageId":"%s","subject":"Spring is here"},"tags":{"ses:source-tls-version":["TLSv1.3"],\
                "ses:operation":["SendBulkEmail"],"ses:configuration-set":["tidings"],"ses:source-ip":["203.0.113.7"],\
                "ses:from-domain":["tidings.example"],"ses:caller-identity":["tidings-service"],"ses:outgoing-ip":["198.51.100.9"],\
                "origin":["campaign"],"origin-id":["%s"],"recipient":["%s"],"template":["spring-template"],"topic":["news"],\
                "attempt":["1"]}},"delivery":{"timestamp":"%s","processingTimeMillis":%d,"recipients":["%s"],\
                "smtpResponse":"250 2.0.0 OK  %s - gsmtp","remoteMtaIp":"192.0.2.%d","reportingMTA":"a7-%d.smtp-out.eu-west-1.amazonses.com"}}""".formatted(
                        event.mailedAt(),
                        event.sesMessageId(),
                        address,
                        address,
                        event.sesMessageId(),
                        event.sesMessageId() + tags.recipient(),
                        address,
                        event.sesMessageId(),
                        tags.origin().id(),
                        tags.recipient(),
                        event.at(),
                        address.hashCode() & 4095,
                        address,
                        event.sesMessageId(),
                        address.hashCode() & 127,
                        address.hashCode() & 63);
    }

    private static String sesId(EmailAddress address) {
        return "0100019a" + address.recipientId().value() + "-000000";
    }

    private List<EmailAddress> people(int n) {
        List<EmailAddress> people = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String domain = random.nextInt(3) > 0
                    ? LARGE.get(random.nextInt(LARGE.size()))
                    : "host" + (int) Math.pow(40, random.nextDouble()) + ".example";
            people.add(EmailAddress.of("p" + Samples.id() + "@" + domain));
        }
        Collections.shuffle(people, random);
        return people;
    }

    private record Units(double read, double written) {

        static Units now() {
            double read = 0;
            double written = 0;
            for (var table : Emulator.usage().path("dynamodb")) {
                read += table.path("readUnits").asDouble();
                written += table.path("writeUnits").asDouble();
            }
            return new Units(read, written);
        }

        Units minus(Units before) {
            return new Units(read - before.read, written - before.written);
        }

        @Override
        public String toString() {
            return "%.2f written %.2f read".formatted(written / MESSAGES, read / MESSAGES);
        }
    }
}
