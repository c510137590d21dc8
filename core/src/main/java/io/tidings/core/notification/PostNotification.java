package io.tidings.core.notification;

/** Takes a notification over from a program: when it returns, the mail will be sent or its refusal recorded, whatever crashes. */
public final class PostNotification {

    private final NotificationStore notifications;
    private final NotificationQueue queue;

    public PostNotification(NotificationStore notifications, NotificationQueue queue) {
        this.notifications = notifications;
        this.queue = queue;
    }

    public void post(Notification notification) {
        notifications.add(notification);
        queue.post(notification.id());
    }
}
