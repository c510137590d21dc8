package io.tidings.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.awslocal.junit.AwsLocalExtension;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeValueException;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.UnsupportedOperationException;

@Timeout(60)
@ExtendWith(AwsLocalExtension.class)
final class SqsTest {
    private final URI endpoint;
    private final Clients clients;

    SqsTest(URI endpoint) {
        this.endpoint = endpoint;
        this.clients = new Clients(endpoint);
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void queueUrlIsAtTheFrontPort() {
        var url = create("jobs", Map.of());
        assertThat(url).startsWith(endpoint.toString()).endsWith("/000000000000/jobs");
        assertThat(clients.sqs.getQueueUrl(get -> get.queueName("jobs")).queueUrl())
                .isEqualTo(url);
        assertThatThrownBy(() -> clients.sqs.getQueueUrl(get -> get.queueName("none")))
                .isInstanceOf(QueueDoesNotExistException.class);
    }

    @Test
    void messageThatFailsTooOftenIsParkedAndMovedBack() throws Exception {
        var parked = create("parked", Map.of());
        var jobs = create(
                "jobs",
                Map.of(
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:parked\",\"maxReceiveCount\":\"2\"}",
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        "0"));
        clients.sqs.sendMessage(send -> send.queueUrl(jobs).messageBody("bad"));
        for (var i = 0; i < 3; i++) {
            receive(jobs, 1);
        }
        assertThat(receive(parked, 5)).singleElement().extracting(Message::body).isEqualTo("bad");
        var sources = clients.sqs
                .listDeadLetterSourceQueues(list -> list.queueUrl(parked))
                .queueUrls();
        assertThat(sources).containsExactly(jobs);
        clients.sqs.changeMessageVisibility(
                change -> change.queueUrl(parked).receiptHandle(lastReceipt).visibilityTimeout(0));
        clients.sqs.startMessageMoveTask(start -> start.sourceArn("arn:aws:sqs:us-east-1:000000000000:parked")
                .destinationArn("arn:aws:sqs:us-east-1:000000000000:jobs"));
        assertThat(receive(jobs, 10)).singleElement().extracting(Message::body).isEqualTo("bad");
        assertThat(clients.sqs
                        .listMessageMoveTasks(list -> list.sourceArn("arn:aws:sqs:us-east-1:000000000000:parked"))
                        .hasResults())
                .isTrue();
    }

    @Test
    void batchesAreSentReceivedAndDeleted() {
        var jobs = create("batches", Map.of());
        var entries = new java.util.ArrayList<SendMessageBatchRequestEntry>();
        for (var i = 0; i < 10; i++) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id("e" + i)
                    .messageBody("m" + i)
                    .build());
        }
        assertThat(clients.sqs
                        .sendMessageBatch(send -> send.queueUrl(jobs).entries(entries))
                        .successful())
                .hasSize(10);
        assertThat(attribute(jobs, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .isEqualTo("10");
        assertThat(clients.drain(jobs, 10)).hasSize(10);
        assertThat(attribute(jobs, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .isEqualTo("0");
    }

    @Test
    void longPollIsAnsweredWhenAMessageComes() throws Exception {
        var jobs = create("polled", Map.of());
        var sender = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            clients.sqs.sendMessage(send -> send.queueUrl(jobs).messageBody("late"));
        });
        var started = System.nanoTime();
        assertThat(receive(jobs, 20)).hasSize(1);
        assertThat((System.nanoTime() - started) / 1_000_000).isBetween(200L, 5_000L);
        sender.join();
    }

    @Test
    void attributesAreKeptWithinTheirLimitsAndUnknownOnesRefused() {
        var jobs = create("kept", Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "1209600"));
        assertThat(attribute(jobs, QueueAttributeName.MESSAGE_RETENTION_PERIOD)).isEqualTo("1209600");
        assertThat(attribute(jobs, QueueAttributeName.QUEUE_ARN)).isEqualTo("arn:aws:sqs:us-east-1:000000000000:kept");
        clients.sqs.setQueueAttributes(set -> set.queueUrl(jobs)
                .attributes(Map.of(QueueAttributeName.POLICY, "{}", QueueAttributeName.DELAY_SECONDS, "7")));
        assertThat(attribute(jobs, QueueAttributeName.POLICY)).isEqualTo("{}");
        assertThatThrownBy(() -> create("kept", Map.of(QueueAttributeName.DELAY_SECONDS, "8")))
                .isInstanceOf(QueueNameExistsException.class);
        assertThatThrownBy(() -> create("long", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "43201")))
                .isInstanceOf(InvalidAttributeValueException.class);
        assertThatThrownBy(() -> clients.sqs.createQueue(
                        create -> create.queueName("odd").attributesWithStrings(Map.of("Colour", "red"))))
                .isInstanceOf(InvalidAttributeNameException.class);
        assertThatThrownBy(() -> create("jobs.fifo", Map.of())).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(
                        () -> create(
                                "lost",
                                Map.of(
                                        QueueAttributeName.REDRIVE_POLICY,
                                        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:none\",\"maxReceiveCount\":2}")))
                .isInstanceOf(SqsException.class)
                .hasMessageContaining("Dead letter target does not exist");
    }

    @Test
    void messagesBeyondTheLimitsAreRefused() {
        var jobs = create("limits", Map.of(QueueAttributeName.MAXIMUM_MESSAGE_SIZE, "1024"));
        assertThatThrownBy(() ->
                        clients.sqs.sendMessage(send -> send.queueUrl(jobs).messageBody("x".repeat(1_025))))
                .isInstanceOf(SqsException.class)
                .hasMessageContaining("shorter than 1024 bytes");
        assertThatThrownBy(() ->
                        clients.sqs.sendMessage(send -> send.queueUrl(jobs).messageBody("a\u0001b")))
                .isInstanceOf(InvalidMessageContentsException.class);
        assertThatThrownBy(() -> clients.sqs.deleteMessage(
                        delete -> delete.queueUrl(jobs).receiptHandle("nonsense")))
                .isInstanceOf(ReceiptHandleIsInvalidException.class);
        var batch = clients.sqs.sendMessageBatch(send -> send.queueUrl(jobs)
                .entries(
                        entry -> entry.id("good").messageBody("m"),
                        entry -> entry.id("bad").messageBody("x".repeat(2_000))));
        assertThat(batch.successful()).extracting(entry -> entry.id()).containsExactly("good");
        assertThat(batch.failed()).extracting(entry -> entry.id()).containsExactly("bad");
    }

    @Test
    void delayedMessageComesWhenItsDelayIsOver() {
        var jobs = create("delayed", Map.of());
        clients.sqs.sendMessage(send -> send.queueUrl(jobs).messageBody("m").delaySeconds(1));
        assertThat(receive(jobs, 0)).isEmpty();
        assertThat(receive(jobs, 5)).hasSize(1);
    }

    @Test
    void longPollOfAClientThatHungUpTakesNothing() throws Exception {
        var jobs = create("abandoned", Map.of());
        try (var hasty = new Clients(endpoint)) {
            var poll = Thread.ofVirtual()
                    .start(() -> assertThatThrownBy(() -> hasty.sqs.receiveMessage(receive -> receive.queueUrl(jobs)
                                    .waitTimeSeconds(20)
                                    .overrideConfiguration(
                                            override -> override.apiCallTimeout(Duration.ofMillis(400)))))
                            .isInstanceOf(ApiCallTimeoutException.class));
            poll.join();
        }
        Thread.sleep(200);
        clients.sqs.sendMessage(send -> send.queueUrl(jobs).messageBody("m"));
        assertThat(receive(jobs, 3)).hasSize(1);
    }

    private String lastReceipt = "";

    private List<Message> receive(String queue, int wait) {
        var messages = clients.sqs
                .receiveMessage(receive -> receive.queueUrl(queue).waitTimeSeconds(wait))
                .messages();
        messages.forEach(message -> lastReceipt = message.receiptHandle());
        return messages;
    }

    private String create(String name, Map<QueueAttributeName, String> attributes) {
        return clients.sqs
                .createQueue(create -> create.queueName(name).attributes(attributes))
                .queueUrl();
    }

    private String attribute(String queue, QueueAttributeName name) {
        return clients.sqs
                .getQueueAttributes(get -> get.queueUrl(queue).attributeNames(name))
                .attributes()
                .getOrDefault(name, "");
    }
}
