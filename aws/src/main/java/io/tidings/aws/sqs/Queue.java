package io.tidings.aws.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** One queue, by its name. */
public final class Queue {

    // SQS: at most 10 messages a batch call, 15 minutes of delay.
    static final int MOST = 10;
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    /** SQS would wait 20 seconds; but a program that is asked to stop waits for its poll to end. */
    private static final int LONG_POLL_SECONDS = 3;

    private final SqsClient client;
    private final String name;
    private final String url;

    public Queue(SqsClient client, String name) {
        this.client = client;
        this.name = name;
        this.url = client.getQueueUrl(request -> request.queueName(name)).queueUrl();
    }

    public String name() {
        return name;
    }

    void send(List<String> bodies, Duration delay) {
        int seconds = Math.toIntExact(
                Math.min(LONGEST_DELAY.toSeconds(), delay.plusMillis(999).toSeconds()));
        for (int i = 0; i < bodies.size(); i += MOST) {
            List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
            for (String body : bodies.subList(i, Math.min(bodies.size(), i + MOST))) {
                entries.add(SendMessageBatchRequestEntry.builder()
                        .id("m" + entries.size())
                        .messageBody(body)
                        .delaySeconds(seconds)
                        .build());
            }
            var response =
                    client.sendMessageBatch(request -> request.queueUrl(url).entries(entries));
            if (!response.failed().isEmpty()) {
                throw new IllegalStateException(
                        "the queue " + name + " refused: " + response.failed().getFirst());
            }
        }
    }

    void send(String body, Duration delay) {
        send(List.of(body), delay);
    }

    List<Message> receive(int most) {
        return client.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(Math.min(MOST, most))
                        .waitTimeSeconds(LONG_POLL_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.SENT_TIMESTAMP))
                .messages();
    }

    void delete(List<Message> messages) {
        for (int i = 0; i < messages.size(); i += MOST) {
            List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
            for (Message message : messages.subList(i, Math.min(messages.size(), i + MOST))) {
                entries.add(DeleteMessageBatchRequestEntry.builder()
                        .id("m" + entries.size())
                        .receiptHandle(message.receiptHandle())
                        .build());
            }
            // What is not deleted comes again, and does no harm.
            client.deleteMessageBatch(request -> request.queueUrl(url).entries(entries));
        }
    }

    /** Whoever asks next gets it at once, or after {@code delay}. */
    void giveBack(Message message, Duration delay) {
        client.changeMessageVisibility(request -> request.queueUrl(url)
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(Math.toIntExact(delay.toSeconds())));
    }

    /** When it was first put into the queue; parking keeps that. */
    static Instant sentAt(Message message) {
        return Instant.ofEpochMilli(
                Long.parseLong(message.attributes().getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0")));
    }

    /** How many messages wait to be taken, and how many somebody took and did not delete yet. */
    record Depth(long waiting, long inWork) {}

    Depth depth() {
        Map<QueueAttributeName, String> counts = client.getQueueAttributes(request -> request.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return new Depth(
                count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    private static long count(Map<QueueAttributeName, String> counts, QueueAttributeName name) {
        return Long.parseLong(counts.getOrDefault(name, "0"));
    }
}
