package io.tidings.aws.dynamodb;

import io.tidings.core.notification.Event;
import io.tidings.core.notification.GatheringStore;
import io.tidings.core.notification.KeyedAnswer;
import io.tidings.core.notification.Notification;
import io.tidings.core.notification.PostNotification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One item for each recipient and key names the gathering that takes events. Every event is written in a transaction that holds that
 * item to it, so once the item is gone or names another, all events of the gathering are there.
 */
public final class DynamoGatheringStore implements GatheringStore {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final String TAKES = "-";

    private final Dynamo dynamo;
    private final String table;

    public DynamoGatheringStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().gatherings();
    }

    @Override
    public Optional<Open> find(Key key) {
        return dynamo.get(table, place(key))
                .map(item -> new Open(
                        key,
                        item.text("id"),
                        item.time("endsAt"),
                        Math.toIntExact(item.number("count")),
                        item.number("size")));
    }

    private static Map<String, AttributeValue> place(Key key) {
        return Dynamo.key("gathering", "open#" + key.recipient() + "#" + key.key(), "event", TAKES);
    }

    @Override
    public Joined join(Open seen, Event event, @Nullable KeyedAnswer answer) {
        TransactWriteItem counting = TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(place(seen.key()))
                        .updateExpression("ADD #count :one, #size :more")
                        .conditionExpression("id = :id AND #count < :most AND #size <= :room")
                        .expressionAttributeNames(Map.of("#count", "count", "#size", "size"))
                        .expressionAttributeValues(Map.of(
                                ":id", AttributeValue.fromS(seen.id()),
                                ":one", Dynamo.number(1),
                                ":more", Dynamo.number(event.size()),
                                ":most", Dynamo.number(PostNotification.MOST_EVENTS),
                                ":room", Dynamo.number(PostNotification.MOST_SIZE - event.size()))))
                .build();
        return write(answer, counting, eventAction(seen.id(), event, seen.endsAt()));
    }

    @Override
    public Joined begin(@Nullable Open seen, Key key, Notification digest, Event first, @Nullable KeyedAnswer answer) {
        Instant endsAt = digest.terms().notBefore();
        Item takes = Item.of(new HashMap<>(place(key)))
                .text("id", digest.id())
                .time("endsAt", endsAt)
                .number("count", 1)
                .number("size", first.size())
                .number("ttl", endsAt.plus(KEPT).getEpochSecond());
        TransactWriteItem opening = seen == null
                ? Dynamo.putAction(table, takes, "attribute_not_exists(gathering)", Map.of())
                : Dynamo.putAction(table, takes, "id = :id", Map.of(":id", AttributeValue.fromS(seen.id())));
        return write(
                answer,
                opening,
                Dynamo.putAction(dynamo.tables().notifications(), NotificationItems.item(digest)),
                eventAction(digest.id(), first, endsAt));
    }

    private Joined write(@Nullable KeyedAnswer answer, TransactWriteItem... changes) {
        List<TransactWriteItem> actions = new ArrayList<>(List.of(changes));
        if (answer != null) {
            actions.addFirst(AnswerItems.first(dynamo, answer));
        }
        return switch (dynamo.transact(actions)) {
            case Dynamo.Done() -> new Stored();
            case Dynamo.Refused refused -> answer != null && refused.refusedAt(0) ? new KeyUsed() : new Moved();
        };
    }

    private TransactWriteItem eventAction(String gathering, Event event, Instant endsAt) {
        return Dynamo.putAction(
                table,
                Item.empty()
                        .text("gathering", gathering)
                        .text("event", event.id())
                        .time("at", event.at())
                        .text("data", NotificationItems.json(event.data()))
                        .text("cancelKey", event.cancelKey())
                        .number("size", event.size())
                        .number("ttl", endsAt.plus(KEPT).getEpochSecond()));
    }

    @Override
    public void close(Key key, String id) {
        try {
            dynamo.client()
                    .deleteItem(request -> request.tableName(table)
                            .key(place(key))
                            .conditionExpression("id = :id")
                            .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(id))));
        } catch (ConditionalCheckFailedException e) {
            // It is closed, and perhaps another one open.
        }
    }

    @Override
    public List<Event> events(String id) {
        List<Event> events = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            Map<String, AttributeValue> start = from;
            QueryResponse page = dynamo.query(request -> request.tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("gathering = :id")
                    .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(id)))
                    .exclusiveStartKey(start.isEmpty() ? null : start));
            page.items().forEach(item -> events.add(event(Item.of(item))));
            from = page.lastEvaluatedKey();
        } while (!from.isEmpty());
        events.sort(Comparator.comparing(Event::at).thenComparing(Event::id));
        return events;
    }

    private static Event event(Item item) {
        return new Event(
                item.text("event"),
                item.time("at"),
                NotificationItems.map(item.text("data")),
                item.textOrNull("cancelKey"),
                Math.toIntExact(item.number("size")));
    }
}
