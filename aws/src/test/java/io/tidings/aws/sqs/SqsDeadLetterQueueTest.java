package io.tidings.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.aws.Emulator;
import io.tidings.aws.dynamodb.Stores;
import io.tidings.core.contract.DeadLetterContract;
import io.tidings.core.contract.Ports;
import io.tidings.core.contract.Samples;
import io.tidings.core.deadletter.DeadLetterQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class SqsDeadLetterQueueTest extends DeadLetterContract {

    private final SqsClient sqs = Emulator.clients().sqs();
    private final String name = "test-" + Samples.id();
    private final String parked = name + "-dead-letters";
    private final DeadLetterQueue queue = new SqsDeadLetterQueue(sqs, "feedback", name, parked);

    SqsDeadLetterQueueTest() {
        String url = sqs.createQueue(create -> create.queueName(parked)).queueUrl();
        String arn = sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        sqs.createQueue(create -> create.queueName(name)
                .attributes(Map.of(
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":\"1\"}")));
    }

    @Override
    protected Ports ports() {
        return Stores.of(Emulator.clients().dynamoDb(), Emulator.tables());
    }

    @Override
    protected DeadLetterQueue queue() {
        return queue;
    }

    /** By one try that fails, and the next one that does not come any more. */
    @Override
    protected void park(List<String> bodies) {
        new Queue(sqs, name).send(bodies, Duration.ZERO);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            sqs.receiveMessage(
                    receive -> receive.queueUrl(url()).maxNumberOfMessages(10).visibilityTimeout(0));
            return queue.waiting() == bodies.size();
        });
    }

    @Override
    protected List<String> reposted(int expected) {
        List<Message> messages = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            messages.addAll(sqs.receiveMessage(receive ->
                            receive.queueUrl(url()).maxNumberOfMessages(10).waitTimeSeconds(1))
                    .messages());
            return messages.size() >= expected;
        });
        assertThat(messages).extracting(Message::messageId).doesNotHaveDuplicates();
        return messages.stream().map(Message::body).toList();
    }

    private String url() {
        return sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
    }
}
