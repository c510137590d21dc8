package io.tidings.aws.dynamodb;

import io.tidings.core.audience.Page;
import io.tidings.core.webhook.Delivery;
import io.tidings.core.webhook.DeliveryStore;
import io.tidings.core.webhook.EventIds;
import io.tidings.core.webhook.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A webhook's deliveries lie in shards, as many a second may come of them. The sort key is the event's id, which begins with its time;
 * what waits is in a sparse index by when it is due.
 */
public final class DynamoDeliveryStore implements DeliveryStore {

    /** DynamoDB: 1,000 write units a second for a partition; a delivery takes about four, in the table and in the index. */
    private static final int SHARDS = 8;

    private static final String NEW = "attribute_not_exists(event)";

    private final Dynamo dynamo;
    private final String table;
    private final Duration kept;

    public DynamoDeliveryStore(Dynamo dynamo, Duration kept) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().webhookDeliveries();
        this.kept = kept;
    }

    @Override
    public void add(Collection<Delivery> deliveries) {
        List<Delivery> left = new ArrayList<>(deliveries);
        while (!left.isEmpty()) {
            List<Delivery> slice = left.subList(0, Math.min(Dynamo.MOST_ACTIONS, left.size()));
            slice.removeAll(addTogether(slice));
        }
    }

    /** @return those that are there now, whoever stored them; the others are to be tried again */
    private List<Delivery> addTogether(List<Delivery> deliveries) {
        List<TransactWriteItem> actions = deliveries.stream()
                .map(delivery -> Dynamo.putAction(table, item(delivery), NEW, Map.of()))
                .toList();
        return switch (dynamo.transact(actions)) {
            case Dynamo.Done() -> List.copyOf(deliveries);
            case Dynamo.Refused refused ->
                IntStream.range(0, deliveries.size())
                        .filter(refused::refusedAt)
                        .mapToObj(deliveries::get)
                        .toList();
        };
    }

    @Override
    public Optional<Delivery> find(String webhookId, String eventId) {
        return dynamo.get(table, Dynamo.key("list", list(webhookId, eventId), "event", eventId))
                .map(DynamoDeliveryStore::delivery);
    }

    @Override
    public boolean replace(Delivery next) {
        return dynamo.put(
                table,
                item(next),
                "revision = :before",
                Map.of(":before", AttributeValue.fromN(Long.toString(next.revision() - 1))));
    }

    @Override
    public List<Delivery> due(String webhookId, Instant now, int most) {
        int each = Math.ceilDiv(most, SHARDS);
        return IntStream.range(0, SHARDS)
                .mapToObj(shard -> dynamo.query(request -> request.tableName(table)
                        .indexName("due")
                        .keyConditionExpression("waiting = :list AND dueAt <= :now")
                        .expressionAttributeValues(Map.of(
                                ":list",
                                AttributeValue.fromS(list(webhookId, shard)),
                                ":now",
                                AttributeValue.fromS(CampaignItems.sortable(now))))
                        .limit(each)))
                .flatMap(page -> page.items().stream())
                .map(item -> delivery(Item.of(item)))
                .sorted(Comparator.comparing(Delivery::eventId))
                .toList();
    }

    @Override
    public Page<Delivery> log(
            String webhookId,
            Delivery.@Nullable State state,
            @Nullable Instant since,
            @Nullable String cursor,
            int limit) {
        PriorityQueue<DeliveryShard> shards = new PriorityQueue<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            String from = since == null ? EventIds.from(Instant.EPOCH) : EventIds.from(since);
            new DeliveryShard(dynamo, table, list(webhookId, shard), from, cursor, limit).addTo(shards);
        }
        List<Delivery> found = new ArrayList<>();
        for (int read = 1; !shards.isEmpty(); read++) {
            DeliveryShard newest = shards.remove();
            Delivery delivery = delivery(newest.take());
            newest.addTo(shards);
            if (state == null || delivery.state() == state) {
                found.add(delivery);
            }
            if (found.size() == limit || read == DeliveryShard.MOST_READ) {
                return new Page<>(found, shards.isEmpty() ? null : delivery.eventId());
            }
        }
        return new Page<>(found, null);
    }

    private static String list(String webhookId, String eventId) {
        return list(webhookId, Math.floorMod(eventId.hashCode(), SHARDS));
    }

    private static String list(String webhookId, int shard) {
        return webhookId + "#" + shard;
    }

    private Item item(Delivery delivery) {
        String list = list(delivery.webhookId(), delivery.eventId());
        Item item = Item.empty()
                .text("list", list)
                .text("event", delivery.eventId())
                .text("type", delivery.type().name())
                .text("body", delivery.body())
                .time("createdAt", delivery.createdAt())
                .number("tries", delivery.tries())
                .time("triedAt", delivery.triedAt())
                .time("deliveredAt", delivery.deliveredAt())
                .text("error", delivery.error())
                .number("revision", delivery.revision())
                .number("ttl", delivery.createdAt().plus(kept).getEpochSecond());
        if (delivery.status() != null) {
            item.number("status", delivery.status());
        }
        Instant due = delivery.dueAt();
        return due == null ? item : item.text("waiting", list).text("dueAt", CampaignItems.sortable(due));
    }

    private static Delivery delivery(Item item) {
        String list = item.text("list");
        Long status = item.numberOrNull("status");
        return new Delivery(
                list.substring(0, list.lastIndexOf('#')),
                item.text("event"),
                EventType.valueOf(item.text("type")),
                item.text("body"),
                item.time("createdAt"),
                Math.toIntExact(item.number("tries")),
                item.timeOrNull("triedAt"),
                item.timeOrNull("dueAt"),
                item.timeOrNull("deliveredAt"),
                status == null ? null : Math.toIntExact(status),
                item.textOrNull("error"),
                item.number("revision"));
    }
}
