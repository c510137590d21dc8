package io.tidings.aws.sqs;

import io.tidings.core.notification.NotificationQueue;
import io.tidings.core.notification.Priority;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** The urgent have a queue of their own, so that they wait behind nobody else. */
public final class SqsNotificationQueue implements NotificationQueue {

    private static final Logger LOG = LoggerFactory.getLogger(SqsNotificationQueue.class);

    private final Queue urgent;
    private final Queue normal;

    public SqsNotificationQueue(Queue urgent, Queue normal) {
        this.urgent = urgent;
        this.normal = normal;
    }

    @Override
    public void post(String notificationId, Priority priority) {
        Queue queue = switch (priority) {
            case HIGH -> urgent;
            case NORMAL -> normal;
        };
        try {
            queue.send(QueueMessages.writeNotification(notificationId), Duration.ZERO);
        } catch (SdkException | IllegalStateException e) {
            LOG.warn("notification {} waits for the sweep: {}", notificationId, e.getMessage());
        }
    }
}
