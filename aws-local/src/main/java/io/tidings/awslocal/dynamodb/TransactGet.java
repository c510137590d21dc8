package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.expression.Projection;
import io.tidings.awslocal.dynamodb.request.Constraints;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.request.TableName;
import io.tidings.awslocal.dynamodb.value.ItemCodec;
import io.tidings.awslocal.dynamodb.value.ItemJson;
import io.tidings.awslocal.dynamodb.wire.Answer;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import io.tidings.awslocal.dynamodb.wire.JsonWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** TransactGetItems: items as they were at one moment. */
final class TransactGet {
    private final Tables tables;
    private final WriteLock writes;
    private final PartitionLimits limits;

    TransactGet(Tables tables, WriteLock writes, PartitionLimits limits) {
        this.tables = tables;
        this.writes = writes;
        this.limits = limits;
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Get(Table table, byte[] key, @Nullable Projection projection) {}

    Answer get(Fields request) {
        var gets = gets(Transactions.checkItems(request, Transactions.constraints(request)));
        refuseThrottled(gets);
        var items = writes.alone(() -> {
            var found = new ArrayList<byte @Nullable []>();
            gets.forEach(get -> found.add(get.table().items().get(get.key())));
            return found;
        });
        return answer(request, gets, items);
    }

    private void refuseThrottled(List<Get> gets) {
        var reasons = gets.stream()
                .map(get -> limits.allowsRead(get.table(), get.key())
                        ? Errors.Reason.NONE
                        : new Errors.Reason("ThrottlingError", FaultErrors.THROTTLED, null))
                .toList();
        if (!reasons.stream().allMatch(Errors.Reason.NONE::equals)) {
            throw Errors.cancelled(reasons);
        }
    }

    private List<Get> gets(List<Fields> items) {
        var gets = new ArrayList<Get>();
        var reasons = new ArrayList<Errors.Reason>();
        for (var item : items) {
            var request = item.struct("Get");
            if (request == null) {
                new Constraints()
                        .notNull(null, "transactItems." + (gets.size() + 1) + ".member.get")
                        .check();
            }
            var get = Objects.requireNonNull(request);
            TableName.of(get);
            new Constraints()
                    .notNull(get.attributes("Key"), "transactItems." + (gets.size() + 1) + ".member.get.key")
                    .check();
            Parameters.refuseLegacy(get, List.of("AttributesToGet"), List.of("ProjectionExpression"));
            var projection = Reads.projection(get);
            var table = tables.require(TableName.of(get));
            var key = Objects.requireNonNull(get.attributes("Key"));
            KeyRules.refuseMalformed(key);
            try {
                KeyRules.checkKey(table.definition(), key);
                gets.add(new Get(table, table.keyOf(key), projection));
                reasons.add(Errors.Reason.NONE);
            } catch (DynamoDbException e) {
                reasons.add(new Errors.Reason("ValidationError", e.message(), null));
            }
        }
        if (gets.size() < items.size()) {
            throw Errors.cancelled(reasons);
        }
        var seen = new HashSet<Object>();
        for (var get : gets) {
            if (!seen.add(List.of(get.table().name(), ByteBuffer.wrap(get.key())))) {
                throw Transactions.sameItemTwice();
            }
        }
        return gets;
    }

    /** Unlike GetItem, a transaction leaves an empty projection out: verified by others against AWS. */
    private static void write(JsonWriter json, byte[] item, @Nullable Projection projection) {
        if (projection == null) {
            ItemJson.write(item, json.name("Item"));
            return;
        }
        var projected = projection.of(ItemCodec.decode(item));
        if (!projected.attributes().isEmpty()) {
            ItemJson.write(projected, json.name("Item"));
        }
    }

    private Answer answer(Fields request, List<Get> gets, List<byte @Nullable []> items) {
        var json = new JsonWriter().beginObject();
        var capacities = new LinkedHashMap<String, Capacity>();
        json.name("Responses").beginArray();
        for (var i = 0; i < gets.size(); i++) {
            var item = items.get(i);
            json.beginObject();
            if (item != null) {
                write(json, item, gets.get(i).projection());
            }
            json.endObject();
            var get = gets.get(i);
            var units = Transactions.PRICE * Capacity.readUnits(item == null ? 0 : ItemCodec.size(item), true);
            limits.chargeRead(get.table(), get.key(), units);
            capacities.computeIfAbsent(get.table().name(), Capacity::new).add(units);
        }
        json.endArray();
        Transactions.capacities(
                json, capacities.values(), request.string("ReturnConsumedCapacity"), "ReadCapacityUnits");
        return new Answer(200, json.endObject().bytes());
    }
}
