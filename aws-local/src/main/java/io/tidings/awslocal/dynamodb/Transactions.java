package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.request.Constraints;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.request.TableName;
import io.tidings.awslocal.dynamodb.value.ItemCodec;
import io.tidings.awslocal.dynamodb.value.Sizes;
import io.tidings.awslocal.dynamodb.wire.Answer;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import io.tidings.awslocal.dynamodb.wire.JsonWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** TransactWriteItems: all writes or none. */
final class Transactions {
    static final int MAX_ACTIONS = 100;

    /** DynamoDB: the items of a transaction have at most 4 MB together. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    /** DynamoDB charges a transaction twice: to prepare and to commit. */
    static final double PRICE = 2;

    private static final Map<String, Reader> READERS = Map.of(
            "Put", ActionReader::put,
            "Update", ActionReader::update,
            "Delete", ActionReader::delete,
            "ConditionCheck", ActionReader::check);

    private final Tables tables;
    private final WriteLock writes;
    private final Tokens tokens;

    Transactions(Tables tables, WriteLock writes, Tokens tokens) {
        this.tables = tables;
        this.writes = writes;
        this.tokens = tokens;
    }

    private interface Reader {
        WriteAction read(Fields request, Function<Fields, Table> table);
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
        var actions = actions(request);
        var token = request.string("ClientRequestToken");
        var fingerprint = request.values().hashCode();
        var capacities = writes.alone(() -> {
            if (token != null && tokens.isRepeated(token, fingerprint)) {
                return repeated(actions);
            }
            return total(
                    actions,
                    writes.transact(
                            actions, token == null ? null : batch -> tokens.remember(batch, token, fingerprint)));
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

    /** What is wrong with an action's key or item cancels the transaction; all else refuses the request. */
    private List<WriteAction> actions(Fields request) {
        var actions = new ArrayList<WriteAction>();
        var reasons = new ArrayList<Errors.Reason>();
        List<Fields> items = Objects.requireNonNull(request.list("TransactItems"));
        for (var item : items) {
            var found = new boolean[1];
            try {
                actions.add(action(item, fields -> {
                    var table = tables.require(TableName.of(fields));
                    found[0] = true;
                    return table;
                }));
                reasons.add(Errors.Reason.NONE);
            } catch (DynamoDbException e) {
                if (!found[0]) {
                    throw e;
                }
                reasons.add(new Errors.Reason("ValidationError", e.message(), null));
            }
        }
        if (actions.size() < items.size()) {
            throw Errors.cancelled(reasons);
        }
        checkDistinct(actions);
        return actions;
    }

    private static WriteAction action(Fields item, Function<Fields, Table> table) {
        if (item.values().size() != 1) {
            throw DynamoDbException.validation("TransactItems can only contain one of Check, Put, Update or Delete");
        }
        var verb = item.values().keySet().iterator().next();
        var request = Objects.requireNonNull(item.struct(verb));
        TableName.of(request);
        new Constraints()
                .notNull(request.attributes(verb.equals("Put") ? "Item" : "Key"), verb.equals("Put") ? "item" : "key")
                .oneOf(
                        request.string("ReturnValuesOnConditionCheckFailure"),
                        "returnValuesOnConditionCheckFailure",
                        Parameters.ON_FAILURE)
                .check();
        if (verb.equals("ConditionCheck") && !request.has("ConditionExpression")) {
            new Constraints().notNull(null, "conditionExpression").check();
        }
        if (verb.equals("Update") && !request.has("UpdateExpression")) {
            new Constraints().notNull(null, "updateExpression").check();
        }
        return Objects.requireNonNull(READERS.get(verb)).read(request, table);
    }

    private static void checkDistinct(List<WriteAction> actions) {
        var seen = new HashSet<Object>();
        var bytes = 0L;
        for (var action : actions) {
            if (!seen.add(List.of(action.table().name(), ByteBuffer.wrap(action.key())))) {
                throw sameItemTwice();
            }
            bytes += Sizes.item(action.keyAttributes());
        }
        if (bytes > MAX_BYTES) {
            throw DynamoDbException.validation(
                    "Collection size of transaction items exceeded the maximum allowed size of 4MB");
        }
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

    /** A request told again changes nothing and is charged for looking. */
    private static Charged repeated(List<WriteAction> actions) {
        var byTable = new LinkedHashMap<String, Capacity>();
        for (var action : actions) {
            var item = action.table().items().get(action.key());
            byTable.computeIfAbsent(action.table().name(), Capacity::new)
                    .add(PRICE * Capacity.readUnits(item == null ? 0 : ItemCodec.size(item), true));
        }
        return new Charged(byTable.values(), "ReadCapacityUnits");
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
