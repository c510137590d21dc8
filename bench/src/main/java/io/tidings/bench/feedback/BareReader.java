package io.tidings.bench.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.bench.Api;
import io.tidings.bench.load.AwsClient;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The yardstick: a program that receives events, parses them, writes one item for each and deletes them, and does nothing else. Arguments:
 * where AWS is, the queue's URL, the table, how many events to warm up with and how many to measure. Prints microseconds of CPU an event.
 */
public final class BareReader {

    private static final int THREADS = 8;

    private final SqsClient sqs;
    private final DynamoDbClient dynamoDb;
    private final String queue;
    private final String table;

    private BareReader(URI aws, String queue, String table) {
        this.sqs = AwsClient.at(aws, SqsClient.builder());
        this.dynamoDb = AwsClient.at(aws, DynamoDbClient.builder());
        this.queue = queue;
        this.table = table;
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        BareReader reader = new BareReader(URI.create(args[0]), args[1], args[2]);
        reader.read(Integer.parseInt(args[3]));
        System.out.println("warm");
        int events = Integer.parseInt(args[4]);
        reader.awaitFirst();
        long before = cpuNanos();
        reader.read(events);
        System.out.printf("micros=%.2f%n", (cpuNanos() - before) / 1e3 / events);
        System.exit(0);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void awaitFirst() {
        while (depth() == 0) {
            io.tidings.bench.processes.Wait.sleep(java.time.Duration.ofMillis(200));
        }
    }

    private int depth() {
        return Integer.parseInt(sqs.getQueueAttributes(
                        get -> get.queueUrl(queue).attributeNamesWithStrings("ApproximateNumberOfMessages"))
                .attributesAsStrings()
                .get("ApproximateNumberOfMessages"));
    }

    private void read(int events) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(events);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> {
                        while (left.get() > 0) {
                            left.addAndGet(-readSome());
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private int readSome() {
        List<Message> messages = sqs.receiveMessage(receive ->
                        receive.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(1))
                .messages();
        for (Message message : messages) {
            JsonNode event = Api.read(message.body());
            dynamoDb.putItem(put -> put.tableName(table)
                    .item(Map.of(
                            "recipient",
                            AttributeValue.fromS(event.at("/mail/messageId").asText()),
                            "origin",
                            AttributeValue.fromS(event.path("eventType").asText()),
                            "at",
                            AttributeValue.fromS(event.at("/mail/timestamp").asText()))));
        }
        if (!messages.isEmpty()) {
            sqs.deleteMessageBatch(delete -> delete.queueUrl(queue)
                    .entries(messages.stream()
                            .map(message -> DeleteMessageBatchRequestEntry.builder()
                                    .id(message.messageId())
                                    .receiptHandle(message.receiptHandle())
                                    .build())
                            .toList()));
        }
        return messages.size();
    }
}
