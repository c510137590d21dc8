package io.tidings.aws.dynamodb;

import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.CounterChanges.Cell;
import io.tidings.core.statistics.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Counter changes as actions of a transaction, one a cell. A cell is spread over shards, because DynamoDB writes one item slowly. */
final class CounterActions {

    static final int SHARDS = 4;

    private CounterActions() {}

    static String partition(String scope, int shard) {
        return scope + "#" + shard;
    }

    static List<TransactWriteItem> of(String table, CounterChanges changes) {
        // One shard for all cells of a transaction: two transactions meet in all of them or in none.
        int shard = ThreadLocalRandom.current().nextInt(SHARDS);
        List<TransactWriteItem> actions = new ArrayList<>();
        changes.forEach((cell, counts) -> actions.add(action(table, shard, cell, counts)));
        return actions;
    }

    private static TransactWriteItem action(String table, int shard, Cell cell, Map<Metric, Long> counts) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        StringBuilder update = new StringBuilder("ADD");
        counts.forEach((metric, n) -> {
            int i = names.size();
            names.put("#m" + i, metric.key());
            values.put(":m" + i, AttributeValue.fromN(Long.toString(n)));
            update.append(i == 0 ? " " : ", ")
                    .append("#m")
                    .append(i)
                    .append(" :m")
                    .append(i);
        });
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(Dynamo.key(
                                "scope",
                                partition(cell.scope().key(), shard),
                                "bucket",
                                cell.bucket().key()))
                        .updateExpression(update.toString())
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .build())
                .build();
    }
}
