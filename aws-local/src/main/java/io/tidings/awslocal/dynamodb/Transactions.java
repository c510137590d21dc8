package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.request.Constraints;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.wire.Answer;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import io.tidings.awslocal.dynamodb.wire.JsonWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** TransactWriteItems: all writes or none. */
final class Transactions {
    static final int MAX_ACTIONS = 100;

    /** DynamoDB charges a transaction twice: to prepare and to commit. */
    static final double PRICE = 2;

    private final Tables tables;
    private final WriteLock writes;
    private final Tokens tokens;

    Transactions(Tables tables, WriteLock writes, Tokens tokens) {
        this.tables = tables;
        this.writes = writes;
        this.tokens = tokens;
    }

    Answer write(Fields request) {
        checkItems(
                request,
                constraints(request)
                        .oneOf(
                                request.string("ReturnItemCollectionMetrics"),
                                "returnItemCollectionMetrics",
                                Parameters.METRICS)
                        .length(request.string("ClientRequestToken"), 1, 36, "clientRequestToken"));
        var token = request.string("ClientRequestToken");
        var fingerprint = request.values().hashCode();
        Runnable refuseOther = () -> {
            if (token != null) {
                tokens.refuseOther(token, fingerprint);
            }
        };
        var planned = new TransactionReader(tables, refuseOther).read(request);
        var actions = planned.stream()
                .map(TransactionReader.Planned::action)
                .filter(Objects::nonNull)
                .toList();
        var capacities = writes.alone(() -> {
            var before = token == null ? null : tokens.unitsOfRepeated(token, fingerprint);
            if (before != null) {
                return repeated(before);
            }
            return total(actions, writes.transact(planned, (batch, units) -> {
                if (token != null) {
                    tokens.remember(batch, token, fingerprint, units);
                }
            }));
        });
        return answer(request, actions, capacities.units(), capacities.kind());
    }

    private record Charged(Collection<Capacity> units, String kind) {}

    static Constraints constraints(Fields request) {
        return Parameters.capacity(new Constraints(), request);
    }

    static List<Fields> checkItems(Fields request, Constraints constraints) {
        List<Fields> items = request.list("TransactItems");
        constraints.notNull(items, "transactItems");
        if (items != null && items.isEmpty()) {
            constraints.add("Value '[]' at 'transactItems' failed to satisfy constraint: "
                    + "Member must have length greater than or equal to 1");
        }
        if (items != null && items.size() > MAX_ACTIONS) {
            constraints.add(
                    "Value '[" + items.size() + " TransactItems]' at 'transactItems' failed to satisfy constraint: "
                            + "Member must have length less than or equal to 100");
        }
        constraints.check();
        return Objects.requireNonNull(items);
    }

    static DynamoDbException sameItemTwice() {
        return DynamoDbException.validation("Transaction request cannot include multiple operations on one item");
    }

    private static Charged total(List<WriteAction> actions, List<Capacity> each) {
        var byTable = new LinkedHashMap<String, Capacity>();
        for (var i = 0; i < actions.size(); i++) {
            byTable.computeIfAbsent(actions.get(i).table().name(), Capacity::new)
                    .addAll(each.get(i), PRICE);
        }
        return new Charged(byTable.values(), "WriteCapacityUnits");
    }

    /** A request told again changes nothing, and is charged for reading what it saw. */
    private static Charged repeated(Map<String, Integer> units) {
        var byTable = new ArrayList<Capacity>();
        units.forEach((table, count) -> byTable.add(new Capacity(table).add(PRICE * count)));
        return new Charged(byTable, "ReadCapacityUnits");
    }

    private static Answer answer(
            Fields request, List<WriteAction> actions, Collection<Capacity> capacities, String kind) {
        var json = new JsonWriter().beginObject();
        capacities(json, capacities, request.string("ReturnConsumedCapacity"), kind);
        var withMetrics = new LinkedHashMap<String, List<WriteAction>>();
        for (var action : actions) {
            if (ItemCollections.wanted(request, action)) {
                withMetrics
                        .computeIfAbsent(action.table().name(), ignored -> new ArrayList<>())
                        .add(action);
            }
        }
        if (!withMetrics.isEmpty()) {
            ItemCollections.byTable(json, withMetrics);
        }
        return new Answer(200, json.endObject().bytes());
    }

    static void capacities(JsonWriter json, Collection<Capacity> all, @Nullable String wanted, String kind) {
        if (wanted == null || wanted.equals("NONE")) {
            return;
        }
        json.name("ConsumedCapacity").beginArray();
        all.forEach(capacity -> capacity.write(json, wanted.equals("INDEXES"), kind));
        json.endArray();
    }
}
