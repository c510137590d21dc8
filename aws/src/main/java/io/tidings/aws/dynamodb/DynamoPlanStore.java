package io.tidings.aws.dynamodb;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Audience;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.ledger.Batch;
import io.tidings.core.sending.PlanStore;
import io.tidings.core.sending.ShardPlan;
import io.tidings.core.statistics.CounterChanges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** A shard's plan lies before its batches, as number -1, so that planning one is a transaction within one partition. */
public final class DynamoPlanStore implements PlanStore {

    private static final String PLAN = "-1";
    private static final String SAME_PLACE = "step = :step AND batches = :batches";

    private final Dynamo dynamo;
    private final String table;

    public DynamoPlanStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().batches();
    }

    @Override
    public boolean start(Campaign next, List<ShardPlan> shards, CounterChanges audience) {
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(Dynamo.putAction(
                dynamo.tables().campaigns(),
                CampaignItems.item(next),
                DynamoCampaignStore.REVISION_BEFORE,
                DynamoCampaignStore.revisionBefore(next)));
        shards.forEach(
                plan -> actions.add(Dynamo.putAction(table, item(plan), "attribute_not_exists(slice)", Map.of())));
        actions.addAll(CounterActions.of(dynamo.tables().statistics(), audience));
        return dynamo.transact(actions) instanceof Dynamo.Done;
    }

    @Override
    public boolean restart(Campaign next, List<ShardPlan> seen, List<ShardPlan> again, CounterChanges audience) {
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(Dynamo.putAction(
                dynamo.tables().campaigns(),
                CampaignItems.item(next),
                DynamoCampaignStore.REVISION_BEFORE,
                DynamoCampaignStore.revisionBefore(next)));
        for (int i = 0; i < seen.size(); i++) {
            actions.add(Dynamo.putAction(table, item(again.get(i)), SAME_PLACE, placeOf(seen.get(i))));
        }
        actions.addAll(CounterActions.of(dynamo.tables().statistics(), audience));
        return dynamo.transact(actions) instanceof Dynamo.Done;
    }

    @Override
    public List<ShardPlan> find(String campaignId) {
        List<Map<String, AttributeValue>> keys = IntStream.range(0, Audience.SHARDS)
                .mapToObj(shard -> Map.of(
                        "slice", AttributeValue.fromS(BatchItems.partition(campaignId, shard)),
                        "number", AttributeValue.fromN(PLAN)))
                .toList();
        return dynamo.get(table, keys, true).stream()
                .map(DynamoPlanStore::plan)
                .sorted(Comparator.comparing(ShardPlan::shard))
                .toList();
    }

    @Override
    public boolean advance(ShardPlan seen, ShardPlan next, @Nullable Batch planned) {
        if (planned == null) {
            return dynamo.put(table, item(next), SAME_PLACE, placeOf(seen));
        }
        return dynamo.transact(List.of(
                        Dynamo.putAction(table, item(next), SAME_PLACE, placeOf(seen)),
                        Dynamo.putAction(table, BatchItems.item(planned))))
                instanceof Dynamo.Done;
    }

    private static Map<String, AttributeValue> placeOf(ShardPlan seen) {
        return Map.of(
                ":step", AttributeValue.fromN(Long.toString(seen.step())),
                ":batches", AttributeValue.fromN(Long.toString(seen.batches())));
    }

    private static Item item(ShardPlan plan) {
        RecipientId cursor = plan.cursor();
        return Item.empty()
                .text("slice", BatchItems.partition(plan.campaignId(), plan.shard()))
                .number("number", Long.parseLong(PLAN))
                .number("step", plan.step())
                .number("batches", plan.batches())
                .text("cursor", cursor == null ? null : cursor.value())
                .text("missed", plan.missed())
                .flag("planned", plan.planned())
                .flag("settled", plan.settled())
                .time("touchedAt", plan.touchedAt());
    }

    private static ShardPlan plan(Item item) {
        String shard = item.text("slice");
        int hash = shard.lastIndexOf('#');
        String cursor = item.textOrNull("cursor");
        return new ShardPlan(
                shard.substring(0, hash),
                Integer.parseInt(shard.substring(hash + 1)),
                item.number("step"),
                item.number("batches"),
                cursor == null ? null : new RecipientId(cursor),
                item.textOrNull("missed"),
                item.flag("planned"),
                item.flag("settled"),
                item.time("touchedAt"));
    }
}
