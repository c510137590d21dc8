package io.tidings.aws.deployment;

import io.tidings.core.deployment.QueueNames;
import io.tidings.core.deployment.TableNames;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.ConfigurationSetAlreadyExistsException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AlreadyExistsException;
import software.amazon.awssdk.services.sesv2.model.EventDestinationDefinition;
import software.amazon.awssdk.services.sesv2.model.EventType;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;

/** Makes what one deployment needs and leaves alone what is there; for emulators. On AWS the stacks do it. */
public final class Provisioner {

    /** Fourteen days, the longest SQS has: a parked message should outlive the holiday of whoever looks after it. */
    private static final String RETENTION = "1209600";

    /** Longer than a worker's turn, so that a message is not handed out twice while it is worked on. */
    public static final Duration REDELIVERY = Duration.ofSeconds(60);

    /** After so many of them a message parks. */
    public static final int TRIES = 5;

    private static final int NOT_IMPLEMENTED = 501;

    private final AwsClients clients;
    private final TableNames tables;
    private final QueueNames queues;

    public Provisioner(AwsClients clients, TableNames tables, QueueNames queues) {
        this.clients = clients;
        this.tables = tables;
        this.queues = queues;
    }

    public void provision(String configurationSet, List<String> senderDomains) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> parts = List.of(
                    threads.submit(this::makeTables),
                    threads.submit(() -> makeFeedbackWay(configurationSet, senderDomains)));
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making tables and queues", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("tables and queues could not be made", e.getCause());
        }
    }

    private void makeTables() {
        DynamoDbClient dynamo = clients.dynamoDb();
        for (TableShape table : TableShape.all(tables)) {
            try {
                dynamo.createTable(table.request());
            } catch (ResourceInUseException e) {
                continue;
            }
            if (table.expires()) {
                dynamo.updateTimeToLive(request -> request.tableName(table.name())
                        .timeToLiveSpecification(TimeToLiveSpecification.builder()
                                .enabled(true)
                                .attributeName("ttl")
                                .build()));
            }
        }
        for (TableShape table : TableShape.all(tables)) {
            dynamo.waiter().waitUntilTableExists(request -> request.tableName(table.name()));
        }
    }

    private void makeFeedbackWay(String configurationSet, List<String> senderDomains) {
        SqsClient sqs = clients.sqs();
        for (String queue : queues.all()) {
            makeQueue(sqs, queue);
        }
        SnsClient sns = clients.sns();
        String topic =
                sns.createTopic(request -> request.name(queues.feedbackTopic())).topicArn();
        String feedback = arn(sqs, url(sqs, queues.feedback()));
        sns.subscribe(request -> request.topicArn(topic)
                .protocol("sqs")
                .endpoint(feedback)
                .attributes(Map.of("RawMessageDelivery", "true")));
        try {
            makeConfigurationSet(clients.ses(), configurationSet, topic, senderDomains);
        } catch (SesV2Exception e) {
            if (e.statusCode() != NOT_IMPLEMENTED) {
                throw e;
            }
            makeWithV1(clients.sesV1(), configurationSet, senderDomains);
        }
    }

    private void makeQueue(SqsClient sqs, String name) {
        String parked = queues.deadLettersOf(name);
        makeQueue(sqs, parked, Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, RETENTION));
        String redrive = "{\"deadLetterTargetArn\":\"" + arn(sqs, url(sqs, parked)) + "\",\"maxReceiveCount\":\""
                + TRIES + "\"}";
        makeQueue(
                sqs,
                name,
                Map.of(
                        QueueAttributeName.MESSAGE_RETENTION_PERIOD,
                        RETENTION,
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        Long.toString(REDELIVERY.toSeconds()),
                        QueueAttributeName.REDRIVE_POLICY,
                        redrive));
    }

    private static void makeQueue(SqsClient sqs, String name, Map<QueueAttributeName, String> attributes) {
        try {
            sqs.createQueue(request -> request.queueName(name).attributes(attributes));
        } catch (QueueNameExistsException e) {
            // It is there, and somebody gave it other attributes: those stay.
        }
    }

    private static void makeConfigurationSet(
            SesV2Client ses, String configurationSet, String topic, List<String> senderDomains) {
        try {
            ses.createConfigurationSet(request -> request.configurationSetName(configurationSet));
            ses.createConfigurationSetEventDestination(request -> request.configurationSetName(configurationSet)
                    .eventDestinationName("feedback")
                    .eventDestination(EventDestinationDefinition.builder()
                            .enabled(true)
                            .matchingEventTypes(
                                    EventType.SEND,
                                    EventType.REJECT,
                                    EventType.BOUNCE,
                                    EventType.COMPLAINT,
                                    EventType.DELIVERY,
                                    EventType.OPEN,
                                    EventType.CLICK,
                                    EventType.RENDERING_FAILURE,
                                    EventType.DELIVERY_DELAY,
                                    EventType.SUBSCRIPTION)
                            .snsDestination(sns -> sns.topicArn(topic))
                            .build()));
        } catch (AlreadyExistsException e) {
            // Made at an earlier start.
        }
        for (String domain : senderDomains) {
            try {
                ses.createEmailIdentity(request -> request.emailIdentity(domain));
            } catch (AlreadyExistsException e) {
                // Made at an earlier start.
            }
        }
    }

    /** LocalStack's free edition has SES v1 only, and reports nothing of what it sends. */
    private static void makeWithV1(SesClient ses, String configurationSet, List<String> senderDomains) {
        try {
            ses.createConfigurationSet(request -> request.configurationSet(set -> set.name(configurationSet)));
        } catch (ConfigurationSetAlreadyExistsException e) {
            // Made at an earlier start.
        }
        senderDomains.forEach(domain -> ses.verifyDomainIdentity(request -> request.domain(domain)));
    }

    private static String url(SqsClient sqs, String queue) {
        return sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    }

    private static String arn(SqsClient sqs, String url) {
        return Objects.requireNonNull(
                sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN));
    }
}
