package io.tidings.aws.dynamodb;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Audience;
import io.tidings.core.audience.AudienceStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** An audience's members lie in partitions of their own, one a shard, in order of their ids. */
public final class DynamoAudienceStore implements AudienceStore {

    private static final Logger LOG = LoggerFactory.getLogger(DynamoAudienceStore.class);

    /** With the audience's own item this stays within one transaction. */
    private static final int JOINED_TOGETHER = 90;

    private final Dynamo dynamo;
    private final String table;
    private final String memberships;

    public DynamoAudienceStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().audiences();
        this.memberships = dynamo.tables().memberships();
    }

    @Override
    public void add(Audience audience) {
        dynamo.put(
                table,
                Item.empty()
                        .text("id", audience.id())
                        .text("name", audience.name())
                        .number("contacts", audience.contacts())
                        .time("createdAt", audience.createdAt()));
    }

    @Override
    public Optional<Audience> find(String id) {
        return dynamo.get(table, Dynamo.key("id", id)).map(DynamoAudienceStore::audience);
    }

    @Override
    public List<Audience> list() {
        return dynamo.client().scanPaginator(request -> request.tableName(table)).items().stream()
                .map(Item::of)
                .map(DynamoAudienceStore::audience)
                .sorted(Comparator.comparing(Audience::createdAt).reversed())
                .toList();
    }

    @Override
    public void join(String audienceId, List<RecipientId> contacts, Instant now) {
        for (int i = 0; i < contacts.size(); i += JOINED_TOGETHER) {
            List<RecipientId> slice = contacts.subList(i, Math.min(contacts.size(), i + JOINED_TOGETHER));
            joinTogether(audienceId, new ArrayList<>(slice), now);
        }
    }

    /** Who is a member already makes the transaction fail and is left out of the next try, so the count stays exact. */
    private void joinTogether(String audienceId, List<RecipientId> joining, Instant now) {
        long joinedAt = now.toEpochMilli();
        while (!joining.isEmpty()) {
            List<TransactWriteItem> actions = new ArrayList<>();
            for (RecipientId id : joining) {
                Item member = Item.empty()
                        .text("audience", partition(audienceId, Audience.shardOf(id)))
                        .text("contact", id.value())
                        .text("joinedAt", CampaignItems.sortable(Instant.ofEpochMilli(joinedAt)));
                actions.add(Dynamo.putAction(memberships, member, "attribute_not_exists(contact)", Map.of()));
            }
            actions.add(grow(audienceId, joining.size(), joinedAt));
            if (!(dynamo.transact(actions) instanceof Dynamo.Refused refused)) {
                return;
            }
            if (refused.refusedAt(joining.size())) {
                joinedAt = cutOf(audienceId) + 1;
            }
            List<RecipientId> left = new ArrayList<>();
            for (int i = 0; i < joining.size(); i++) {
                if (!refused.refusedAt(i)) {
                    left.add(joining.get(i));
                }
            }
            joining = left;
        }
    }

    /** Its own item is in every transaction anyway, so the cut costs the joining nothing. */
    private TransactWriteItem grow(String audienceId, int by, long joinedAt) {
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(Dynamo.key("id", audienceId))
                        .updateExpression("ADD contacts :n")
                        .conditionExpression("attribute_not_exists(cutAt) OR cutAt < :joinedAt")
                        .expressionAttributeValues(
                                Map.of(":n", Dynamo.number(by), ":joinedAt", Dynamo.number(joinedAt)))
                        .build())
                .build();
    }

    private long cutOf(String audienceId) {
        return dynamo.get(table, Dynamo.key("id", audienceId))
                .filter(item -> item.has("cutAt"))
                .map(item -> item.number("cutAt"))
                .orElse(0L);
    }

    @Override
    public void cut(String audienceId, Instant until) {
        try {
            dynamo.client()
                    .updateItem(request -> request.tableName(table)
                            .key(Dynamo.key("id", audienceId))
                            .updateExpression("SET cutAt = :until")
                            .conditionExpression(
                                    "attribute_exists(id) AND (attribute_not_exists(cutAt) OR cutAt < :until)")
                            .expressionAttributeValues(Map.of(":until", Dynamo.number(until.toEpochMilli()))));
        } catch (ConditionalCheckFailedException e) {
            LOG.debug("audience {} was cut later already: {}", audienceId, e.getMessage());
        }
    }

    @Override
    public List<RecipientId> members(
            String audienceId, int shard, Instant until, @Nullable RecipientId after, int limit) {
        List<RecipientId> members = new ArrayList<>();
        Map<String, AttributeValue> from = after == null ? Map.of() : memberKey(audienceId, shard, after);
        while (members.size() < limit) {
            QueryResponse page = page(audienceId, shard, until, from, limit - members.size(), Select.ALL_ATTRIBUTES);
            page.items()
                    .forEach(item -> members.add(new RecipientId(Item.of(item).text("contact"))));
            if (!page.hasLastEvaluatedKey() || page.lastEvaluatedKey().isEmpty()) {
                return members;
            }
            from = page.lastEvaluatedKey();
        }
        return members;
    }

    @Override
    public long count(String audienceId, int shard, Instant until) {
        long count = 0;
        Map<String, AttributeValue> from = Map.of();
        while (true) {
            QueryResponse page = page(audienceId, shard, until, from, 0, Select.COUNT);
            count += page.count();
            if (!page.hasLastEvaluatedKey() || page.lastEvaluatedKey().isEmpty()) {
                return count;
            }
            from = page.lastEvaluatedKey();
        }
    }

    private QueryResponse page(
            String audienceId, int shard, Instant until, Map<String, AttributeValue> from, int limit, Select select) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":audience", AttributeValue.fromS(partition(audienceId, shard)));
        values.put(":until", AttributeValue.fromS(CampaignItems.sortable(until)));
        return dynamo.query(request -> {
            request.tableName(memberships)
                    .keyConditionExpression("audience = :audience")
                    .filterExpression("joinedAt <= :until")
                    .expressionAttributeValues(values)
                    .consistentRead(true)
                    .select(select);
            if (!from.isEmpty()) {
                request.exclusiveStartKey(from);
            }
            if (limit > 0) {
                request.limit(limit);
            }
        });
    }

    @Override
    public Map<String, Instant> memberships(RecipientId contact, Collection<String> audienceIds) {
        List<Map<String, AttributeValue>> keys = audienceIds.stream()
                .distinct()
                .map(id -> memberKey(id, Audience.shardOf(contact), contact))
                .toList();
        Map<String, Instant> found = new HashMap<>();
        dynamo.get(memberships, keys, false).forEach(item -> {
            String partition = item.text("audience");
            found.put(partition.substring(0, partition.lastIndexOf('#')), item.time("joinedAt"));
        });
        return found;
    }

    private static Map<String, AttributeValue> memberKey(String audienceId, int shard, RecipientId contact) {
        return Dynamo.key("audience", partition(audienceId, shard), "contact", contact.value());
    }

    private static String partition(String audienceId, int shard) {
        return audienceId + "#" + shard;
    }

    private static Audience audience(Item item) {
        return new Audience(item.text("id"), item.text("name"), item.number("contacts"), item.time("createdAt"));
    }
}
