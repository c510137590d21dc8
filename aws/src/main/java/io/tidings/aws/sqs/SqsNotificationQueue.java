package io.tidings.aws.sqs;

import io.tidings.core.notification.NotificationQueue;
import java.time.Duration;

public final class SqsNotificationQueue implements NotificationQueue {

    private final Queue queue;

    public SqsNotificationQueue(Queue queue) {
        this.queue = queue;
    }

    @Override
    public void post(String notificationId) {
        queue.send(QueueMessages.writeNotification(notificationId), Duration.ZERO);
    }
}
