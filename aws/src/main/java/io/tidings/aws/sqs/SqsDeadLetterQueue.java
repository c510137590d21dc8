package io.tidings.aws.sqs;

import io.tidings.core.deadletter.DeadLetterQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.UnsupportedOperationException;

/** A dead-letter queue of SQS. All of it is moved by SQS itself, which loses nothing whatever happens to us. */
public final class SqsDeadLetterQueue implements DeadLetterQueue {

    /** A poll that does not wait asks only some of SQS's servers, and may miss what others hold. */
    private static final int WAIT_SECONDS = 1;

    private final SqsClient client;
    private final String name;
    private final String source;
    private final String parked;

    /**
     * @param name of the queue, as people know it
     * @param source where the messages come from
     * @param parked where they lie
     */
    public SqsDeadLetterQueue(SqsClient client, String name, String source, String parked) {
        this.client = client;
        this.name = name;
        this.source = source;
        this.parked = parked;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long waiting() {
        var depth = new Queue(client, parked).depth();
        return depth.waiting() + depth.inWork();
    }

    @Override
    public List<Held> hold(int most, Duration howLong) {
        List<Message> messages = client.receiveMessage(receive -> receive.queueUrl(url(parked))
                        .maxNumberOfMessages(Math.min(Queue.MOST, most))
                        .visibilityTimeout(Math.toIntExact(howLong.toSeconds()))
                        .waitTimeSeconds(WAIT_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.SENT_TIMESTAMP))
                .messages();
        return messages.stream()
                .map(message ->
                        new Held(message.messageId(), message.body(), Queue.sentAt(message), message.receiptHandle()))
                .toList();
    }

    @Override
    public void giveBack(List<Held> held) {
        for (int i = 0; i < held.size(); i += Queue.MOST) {
            List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
            for (Held one : held.subList(i, Math.min(held.size(), i + Queue.MOST))) {
                entries.add(ChangeMessageVisibilityBatchRequestEntry.builder()
                        .id("m" + entries.size())
                        .receiptHandle(one.receipt())
                        .visibilityTimeout(0)
                        .build());
            }
            // What is not given back comes back by itself.
            client.changeMessageVisibilityBatch(
                    change -> change.queueUrl(url(parked)).entries(entries));
        }
    }

    @Override
    public void repost(Held held) {
        new Queue(client, source).send(held.body(), Duration.ZERO);
    }

    @Override
    public void remove(Held held) {
        client.deleteMessage(delete -> delete.queueUrl(url(parked)).receiptHandle(held.receipt()));
    }

    @Override
    public boolean moveAll() {
        try {
            client.startMessageMoveTask(move -> move.sourceArn(arn(parked)).destinationArn(arn(source)));
            return true;
        } catch (UnsupportedOperationException e) {
            // SQS: one task at a time for a queue.
            return false;
        }
    }

    @Override
    public Optional<Move> lastMove() {
        return client.listMessageMoveTasks(list -> list.sourceArn(arn(parked)).maxResults(1)).results().stream()
                .findFirst()
                .map(SqsDeadLetterQueue::move);
    }

    private static Move move(ListMessageMoveTasksResultEntry task) {
        return new Move(
                task.status().equals("RUNNING") || task.status().equals("CANCELLING"),
                Objects.requireNonNullElse(task.approximateNumberOfMessagesMoved(), 0L),
                task.approximateNumberOfMessagesToMove(),
                Instant.ofEpochMilli(task.startedTimestamp()),
                task.failureReason());
    }

    private String url(String queue) {
        return client.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    }

    private String arn(String queue) {
        return Objects.requireNonNull(
                client.getQueueAttributes(get -> get.queueUrl(url(queue)).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN));
    }
}
