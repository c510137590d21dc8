package io.tidings.core.webhook;

import io.tidings.core.ledger.Origin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Stores events for everybody who wants them. When it returns they will be posted, whatever crashes, so what caused them may be
 * forgotten. Those of a disabled webhook wait for it.
 */
public final class Announce {

    private final Subscriptions subscriptions;
    private final DeliveryStore deliveries;
    private final References references;
    private final EventWriter writer;
    private final InstantSource clock;

    public Announce(
            Subscriptions subscriptions,
            DeliveryStore deliveries,
            References references,
            EventWriter writer,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.references = references;
        this.writer = writer;
        this.clock = clock;
    }

    /** Whether an event of this type is worth making. */
    public boolean isWanted(EventType type) {
        return subscriptions.anyWants(type);
    }

    public void announce(Collection<Event> events) {
        List<Webhook> webhooks = subscriptions.all();
        List<Event> wanted = events.stream()
                .filter(event -> webhooks.stream().anyMatch(webhook -> webhook.wants(event)))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Delivery> all = new ArrayList<>();
        for (Event event : withReferences(wanted)) {
            String body = writer.body(event);
            webhooks.stream()
                    .filter(webhook -> webhook.wants(event))
                    .forEach(webhook -> all.add(Delivery.of(webhook.id(), event, body, now)));
        }
        deliveries.add(all);
    }

    private List<Event> withReferences(List<Event> events) {
        List<String> notifications = events.stream()
                .filter(event -> event.of(Origin.OfNotification.class))
                .map(event -> ((Event.OfMessage) event.subject()).origin().id())
                .distinct()
                .toList();
        if (notifications.isEmpty()) {
            return events;
        }
        Map<String, String> names = references.of(notifications);
        return events.stream()
                .map(event -> event.subject() instanceof Event.OfMessage message
                        ? event.about(message.called(names.get(message.origin().id())))
                        : event)
                .toList();
    }
}
