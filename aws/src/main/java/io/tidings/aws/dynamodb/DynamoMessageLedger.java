package io.tidings.aws.dynamodb;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Page;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.MessageScan;
import io.tidings.core.ledger.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

public final class DynamoMessageLedger implements MessageLedger, MessageScan {

    static final String WENT_WRONG = "went-wrong";

    private final Dynamo dynamo;
    private final String table;

    public DynamoMessageLedger(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().messages();
    }

    @Override
    public Map<Key, Message> find(Collection<Key> keys) {
        return find(keys, true);
    }

    @Override
    public Map<Key, Message> glance(Collection<Key> keys) {
        return find(keys, false);
    }

    private Map<Key, Message> find(Collection<Key> keys, boolean consistent) {
        Map<Key, Message> found = new HashMap<>();
        dynamo
                .get(
                        table,
                        keys.stream()
                                .map(key -> MessageItems.key(key.recipient(), key.origin()))
                                .toList(),
                        consistent)
                .stream()
                .map(MessageItems::message)
                .forEach(message -> found.put(Key.of(message), message));
        return found;
    }

    @Override
    public Written write(Entry entry) {
        List<TransactWriteItem> actions = new ArrayList<>();
        BatchChange batch = entry.batch();
        if (batch != null) {
            actions.add(BatchItems.replace(dynamo.tables().batches(), batch.seen(), batch.next()));
        }
        entry.messages().forEach(message -> actions.add(put(message)));
        actions.addAll(CounterActions.of(dynamo.tables().statistics(), entry.counted()));
        return switch (dynamo.transact(actions)) {
            case Dynamo.Done() -> new Stored();
            case Dynamo.Refused refused when batch != null && refused.refusedAt(0) -> new LostBatch();
            case Dynamo.Refused _ -> new Outdated();
        };
    }

    private TransactWriteItem put(Message message) {
        Item item = MessageItems.item(message);
        return message.revision() == 0
                ? Dynamo.putAction(table, item, "attribute_not_exists(recipient)", Map.of())
                : Dynamo.putAction(
                        table, item, "v = :v", Map.of(":v", AttributeValue.fromN(Long.toString(message.revision()))));
    }

    @Override
    public int capacity() {
        return Dynamo.MOST_ACTIONS;
    }

    @Override
    public boolean fits(Entry entry) {
        int others = CounterActions.items(entry.counted()) + (entry.batch() == null ? 0 : 1);
        return entry.messages().size() + others <= Dynamo.MOST_ACTIONS;
    }

    @Override
    public Page<Message> page(int part, int parts, @Nullable String cursor) {
        ScanResponse page = dynamo.client().scan(request -> {
            request.tableName(table).segment(part).totalSegments(parts).consistentRead(true);
            if (cursor != null) {
                int blank = cursor.indexOf(' ');
                request.exclusiveStartKey(
                        Dynamo.key("recipient", cursor.substring(0, blank), "origin", cursor.substring(blank + 1)));
            }
        });
        List<Message> messages =
                page.items().stream().map(Item::of).map(MessageItems::message).toList();
        Map<String, AttributeValue> last = page.lastEvaluatedKey();
        boolean more = page.hasLastEvaluatedKey() && !last.isEmpty();
        return new Page<>(
                messages,
                more ? Item.of(last).text("recipient") + " " + Item.of(last).text("origin") : null);
    }

    @Override
    public Page<Message> wentWrong(Origin origin, FactKind list, @Nullable String cursor, int limit) {
        List<Message> messages = new ArrayList<>();
        IndexCursor at = IndexCursor.read(cursor);
        while (at.shard() < MessageItems.INDEX_SHARDS) {
            QueryResponse page = indexPage(origin, list, at, limit - messages.size());
            page.items().forEach(item -> messages.add(MessageItems.message(Item.of(item))));
            at = page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty()
                    ? new IndexCursor(
                            at.shard(), Item.of(page.lastEvaluatedKey()).text("recipient"))
                    : new IndexCursor(at.shard() + 1, null);
            if (messages.size() >= limit) {
                break;
            }
        }
        return new Page<>(messages, at.shard() < MessageItems.INDEX_SHARDS ? at.toString() : null);
    }

    private QueryResponse indexPage(Origin origin, FactKind list, IndexCursor at, int limit) {
        String partition = MessageItems.indexPartition(origin, list, at.shard());
        return dynamo.query(request -> {
            request.tableName(table)
                    .indexName(WENT_WRONG)
                    .keyConditionExpression("wrong = :wrong")
                    .expressionAttributeValues(Map.of(":wrong", AttributeValue.fromS(partition)))
                    .limit(limit);
            if (at.after() != null) {
                Map<String, AttributeValue> start =
                        new HashMap<>(Dynamo.key("recipient", at.after(), "origin", origin.key()));
                start.put("wrong", AttributeValue.fromS(partition));
                request.exclusiveStartKey(start);
            }
        });
    }

    @Override
    public Page<Message> of(RecipientId recipient, @Nullable String cursor, int limit) {
        QueryResponse page = dynamo.query(request -> {
            request.tableName(table)
                    .keyConditionExpression("recipient = :recipient")
                    .expressionAttributeValues(Map.of(":recipient", AttributeValue.fromS(recipient.value())))
                    .limit(limit);
            if (cursor != null) {
                request.exclusiveStartKey(Dynamo.key("recipient", recipient.value(), "origin", cursor));
            }
        });
        List<Message> messages =
                page.items().stream().map(Item::of).map(MessageItems::message).toList();
        boolean more = page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty();
        return new Page<>(messages, more ? Item.of(page.lastEvaluatedKey()).text("origin") : null);
    }

    @Override
    public List<Message> newest(RecipientId recipient, int limit) {
        return Stream.of("campaign#", "notification#")
                .flatMap(kind -> dynamo
                        .query(request -> request.tableName(table)
                                .keyConditionExpression("recipient = :recipient AND begins_with(origin, :kind)")
                                .expressionAttributeValues(Map.of(
                                        ":recipient",
                                        AttributeValue.fromS(recipient.value()),
                                        ":kind",
                                        AttributeValue.fromS(kind)))
                                .scanIndexForward(false)
                                .consistentRead(true)
                                .limit(limit))
                        .items()
                        .stream())
                .map(item -> MessageItems.message(Item.of(item)))
                .toList();
    }

    private record IndexCursor(int shard, @Nullable String after) {

        static IndexCursor read(@Nullable String cursor) {
            if (cursor == null) {
                return new IndexCursor(0, null);
            }
            int dot = cursor.indexOf('.');
            String after = cursor.substring(dot + 1);
            return new IndexCursor(Integer.parseInt(cursor.substring(0, dot)), after.isEmpty() ? null : after);
        }

        @Override
        public String toString() {
            return shard + "." + (after == null ? "" : after);
        }
    }
}
