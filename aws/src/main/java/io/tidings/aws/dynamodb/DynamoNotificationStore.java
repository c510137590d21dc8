package io.tidings.aws.dynamodb;

import io.tidings.core.notification.KeyedAnswer;
import io.tidings.core.notification.Notification;
import io.tidings.core.notification.NotificationStore;
import io.tidings.core.notification.Priority;
import io.tidings.core.sending.Attachment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

public final class DynamoNotificationStore implements NotificationStore {

    private static final Duration COUNT_KEPT = Duration.ofDays(2);
    private static final String FENCE = "fence = :fence";

    private final Dynamo dynamo;
    private final String table;

    public DynamoNotificationStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().notifications();
    }

    @Override
    public Added add(Notification notification, List<Attachment> attachments, @Nullable KeyedAnswer answer) {
        Item item = NotificationItems.item(notification);
        if (attachments.isEmpty() && answer == null) {
            dynamo.put(table, item);
            return new Stored();
        }
        List<TransactWriteItem> actions = new ArrayList<>();
        if (answer != null) {
            actions.add(AnswerItems.first(dynamo, answer));
        }
        actions.add(Dynamo.putAction(table, item));
        for (int i = 0; i < attachments.size(); i++) {
            actions.add(Dynamo.putAction(table, item(notification, i, attachments.get(i), item.number("ttl"))));
        }
        // Nothing but the key has a condition.
        return dynamo.transact(actions) instanceof Dynamo.Refused ? new KeyUsed() : new Stored();
    }

    private static Item item(Notification notification, int index, Attachment attachment, long ttl) {
        Item item = Item.empty()
                .text("id", idOf(notification, index))
                .text("name", attachment.name())
                .text("contentType", attachment.contentType())
                .number("ttl", ttl);
        byte[] bytes = Base64.getDecoder().decode(attachment.base64());
        item.values().put("bytes", AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(bytes)));
        return item;
    }

    private static String idOf(Notification notification, int attachment) {
        return notification.id() + "#" + attachment;
    }

    @Override
    public Optional<Notification> find(String id) {
        return dynamo.get(table, Dynamo.key("id", id)).map(NotificationItems::notification);
    }

    @Override
    public List<Notification> findAll(Collection<String> ids) {
        Map<String, Notification> found =
                dynamo
                        .get(
                                table,
                                ids.stream()
                                        .distinct()
                                        .map(id -> Dynamo.key("id", id))
                                        .toList(),
                                true)
                        .stream()
                        .map(NotificationItems::notification)
                        .collect(Collectors.toMap(Notification::id, one -> one));
        return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<Attachment> attachments(Notification notification) {
        return IntStream.range(0, notification.letter().attachments())
                .mapToObj(i -> dynamo.get(table, Dynamo.key("id", idOf(notification, i)))
                        .orElseThrow())
                .map(item -> new Attachment(
                        item.text("name"),
                        item.text("contentType"),
                        Base64.getEncoder().encodeToString(item.bytes("bytes"))))
                .toList();
    }

    @Override
    public Set<String> replace(List<Change> changes) {
        Set<String> changed = new HashSet<>();
        for (int i = 0; i < changes.size(); i += Dynamo.MOST_ACTIONS) {
            changed.addAll(replaceTogether(changes.subList(i, Math.min(changes.size(), i + Dynamo.MOST_ACTIONS))));
        }
        return changed;
    }

    private Set<String> replaceTogether(List<Change> changes) {
        if (changes.size() == 1) {
            Change one = changes.getFirst();
            boolean changed = dynamo.put(table, NotificationItems.item(one.next()), FENCE, fence(one.seen()));
            return changed ? Set.of(one.seen().id()) : Set.of();
        }
        List<Change> left = changes;
        while (!left.isEmpty()) {
            List<Change> tried = left;
            switch (dynamo.transact(tried.stream().map(this::changing).toList())) {
                case Dynamo.Done() -> {
                    return tried.stream().map(change -> change.seen().id()).collect(Collectors.toSet());
                }
                // What somebody else changed keeps none of the others from being changed.
                case Dynamo.Refused refused ->
                    left = IntStream.range(0, tried.size())
                            .filter(i -> !refused.refusedAt(i))
                            .mapToObj(tried::get)
                            .toList();
            }
        }
        return Set.of();
    }

    private TransactWriteItem changing(Change change) {
        return Dynamo.putAction(table, NotificationItems.item(change.next()), FENCE, fence(change.seen()));
    }

    @Override
    public Claim claim(Change change, Count count) {
        Instant ends = LocalDate.parse(count.day())
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(COUNT_KEPT);
        TransactWriteItem counting = TransactWriteItem.builder()
                .update(update -> update.tableName(dynamo.tables().dailyCounts())
                        .key(Dynamo.key("id", count.recipient() + "#" + count.day()))
                        .updateExpression("ADD #n :one SET #ttl = :ttl")
                        .conditionExpression("attribute_not_exists(#n) OR #n < :most")
                        .expressionAttributeNames(Map.of("#n", "count", "#ttl", "ttl"))
                        .expressionAttributeValues(Map.of(
                                ":one",
                                Dynamo.number(1),
                                ":most",
                                Dynamo.number(count.most()),
                                ":ttl",
                                Dynamo.number(ends.getEpochSecond()))))
                .build();
        return switch (dynamo.transact(List.of(changing(change), counting))) {
            case Dynamo.Done() -> new Claimed();
            case Dynamo.Refused refused -> refused.refusedAt(0) ? new Lost() : new Capped();
        };
    }

    private static Map<String, AttributeValue> fence(Notification seen) {
        return Map.of(":fence", Dynamo.number(seen.progress().fence()));
    }

    @Override
    public List<Waiting> due(Priority priority, int shard, Instant now, int limit) {
        return dynamo
                .query(request -> request.tableName(table)
                        .indexName(Due.INDEX)
                        .limit(limit)
                        .keyConditionExpression("#waits = :place AND #due < :now")
                        .expressionAttributeNames(Map.of("#waits", Due.PARTITION, "#due", Due.SORT))
                        .expressionAttributeValues(Map.of(
                                ":place", AttributeValue.fromS(new Due.Place(priority, shard).key()),
                                ":now", AttributeValue.fromS(Due.after(now)))))
                .items()
                .stream()
                .map(Item::of)
                .map(item -> new Waiting(
                        item.text("id"), priority, Due.time(item.text(Due.SORT)), Due.sweeps(item.text(Due.SORT))))
                .toList();
    }

    @Override
    public boolean move(Waiting seen, Instant next) {
        try {
            dynamo.client()
                    .updateItem(request -> request.tableName(table)
                            .key(Dynamo.key("id", seen.id()))
                            .updateExpression("SET #due = :next")
                            .conditionExpression("#due = :seen")
                            .expressionAttributeNames(Map.of("#due", Due.SORT))
                            .expressionAttributeValues(Map.of(
                                    ":seen", AttributeValue.fromS(Due.sort(seen.due(), seen.sweeps())),
                                    ":next", AttributeValue.fromS(Due.sort(next, seen.sweeps() + 1)))));
            return true;
        } catch (ConditionalCheckFailedException | TransactionConflictException e) {
            return false;
        }
    }
}
