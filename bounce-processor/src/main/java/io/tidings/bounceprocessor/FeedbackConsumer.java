package io.tidings.bounceprocessor;

import io.micronaut.context.annotation.Context;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.tidings.aws.deployment.AwsClients;
import io.tidings.aws.dynamodb.Dynamo;
import io.tidings.aws.dynamodb.DynamoDeliveryStore;
import io.tidings.aws.dynamodb.DynamoEventStore;
import io.tidings.aws.dynamodb.DynamoFailureLog;
import io.tidings.aws.dynamodb.DynamoMessageLedger;
import io.tidings.aws.dynamodb.DynamoReferences;
import io.tidings.aws.dynamodb.DynamoSuppressionStore;
import io.tidings.aws.dynamodb.DynamoWebhookStore;
import io.tidings.aws.sqs.GatheringConsumer;
import io.tidings.aws.sqs.Queue;
import io.tidings.aws.webhook.EventJson;
import io.tidings.core.deployment.QueueNames;
import io.tidings.core.deployment.TableNames;
import io.tidings.core.feedback.RecordFeedback;
import io.tidings.core.webhook.Announce;
import io.tidings.core.webhook.ReportEvents;
import io.tidings.core.webhook.Subscriptions;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Takes reports from the feedback queue for as long as the process runs. */
@Context
final class FeedbackConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackConsumer.class);
    private static final int TRIES = 60;

    private final FeedbackSettings settings;
    private final AwsClients clients = AwsClients.ofEnvironment();
    private @Nullable GatheringConsumer consumer;

    FeedbackConsumer(FeedbackSettings settings) {
        this.settings = settings;
    }

    @EventListener
    void start(ServerStartupEvent started) throws InterruptedException {
        FeedbackWorker worker = worker(
                clients,
                settings.names(),
                settings.givingUpIsPermanent(),
                settings.keepEvents(),
                settings.keepWebhookEvents(),
                InstantSource.system());
        consumer = new GatheringConsumer(
                        queue(clients.sqs()),
                        FeedbackSettings.TOGETHER,
                        settings.gatherFor(),
                        settings.recordAtOnce(),
                        worker::on)
                .start();
    }

    static FeedbackWorker worker(
            AwsClients clients,
            String names,
            boolean givingUpIsPermanent,
            Duration keepEvents,
            Duration keepWebhookEvents,
            InstantSource clock) {
        Dynamo dynamo = new Dynamo(clients.dynamoDb(), new TableNames(names));
        Announce announce = new Announce(
                new Subscriptions(new DynamoWebhookStore(dynamo), clock),
                new DynamoDeliveryStore(dynamo, keepWebhookEvents),
                new DynamoReferences(dynamo),
                new EventJson(),
                clock);
        return new FeedbackWorker(
                new RecordFeedback(
                        new DynamoMessageLedger(dynamo),
                        new DynamoSuppressionStore(dynamo),
                        clock,
                        givingUpIsPermanent),
                new ReportEvents(announce),
                new DynamoEventStore(dynamo, keepEvents),
                new DynamoFailureLog(dynamo),
                clock);
    }

    /** On an emulator the service makes the queue, and may be slower to start than we are. */
    private Queue queue(SqsClient sqs) throws InterruptedException {
        String name = new QueueNames(settings.names()).feedback();
        for (int tries = 1; ; tries++) {
            try {
                return new Queue(sqs, name);
            } catch (QueueDoesNotExistException e) {
                if (tries == TRIES) {
                    throw e;
                }
                LOG.info("the queue {} is not there yet", name);
                Thread.sleep(1_000);
            }
        }
    }

    @PreDestroy
    void stop() {
        if (consumer != null) {
            consumer.close();
        }
        clients.close();
    }
}
