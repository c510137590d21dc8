package io.tidings.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.aws.Emulator;
import io.tidings.aws.sqs.QueueConsumer.Finished;
import io.tidings.aws.sqs.QueueConsumer.Later;
import io.tidings.aws.sqs.QueueConsumer.Verdict;
import io.tidings.core.campaign.PlanQueue.LaunchStep;
import io.tidings.core.campaign.PlanQueue.PlanStep;
import io.tidings.core.campaign.PlanQueue.ShardStep;
import io.tidings.core.contract.Samples;
import io.tidings.core.ledger.BatchKey;
import io.tidings.core.notification.Priority;
import io.tidings.core.sending.BatchQueue.Fed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueueContractTest {

    private final SqsClient sqs = Emulator.clients().sqs();
    private final Queue queue = newQueue();
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    @Test
    void whatIsPostedArrivesAsItWas() {
        List<PlanStep> steps = List.of(new LaunchStep("spring"), new ShardStep("spring", 3, 17));
        SqsPlanQueue plan = new SqsPlanQueue(queue);
        steps.forEach(step -> plan.post(step, Duration.ZERO));
        List<Fed> batches = IntStream.range(0, 23)
                .mapToObj(i -> new Fed(new BatchKey("spring", 2, i), Instant.ofEpochMilli(1_700_000_000_000L + i)))
                .toList();
        Queue other = newQueue();
        new SqsBatchQueue(other).post(batches);
        Queue third = newQueue();
        Queue fourth = newQueue();
        SqsNotificationQueue notifications = new SqsNotificationQueue(fourth, third);
        notifications.post("n-1", Priority.NORMAL);
        notifications.post("n-2", Priority.HIGH);

        assertThat(arrived(queue, 2).stream().map(QueueMessages::planStep)).containsExactlyInAnyOrderElementsOf(steps);
        assertThat(arrived(other, 23).stream().map(QueueMessages::batch)).containsExactlyInAnyOrderElementsOf(batches);
        assertThat(arrived(third, 1).stream().map(QueueMessages::notification)).containsExactly("n-1");
        assertThat(arrived(fourth, 1).stream().map(QueueMessages::notification)).containsExactly("n-2");
    }

    @Test
    void workThatThrowsComesBackUntilItSucceeds() {
        queue.send("once", Duration.ZERO);
        AtomicInteger tries = new AtomicInteger();
        try (QueueConsumer _ = new QueueConsumer(queue, 1, Duration.ZERO, 4, failures::put, _ -> {
                    if (tries.incrementAndGet() < 3) {
                        throw new IllegalStateException("not yet");
                    }
                    return List.of(new Finished());
                })
                .start()) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(tries).hasValue(3));
            assertThat(failures.values()).singleElement().asString().contains("not yet");
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(depth(queue)).isZero());
    }

    @Test
    void oneThatFailsKeepsNoOtherFromBeingDone() {
        queue.send(List.of("good", "bad", "fine"), Duration.ZERO);
        Set<String> done = ConcurrentHashMap.newKeySet();
        try (QueueConsumer _ = new QueueConsumer(queue, 10, Duration.ofMillis(5), 4, failures::put, bodies -> {
                    if (bodies.contains("bad")) {
                        throw new IllegalStateException("it is bad");
                    }
                    done.addAll(bodies);
                    return Collections.nCopies(bodies.size(), new Finished());
                })
                .start()) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(done).containsExactlyInAnyOrder("good", "fine");
                assertThat(failures.values()).singleElement().asString().contains("it is bad");
                assertThat(depth(queue)).isEqualTo(1);
            });
        }
    }

    @Test
    void laterIsTheSameWorkAgain() {
        queue.send("again", Duration.ZERO);
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        try (QueueConsumer _ = new QueueConsumer(queue, 1, Duration.ZERO, 4, failures::put, bodies -> {
                    seen.addAll(bodies);
                    Verdict verdict = seen.size() == 1 ? new Later(Duration.ofSeconds(1)) : new Finished();
                    return List.of(verdict);
                })
                .start()) {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(seen).containsExactly("again", "again"));
        }
    }

    @Test
    void closingFinishesWhatIsInHandAndTakesNothingNew() throws InterruptedException {
        List<String> bodies = IntStream.range(0, 40).mapToObj(i -> "m" + i).toList();
        queue.send(bodies, Duration.ZERO);
        CountDownLatch began = new CountDownLatch(1);
        ConcurrentLinkedQueue<String> finished = new ConcurrentLinkedQueue<>();
        QueueConsumer consumer = new QueueConsumer(queue, 1, Duration.ZERO, 2, failures::put, work -> {
                    began.countDown();
                    TimeUnit.MILLISECONDS.sleep(100);
                    finished.addAll(work);
                    return List.of(new Finished());
                })
                .start();
        assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
        consumer.close();
        int done = finished.size();
        assertThat(done).isLessThan(40);

        List<String> rest = arrived(queue, 40 - done);
        List<String> all = new ArrayList<>(finished);
        all.addAll(rest);
        assertThat(all).containsExactlyInAnyOrderElementsOf(bodies);
    }

    @Test
    void oneThingAtATimeIsEnoughToGoOn() {
        queue.send(List.of("a", "b", "c"), Duration.ZERO);
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        try (QueueConsumer _ = new QueueConsumer(queue, 1, Duration.ZERO, 1, failures::put, bodies -> {
                    seen.addAll(bodies);
                    return List.of(new Finished());
                })
                .start()) {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(seen).hasSize(3));
        }
    }

    private List<String> arrived(Queue from, int expected) {
        ConcurrentLinkedQueue<String> arrived = new ConcurrentLinkedQueue<>();
        try (QueueConsumer _ = new QueueConsumer(from, 10, Duration.ZERO, 4, failures::put, bodies -> {
                    arrived.addAll(bodies);
                    return bodies.stream().<Verdict>map(_ -> new Finished()).toList();
                })
                .start()) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(arrived).hasSizeGreaterThanOrEqualTo(expected));
        }
        return List.copyOf(arrived);
    }

    private int depth(Queue of) {
        return sqs
                .getQueueAttributes(request -> request.queueUrl(
                                sqs.getQueueUrl(url -> url.queueName(of.name())).queueUrl())
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private Queue newQueue() {
        String name = "test-" + Samples.id();
        sqs.createQueue(
                request -> request.queueName(name).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "2")));
        return new Queue(sqs, name);
    }
}
