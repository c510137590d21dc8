package io.tidings.bounceprocessor;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.tidings.aws.deployment.AwsClients;
import io.tidings.aws.sqs.LambdaEvent;
import io.tidings.aws.sqs.Received;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processor as a Lambda function behind the feedback queue: Lambda polls, gathers (up to 100 messages, a batch window) and deletes,
 * and is told which messages failed. The event source mapping has to ask for {@code ReportBatchItemFailures}.
 */
public final class FeedbackFunction implements RequestStreamHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackFunction.class);

    private final FeedbackWorker worker;

    /** Lambda makes it, once a container. */
    public FeedbackFunction() {
        this(FeedbackConsumer.worker(
                AwsClients.ofEnvironment(),
                System.getenv().getOrDefault("TIDINGS_NAMES", "tidings-"),
                Boolean.parseBoolean(System.getenv("TIDINGS_GIVING_UP_IS_PERMANENT")),
                Duration.ofDays(Long.parseLong(System.getenv().getOrDefault("TIDINGS_KEEP_EVENTS_DAYS", "30"))),
                Duration.ofDays(Long.parseLong(System.getenv().getOrDefault("TIDINGS_KEEP_WEBHOOK_EVENTS_DAYS", "7"))),
                InstantSource.system()));
    }

    FeedbackFunction(FeedbackWorker worker) {
        this.worker = worker;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        handle(event, response);
    }

    void handle(InputStream event, OutputStream response) throws IOException {
        List<Received> messages = LambdaEvent.read(event);
        LambdaEvent.answer(failed(messages), response);
    }

    private Collection<String> failed(List<Received> messages) {
        try {
            return worker.on(messages).keySet();
        } catch (RuntimeException e) {
            LOG.error("nothing could be stored, all of it comes back: {}", e.toString(), e);
            return messages.stream().map(Received::id).toList();
        }
    }
}
