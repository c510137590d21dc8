package io.tidings.core.webhook;

import io.tidings.core.audience.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was, is and will be posted: the log of each webhook, for as long as it is kept. */
public interface DeliveryStore {

    /** Those there already stay as they are. When it returns, all are stored. */
    void add(Collection<Delivery> deliveries);

    Optional<Delivery> find(String webhookId, String eventId);

    /** Replaces the revision just before; false when somebody else has it. */
    boolean replace(Delivery next);

    /** Some of a webhook's that are due by then; what was just stored may be missing for a moment. */
    List<Delivery> due(String webhookId, Instant now, int most);

    /**
     * A webhook's, the newest event first. A page may be short before the last one.
     *
     * @param since nothing that happened before
     */
    Page<Delivery> log(
            String webhookId,
            Delivery.@Nullable State state,
            @Nullable Instant since,
            @Nullable String cursor,
            int limit);
}
