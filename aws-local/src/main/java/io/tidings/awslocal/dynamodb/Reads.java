package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.expression.Expressions;
import io.tidings.awslocal.dynamodb.expression.Projection;
import io.tidings.awslocal.dynamodb.request.Constraints;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.request.TableName;
import io.tidings.awslocal.dynamodb.value.ItemCodec;
import io.tidings.awslocal.dynamodb.value.ItemJson;
import io.tidings.awslocal.dynamodb.wire.Answer;
import io.tidings.awslocal.dynamodb.wire.JsonWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** GetItem. */
final class Reads {
    private final Tables tables;
    private final PartitionLimits limits;

    Reads(Tables tables, PartitionLimits limits) {
        this.tables = tables;
        this.limits = limits;
    }

    Answer get(Fields request) {
        TableName.of(request);
        var constraints = new Constraints();
        Parameters.capacity(constraints, request)
                .notNull(request.attributes("Key"), "key")
                .check();
        Parameters.refuseLegacy(request, List.of("AttributesToGet"), List.of("ProjectionExpression"));
        var projection = projection(request);
        var table = tables.require(TableName.of(request));
        var key = Objects.requireNonNull(request.attributes("Key"));
        KeyRules.checkKey(table.definition(), key);
        var stored = table.keyOf(key);
        limits.requireRead(table, stored);
        var item = table.items().get(stored);
        var units = Capacity.readUnits(item == null ? 0 : ItemCodec.size(item), request.isTrue("ConsistentRead"));
        limits.chargeRead(table, stored, units);
        var json = new JsonWriter().beginObject();
        if (item != null) {
            write(json.name("Item"), item, projection);
        }
        var capacity = request.string("ReturnConsumedCapacity");
        if (capacity != null && !capacity.equals("NONE")) {
            new Capacity(table.name()).add(units).write(json.name("ConsumedCapacity"), capacity.equals("INDEXES"), "");
        }
        return new Answer(200, json.endObject().bytes());
    }

    static @Nullable Projection projection(Fields request) {
        var placeholders = Parameters.placeholders(request, List.of("ProjectionExpression"));
        var projection = Expressions.projection(request.string("ProjectionExpression"), placeholders);
        placeholders.refuseUnused();
        return projection;
    }

    static void write(JsonWriter json, byte[] item, @Nullable Projection projection) {
        if (projection == null) {
            ItemJson.write(item, json);
        } else {
            ItemJson.write(projection.of(ItemCodec.decode(item)), json);
        }
    }
}
