package io.tidings.core.webhook;

import java.util.Collection;
import java.util.Map;

/** What the programs that asked for notifications call them. */
public interface References {

    /** By the notification's id; those without one are missing. */
    Map<String, String> of(Collection<String> notificationIds);
}
