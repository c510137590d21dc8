package io.tidings.core.webhook;

import io.tidings.core.audience.Page;
import io.tidings.core.webhook.Delivery.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts again what was given up, or what a receiver lost after it took it; under the same ids, word for word. */
public final class ReplayDeliveries {

    private static final int TOGETHER = 100;

    private final DeliveryStore deliveries;
    private final InstantSource clock;

    public ReplayDeliveries(DeliveryStore deliveries, InstantSource clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Some, and where to go on; no cursor means that was all. */
    public record Replayed(int events, @Nullable String next) {}

    public Optional<Delivery> replay(String webhookId, String eventId) {
        while (true) {
            Delivery known = deliveries.find(webhookId, eventId).orElse(null);
            if (known == null) {
                return Optional.empty();
            }
            Delivery again = known.replayed(clock.instant());
            if (deliveries.replace(again)) {
                return Optional.of(again);
            }
        }
    }

    /** Those given up that happened since; a page of them. Whoever has taken one meanwhile keeps it. */
    public Replayed failedSince(String webhookId, Instant since, @Nullable String cursor) {
        Page<Delivery> page = deliveries.log(webhookId, State.FAILED, since, cursor, TOGETHER);
        int count = 0;
        for (Delivery failed : page.items()) {
            count += deliveries.replace(failed.replayed(clock.instant())) ? 1 : 0;
        }
        return new Replayed(count, page.next());
    }
}
