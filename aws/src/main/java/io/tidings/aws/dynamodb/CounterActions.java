package io.tidings.aws.dynamodb;

import io.tidings.core.statistics.CounterChanges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Counter changes as actions of a transaction, one an item. */
final class CounterActions {

    private CounterActions() {}

    /** How many items they touch. */
    static int items(CounterChanges changes) {
        Set<CounterPlace.Key> keys = new HashSet<>();
        changes.forEach((cell, _) ->
                keys.add(CounterPlace.of(cell.scope(), cell.bucket()).item()));
        return keys.size();
    }

    static List<TransactWriteItem> of(String table, CounterChanges changes) {
        // One shard for all counters of a transaction: two transactions meet in all of them or in none.
        int shard = ThreadLocalRandom.current().nextInt(CounterPlace.SHARDS);
        Map<CounterPlace.Key, Map<String, Long>> items = new HashMap<>();
        changes.forEach((cell, counts) -> {
            CounterPlace place = CounterPlace.of(cell.scope(), cell.bucket());
            Map<String, Long> attributes = items.computeIfAbsent(place.item(), _ -> new TreeMap<>());
            counts.forEach((metric, n) -> attributes.merge(place.attribute(metric), n, Long::sum));
        });
        List<TransactWriteItem> actions = new ArrayList<>();
        items.forEach((key, attributes) -> actions.add(action(table, key.in(shard), attributes)));
        return actions;
    }

    private static TransactWriteItem action(
            String table, Map<String, AttributeValue> key, Map<String, Long> attributes) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        StringBuilder update = new StringBuilder("ADD ");
        attributes.forEach((attribute, n) -> {
            int i = names.size();
            names.put("#m" + i, attribute);
            values.put(":m" + i, AttributeValue.fromN(Long.toString(n)));
            update.append(i == 0 ? "#m" : ", #m").append(i).append(" :m").append(i);
        });
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(key)
                        .updateExpression(update.toString())
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .build())
                .build();
    }
}
