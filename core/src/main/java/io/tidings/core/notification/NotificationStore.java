package io.tidings.core.notification;

import java.util.Optional;

public interface NotificationStore {

    void add(Notification notification);

    Optional<Notification> find(String id);

    /** Replaces {@code seen}; its fence decides. False when another worker took it. */
    boolean replace(Notification seen, Notification next);
}
