package io.tidings.core.notification;

public interface NotificationQueue {
    void post(String notificationId);
}
