package io.tidings.aws.dynamodb;

import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchKey;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.statistics.CounterChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

public final class DynamoBatchStore implements BatchStore {

    private final Dynamo dynamo;
    private final String table;

    public DynamoBatchStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().batches();
    }

    @Override
    public Optional<Batch> find(BatchKey key) {
        return dynamo.get(table, BatchItems.key(key)).map(BatchItems::batch);
    }

    @Override
    public List<Batch> open(String campaignId, int shard, int limit) {
        return dynamo
                .query(request -> request.tableName(table)
                        .keyConditionExpression("slice = :slice AND #number >= :first")
                        .expressionAttributeNames(Map.of("#number", "number"))
                        .expressionAttributeValues(Map.of(
                                ":slice",
                                AttributeValue.fromS(BatchItems.partition(campaignId, shard)),
                                ":first",
                                AttributeValue.fromN("0")))
                        .consistentRead(true)
                        .limit(limit))
                .items()
                .stream()
                .map(Item::of)
                .map(BatchItems::batch)
                .toList();
    }

    @Override
    public boolean replace(Batch seen, Batch next, CounterChanges counted) {
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(BatchItems.replace(table, seen, next));
        actions.addAll(CounterActions.of(dynamo.tables().statistics(), counted));
        return dynamo.transact(actions) instanceof Dynamo.Done;
    }
}
