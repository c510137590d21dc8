package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.table.IndexDefinition;
import io.tidings.awslocal.dynamodb.value.ItemJson;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The size of an item collection, which only tables with local indexes have; always told as less than a gigabyte. */
final class ItemCollections {
    private ItemCollections() {}

    static boolean wanted(Fields request, WriteAction action) {
        return "SIZE".equals(request.string("ReturnItemCollectionMetrics"))
                && action.table().definition().indexes().stream().anyMatch(IndexDefinition::local);
    }

    static void write(JsonWriter json, Fields request, WriteAction action) {
        if (wanted(request, action)) {
            metrics(json.name("ItemCollectionMetrics"), action);
        }
    }

    static void byTable(JsonWriter json, Map<String, List<WriteAction>> actions) {
        json.name("ItemCollectionMetrics").beginObject();
        actions.forEach((table, writes) -> {
            json.name(table).beginArray();
            writes.forEach(action -> metrics(json, action));
            json.endArray();
        });
        json.endObject();
    }

    private static void metrics(JsonWriter json, WriteAction action) {
        var partition = action.table().definition().key().partition().name();
        var value = Objects.requireNonNull(action.keyAttributes().attributes().get(partition));
        json.beginObject();
        ItemJson.write(new Value.MapOf(Map.of(partition, value)), json.name("ItemCollectionKey"));
        json.name("SizeEstimateRangeGB").beginArray().number(0.0).number(1.0).endArray();
        json.endObject();
    }
}
