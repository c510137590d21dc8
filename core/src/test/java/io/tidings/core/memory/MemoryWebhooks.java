package io.tidings.core.memory;

import io.tidings.core.audience.Page;
import io.tidings.core.webhook.Delivery;
import io.tidings.core.webhook.DeliveryStore;
import io.tidings.core.webhook.EventIds;
import io.tidings.core.webhook.Webhook;
import io.tidings.core.webhook.WebhookStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class MemoryWebhooks implements WebhookStore {

    private final Map<String, Webhook> webhooks = new HashMap<>();
    private final DeliveryStore deliveries = new Deliveries();

    DeliveryStore deliveries() {
        return deliveries;
    }

    @Override
    public synchronized void add(Webhook webhook) {
        webhooks.put(webhook.id(), webhook);
    }

    @Override
    public synchronized Optional<Webhook> find(String id) {
        return Optional.ofNullable(webhooks.get(id));
    }

    @Override
    public synchronized List<Webhook> list() {
        return webhooks.values().stream()
                .sorted(Comparator.comparing(Webhook::createdAt))
                .toList();
    }

    @Override
    public synchronized boolean replace(Webhook next) {
        Webhook now = webhooks.get(next.id());
        if (now == null || now.revision() != next.revision() - 1) {
            return false;
        }
        webhooks.put(next.id(), next);
        return true;
    }

    @Override
    public synchronized void remove(String id) {
        webhooks.remove(id);
    }

    private static final class Deliveries implements DeliveryStore {

        private final Map<Key, Delivery> all = new HashMap<>();

        private record Key(String webhook, String event) {
            static Key of(Delivery delivery) {
                return new Key(delivery.webhookId(), delivery.eventId());
            }
        }

        @Override
        public synchronized void add(Collection<Delivery> deliveries) {
            deliveries.forEach(delivery -> all.putIfAbsent(Key.of(delivery), delivery));
        }

        @Override
        public synchronized Optional<Delivery> find(String webhookId, String eventId) {
            return Optional.ofNullable(all.get(new Key(webhookId, eventId)));
        }

        @Override
        public synchronized boolean replace(Delivery next) {
            Delivery now = all.get(Key.of(next));
            if (now == null || now.revision() != next.revision() - 1) {
                return false;
            }
            all.put(Key.of(next), next);
            return true;
        }

        @Override
        public synchronized List<Delivery> due(String webhookId, Instant now, int most) {
            return all.values().stream()
                    .filter(delivery -> delivery.webhookId().equals(webhookId))
                    .filter(delivery ->
                            delivery.dueAt() != null && !delivery.dueAt().isAfter(now))
                    .sorted(Comparator.comparing(Delivery::dueAt))
                    .limit(most)
                    .toList();
        }

        @Override
        public synchronized Page<Delivery> log(
                String webhookId,
                Delivery.@Nullable State state,
                @Nullable Instant since,
                @Nullable String cursor,
                int limit) {
            String from = since == null ? "" : EventIds.from(since);
            List<Delivery> found = all.values().stream()
                    .filter(delivery -> delivery.webhookId().equals(webhookId))
                    .filter(delivery -> delivery.eventId().compareTo(from) >= 0)
                    .filter(delivery -> cursor == null || delivery.eventId().compareTo(cursor) < 0)
                    .filter(delivery -> state == null || delivery.state() == state)
                    .sorted(Comparator.comparing(Delivery::eventId).reversed())
                    .limit(limit + 1L)
                    .toList();
            return found.size() > limit
                    ? new Page<>(found.subList(0, limit), found.get(limit - 1).eventId())
                    : new Page<>(found, null);
        }
    }
}
