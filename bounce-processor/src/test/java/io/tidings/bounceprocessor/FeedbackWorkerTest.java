package io.tidings.bounceprocessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.aws.deployment.AwsClients;
import io.tidings.aws.sqs.GatheringConsumer;
import io.tidings.aws.sqs.Queue;
import io.tidings.aws.sqs.Received;
import io.tidings.aws.webhook.EventJson;
import io.tidings.awslocal.AwsLocal;
import io.tidings.awslocal.Options;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Page;
import io.tidings.core.deadletter.FailureLog.Cause;
import io.tidings.core.deployment.QueueNames;
import io.tidings.core.feedback.RecordFeedback;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.ledger.Origin;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.core.webhook.Announce;
import io.tidings.core.webhook.EventType;
import io.tidings.core.webhook.ReportEvents;
import io.tidings.core.webhook.Subscriptions;
import io.tidings.core.webhook.Webhook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class FeedbackWorkerTest {

    private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
    private static final Origin CAMPAIGN = new Origin.OfCampaign("c1");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int TRIES = 2;
    private static @Nullable AwsLocal aws;
    private static @Nullable SqsClient client;

    private final MemoryPorts ports = new MemoryPorts();
    private final String name = new QueueNames("w" + NUMBER.incrementAndGet() + "-").feedback();
    private final String parked = new QueueNames("").deadLettersOf(name);

    @BeforeAll
    static void start() {
        aws = AwsLocal.start(Options.DEFAULT);
        client = AwsClients.at(aws.endpoint()).sqs();
    }

    @AfterAll
    static void stop() {
        sqs().close();
        if (aws != null) {
            aws.close();
        }
    }

    @Test
    void whatSesReportsIsStoredAndThenAcknowledged() {
        makeQueues(30);
        try (GatheringConsumer consumer = consumer(ports.ledger())) {
            send(delivery());
            await().untilAsserted(() -> assertThat(inQueue(name)).isZero());
            assertThat(known().has(FactKind.DELIVERED)).isTrue();
            assertThat(known().has(FactKind.ACCEPTED)).isTrue();
        }
    }

    @Test
    void aPermanentBounceIsAFactACounterAndASuppression() {
        makeQueues(30);
        try (GatheringConsumer consumer = consumer(ports.ledger())) {
            send(bounce());
            await().untilAsserted(() -> assertThat(inQueue(name)).isZero());
            assertThat(known().outcome()).contains(FactKind.BOUNCED_PERMANENT);
            assertThat(count(Metric.BOUNCED_PERMANENT)).isEqualTo(1);
            assertThat(ports.suppressions().find(List.of(ADA.recipientId()))).hasSize(1);
        }
    }

    @Test
    void whoWantsToKnowIsToldOnceHoweverOftenAReportComes() {
        Webhook webhook = Webhook.made(
                "w",
                new Webhook.Wishes(URI.create("https://chat.example"), Set.of(EventType.BOUNCED), Webhook.Only.ALL, ""),
                "secret",
                InstantSource.system().instant());
        ports.webhooks().add(webhook);
        makeQueues(30);
        try (GatheringConsumer consumer = consumer(ports.ledger())) {
            for (int i = 0; i < 6; i++) {
                send(i % 2 == 0 ? bounce() : delivery());
            }
            await().untilAsserted(() -> assertThat(inQueue(name)).isZero());
        }
        assertThat(ports.deliveries().log("w", null, null, null, 50).items())
                .singleElement()
                .satisfies(event -> assertThat(event.body())
                        .contains("\"message.bounced\"", "\"permanent\"", ADA.toString(), "\"campaignId\":\"c1\""));
    }

    @Test
    void duplicatesChangeNothing() {
        makeQueues(30);
        try (GatheringConsumer consumer = consumer(ports.ledger())) {
            for (int i = 0; i < 12; i++) {
                send(i % 2 == 0 ? bounce() : delivery());
            }
            await().untilAsserted(() -> assertThat(inQueue(name)).isZero());
        }
        assertThat(count(Metric.ACCEPTED)).isEqualTo(1);
        assertThat(count(Metric.DELIVERED)).isEqualTo(1);
        assertThat(count(Metric.BOUNCED_PERMANENT)).isEqualTo(1);
    }

    @Test
    void whatNobodyCanReadParksAfterItsTriesAndHoldsUpNothing() {
        makeQueues(1);
        try (GatheringConsumer consumer = consumer(ports.ledger())) {
            send("this is not JSON");
            send(delivery());
            await().untilAsserted(
                            () -> assertThat(known().has(FactKind.DELIVERED)).isTrue());
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(inQueue(parked)).isEqualTo(1);
                assertThat(inQueue(name)).isZero();
            });
        }
    }

    @Test
    void whatIsNotStoredIsNotAcknowledged() {
        makeQueues(1);
        FailingLedger broken = new FailingLedger(ports.ledger());
        try (GatheringConsumer consumer = consumer(broken)) {
            send(delivery());
            await().untilAsserted(() -> assertThat(broken.tries).hasPositiveValue());
        }
        assertThat(inQueue(name) + inQueue(parked)).isEqualTo(1);
        assertThat(ports.ledger().find(List.of(key()))).isEmpty();
    }

    @Test
    void oncTheStoreIsBackItIsStoredAfterAll() {
        makeQueues(1);
        FailingLedger mended = new FailingLedger(ports.ledger());
        try (GatheringConsumer consumer = consumer(mended)) {
            send(delivery());
            await().untilAsserted(() -> assertThat(mended.tries).hasPositiveValue());
            mended.works = true;
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(inQueue(name)).isZero());
            assertThat(known().has(FactKind.DELIVERED)).isTrue();
        }
    }

    @Test
    void whatIsNotOursIsAcknowledgedAndLeavesNoTrace() {
        makeQueues(30);
        try (GatheringConsumer consumer = consumer(ports.ledger())) {
            send(delivery().replace("\"tags\"", "\"notTags\""));
            send("Successfully validated SNS topic for Amazon SES event publishing.");
            await().untilAsserted(() -> assertThat(inQueue(name)).isZero());
        }
        assertThat(ports.ledger().find(List.of(key()))).isEmpty();
        assertThat(inQueue(parked)).isZero();
    }

    @Test
    void oneThatCannotBeStoredHoldsUpNoOtherAndItsCauseIsNoted() {
        makeQueues(1);
        FailingLedger picky = new FailingLedger(ports.ledger());
        picky.refused = EmailAddress.of("odd@example.com");
        try (GatheringConsumer consumer = consumer(picky)) {
            String odd = sqs().sendMessage(
                            request -> request.queueUrl(url(name)).messageBody(delivery("odd@example.com")))
                    .messageId();
            for (int i = 0; i < 30; i++) {
                send(delivery("p" + i + "@example.com"));
            }
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(inQueue(parked)).isEqualTo(1);
                assertThat(inQueue(name)).isZero();
            });
            assertThat(count(Metric.DELIVERED)).isEqualTo(30);
            assertThat(ports.failures().causes(List.of(odd)).get(odd))
                    .extracting(Cause::words)
                    .asString()
                    .contains("the store is away");
        }
    }

    @Test
    void whatSesSentIsKeptBeforeItIsRecorded() {
        FailingLedger broken = new FailingLedger(ports.ledger());
        String body = delivery();
        assertThat(worker(broken).on(List.of(new Received("m", body, Instant.now()))))
                .containsOnlyKeys("m");
        assertThat(ports.events()
                        .of(LocalDate.now(ZoneOffset.UTC), null)
                        .items()
                        .getFirst()
                        .bodies())
                .containsExactly(body);
    }

    @Test
    void howFarTheQueueIsReadIsNotedByTheOneInTheMiddle() {
        Instant sent = Instant.parse("2026-03-01T12:00:00Z");
        worker(ports.ledger())
                .on(List.of(
                        new Received("old", delivery(), sent.minusSeconds(900)),
                        new Received("m", delivery(), sent),
                        new Received("new", delivery(), sent.plusSeconds(1))));
        assertThat(ports.events().progress())
                .hasValueSatisfying(progress -> assertThat(progress.sent()).isEqualTo(sent));
    }

    /** The sender must not take silence for a proof while such reports go from hand to hand, also when we die with them. */
    @Test
    void aReportThatWasLongOnItsWayIsToldOfBeforeItIsRecorded() {
        FailingLedger broken = new FailingLedger(ports.ledger());
        worker(broken).on(List.of(new Received("m", delivery(), Instant.now())));
        assertThat(ports.events().lateSeenAt()).isEmpty();
        worker(broken).on(List.of(new Received("m", delivery(), Instant.now().minusSeconds(45))));
        assertThat(ports.events().lateSeenAt()).isPresent();
    }

    @Test
    void onLambdaThoseThatFailedAreNamedAndNoOthers() throws IOException {
        String answer = onLambda(ports.ledger(), "not JSON", delivery(), delivery(), bounce());
        assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m0\"}]}");
        assertThat(count(Metric.DELIVERED)).isEqualTo(1);
        assertThat(count(Metric.BOUNCED_PERMANENT)).isEqualTo(1);
        assertThat(ports.failures().causes(List.of("m0")).get("m0"))
                .extracting(Cause::words)
                .asString()
                .contains("not JSON");
        assertThat(onLambda(ports.ledger(), delivery(), bounce())).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(count(Metric.DELIVERED)).isEqualTo(1);
    }

    @Test
    void onLambdaAllComeBackWhileTheStoreIsAway() throws IOException {
        String[] bodies = IntStream.range(0, 20)
                .mapToObj(i -> delivery("p" + i + "@example.com"))
                .toArray(String[]::new);
        FailingLedger broken = new FailingLedger(ports.ledger());
        String answer = onLambda(broken, bodies);
        assertThat(answer.split("itemIdentifier", -1)).hasSize(bodies.length + 1);
        assertThat(broken.tries).hasValueLessThan(bodies.length);
    }

    private String onLambda(MessageLedger ledger, String... bodies) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode event = json.createObjectNode();
        for (int i = 0; i < bodies.length; i++) {
            event.withArray("Records").addObject().put("messageId", "m" + i).put("body", bodies[i]);
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new FeedbackFunction(worker(ledger)).handle(new ByteArrayInputStream(json.writeValueAsBytes(event)), answer);
        return answer.toString(StandardCharsets.UTF_8);
    }

    private GatheringConsumer consumer(MessageLedger ledger) {
        return new GatheringConsumer(new Queue(sqs(), name), 100, Duration.ofMillis(50), 2, worker(ledger)::on).start();
    }

    private FeedbackWorker worker(MessageLedger ledger) {
        return new FeedbackWorker(
                new RecordFeedback(ledger, ports.suppressions(), InstantSource.system(), false),
                new ReportEvents(new Announce(
                        new Subscriptions(ports.webhooks(), InstantSource.system()),
                        ports.deliveries(),
                        ports.references(),
                        new EventJson(),
                        InstantSource.system())),
                ports.events(),
                ports.failures(),
                InstantSource.system());
    }

    private Message known() {
        Map<MessageLedger.Key, Message> found = ports.ledger().find(List.of(key()));
        assertThat(found).hasSize(1);
        return found.values().iterator().next();
    }

    private static MessageLedger.Key key() {
        return new MessageLedger.Key(ADA.recipientId(), CAMPAIGN);
    }

    private long count(Metric metric) {
        return ports.statistics().read(Scope.campaign("c1"), Bucket.TOTAL).of(metric);
    }

    private void makeQueues(int visibilitySeconds) {
        String url = sqs().createQueue(request -> request.queueName(parked)).queueUrl();
        String arn = sqs().getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        sqs().createQueue(request -> request.queueName(name)
                .attributes(Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        String.valueOf(visibilitySeconds),
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":\"" + TRIES + "\"}")));
    }

    private void send(String body) {
        sqs().sendMessage(request -> request.queueUrl(url(name)).messageBody(body));
    }

    /** Visible or in somebody's hands. */
    private int inQueue(String queue) {
        Map<QueueAttributeName, String> counts = sqs().getQueueAttributes(request -> request.queueUrl(url(queue))
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return counts.values().stream().mapToInt(Integer::parseInt).sum();
    }

    private static String url(String queue) {
        return sqs().getQueueUrl(request -> request.queueName(queue)).queueUrl();
    }

    private static SqsClient sqs() {
        return java.util.Objects.requireNonNull(client);
    }

    private static String delivery() {
        return delivery(ADA.toString());
    }

    private static String delivery(String address) {
        return event("Delivery", address, """
                "delivery":{"timestamp":"2026-11-20T10:00:01.000Z","recipients":["x@example.com"],
                "smtpResponse":"250 ok","processingTimeMillis":500}""");
    }

    private static String bounce() {
        return event("Bounce", ADA.toString(), """
                "bounce":{"bounceType":"Permanent","bounceSubType":"General","timestamp":"2026-11-20T10:00:02.000Z",
                "feedbackId":"f1","bouncedRecipients":[{"emailAddress":"ada@example.com","action":"failed",
                "status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}]}""");
    }

    private static String event(String type, String address, String detail) {
        return """
                {"eventType":"%s","mail":{"timestamp":"2026-11-20T10:00:00.000Z","source":"hello@tidings.example",
                "messageId":"m1","destination":["%s"],"tags":{%s}},%s}""".formatted(type, address, tags(address), detail);
    }

    private static String tags(String address) {
        return new MessageTags(CAMPAIGN, EmailAddress.of(address).recipientId(), null, 1)
                .toMap().entrySet().stream()
                        .map(tag -> "\"%s\":[\"%s\"]".formatted(tag.getKey(), tag.getValue()))
                        .collect(Collectors.joining(","));
    }

    /** Behaves as DynamoDB does while it is away. */
    private static final class FailingLedger implements MessageLedger {

        private final MessageLedger behind;
        private final AtomicInteger tries = new AtomicInteger();
        private volatile boolean works;
        private volatile @Nullable EmailAddress refused;

        FailingLedger(MessageLedger behind) {
            this.behind = behind;
        }

        @Override
        public Map<Key, Message> find(Collection<Key> keys) {
            return behind.find(keys);
        }

        @Override
        public Written write(Entry entry) {
            tries.incrementAndGet();
            EmailAddress poison = refused;
            boolean fails = poison == null
                    ? !works
                    : entry.messages().stream()
                            .anyMatch(message -> message.address().equals(poison));
            if (fails) {
                throw new IllegalStateException("the store is away");
            }
            return behind.write(entry);
        }

        @Override
        public int capacity() {
            return behind.capacity();
        }

        @Override
        public Page<Message> wentWrong(Origin origin, FactKind outcome, @Nullable String cursor, int limit) {
            return behind.wentWrong(origin, outcome, cursor, limit);
        }

        @Override
        public Page<Message> of(RecipientId recipient, @Nullable String cursor, int limit) {
            return behind.of(recipient, cursor, limit);
        }
    }
}
