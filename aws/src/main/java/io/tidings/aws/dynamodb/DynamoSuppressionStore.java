package io.tidings.aws.dynamodb;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Page;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.suppression.Suppressions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public final class DynamoSuppressionStore implements SuppressionStore {

    static final String BY_ADDRESS = "by-address";
    /** Sorts after whatever an address can hold. */
    private static final String LAST = "\uffff";

    private final Dynamo dynamo;
    private final String table;

    public DynamoSuppressionStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().suppressions();
    }

    @Override
    public Map<RecipientId, Suppressions> find(Collection<RecipientId> ids) {
        return dynamo
                .get(table, ids.stream().map(id -> Dynamo.key("id", id.value())).toList(), true)
                .stream()
                .map(SuppressionItems::suppressions)
                .collect(Collectors.toMap(Suppressions::id, known -> known));
    }

    @Override
    public boolean replace(Suppressions seen, Suppressions next) {
        Item item = SuppressionItems.item(next);
        return seen.revision() == 0
                ? dynamo.put(table, item, "attribute_not_exists(id)", Map.of())
                : dynamo.put(table, item, "v = :v", Map.of(":v", AttributeValue.fromN(Long.toString(seen.revision()))));
    }

    /** A page of each shard, merged. The index follows the table by a moment. */
    @Override
    public Page<Suppressions> list(String prefix, @Nullable String cursor, int limit) {
        List<Suppressions> found = new ArrayList<>();
        for (int shard = 0; shard < SuppressionItems.INDEX_SHARDS; shard++) {
            found.addAll(shard(shard, prefix, cursor, limit + 1));
        }
        List<Suppressions> page = found.stream()
                .sorted(Comparator.comparing(known -> SuppressionItems.sorted(known.address())))
                .limit(limit)
                .toList();
        return new Page<>(
                page,
                found.size() > limit ? SuppressionItems.sorted(page.getLast().address()) : null);
    }

    private List<Suppressions> shard(int shard, String prefix, @Nullable String cursor, int limit) {
        boolean after = cursor != null && cursor.compareTo(prefix) >= 0;
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":list", AttributeValue.fromS(SuppressionItems.indexPartition(shard)));
        // A key condition has one comparison: from behind the cursor on, the first address that can follow it is the
        // cursor and a blank.
        values.put(":from", AttributeValue.fromS(after ? cursor + ' ' : prefix.isEmpty() ? " " : prefix));
        values.put(":to", AttributeValue.fromS(prefix + LAST));
        return dynamo
                .query(request -> request.tableName(table)
                        .indexName(BY_ADDRESS)
                        .keyConditionExpression("#list = :list AND sorted BETWEEN :from AND :to")
                        .expressionAttributeNames(Map.of("#list", "list"))
                        .expressionAttributeValues(values)
                        .limit(limit))
                .items()
                .stream()
                .map(item -> SuppressionItems.suppressions(Item.of(item)))
                .toList();
    }
}
