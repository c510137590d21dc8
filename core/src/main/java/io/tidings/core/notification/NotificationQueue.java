package io.tidings.core.notification;

public interface NotificationQueue {

    /** Never throws: what does not get into the queue, the sweep finds. */
    void post(String notificationId, Priority priority);
}
