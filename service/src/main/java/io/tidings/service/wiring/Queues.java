package io.tidings.service.wiring;

import io.tidings.aws.sqs.Queue;
import io.tidings.aws.sqs.SqsDeadLetterQueue;
import io.tidings.aws.sqs.SqsFeedbackBacklog;
import io.tidings.core.deadletter.DeadLetterQueue;
import io.tidings.core.deployment.QueueNames;
import io.tidings.core.sending.FeedbackBacklog;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queues this process reads and writes. */
public final class Queues {

    private final Queue plan;
    private final Queue batches;
    private final Queue notifications;
    private final Queue urgentNotifications;
    private final FeedbackBacklog feedbackBacklog;
    private final List<DeadLetterQueue> deadLetters;

    Queues(SqsClient client, String prefix) {
        QueueNames names = new QueueNames(prefix);
        this.plan = new Queue(client, names.plan());
        this.batches = new Queue(client, names.batches());
        this.notifications = new Queue(client, names.notifications());
        this.urgentNotifications = new Queue(client, names.urgentNotifications());
        this.feedbackBacklog = new SqsFeedbackBacklog(
                new Queue(client, names.feedback()), new Queue(client, names.deadLettersOf(names.feedback())));
        this.deadLetters = names.all().stream()
                .<DeadLetterQueue>map(name -> new SqsDeadLetterQueue(
                        client, name.substring(prefix.length()), name, names.deadLettersOf(name)))
                .toList();
    }

    public Queue plan() {
        return plan;
    }

    public Queue batches() {
        return batches;
    }

    public Queue notifications() {
        return notifications;
    }

    public Queue urgentNotifications() {
        return urgentNotifications;
    }

    FeedbackBacklog feedbackBacklog() {
        return feedbackBacklog;
    }

    public List<DeadLetterQueue> deadLetters() {
        return deadLetters;
    }
}
