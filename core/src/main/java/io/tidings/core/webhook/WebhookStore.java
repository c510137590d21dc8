package io.tidings.core.webhook;

import java.util.List;
import java.util.Optional;

/** Webhooks are few. */
public interface WebhookStore {

    void add(Webhook webhook);

    Optional<Webhook> find(String id);

    /** All, the oldest first. */
    List<Webhook> list();

    /** Replaces the revision just before; false when somebody else changed it, or it is gone. */
    boolean replace(Webhook next);

    void remove(String id);
}
