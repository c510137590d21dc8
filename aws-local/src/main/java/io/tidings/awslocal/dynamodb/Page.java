package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.expression.Evaluation;
import io.tidings.awslocal.dynamodb.store.StoreMap;
import io.tidings.awslocal.dynamodb.value.ItemCodec;
import io.tidings.awslocal.dynamodb.value.ItemJson;
import io.tidings.awslocal.dynamodb.value.Sizes;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.Answer;
import io.tidings.awslocal.dynamodb.wire.JsonWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fills one page of a Query's or a Scan's answer. */
final class Page {
    /** DynamoDB: a page ends when 1 MB was looked at. */
    private static final int MAX_BYTES = 1024 * 1024;

    private final PageRequest request;
    private final boolean projectedOnly;
    private final JsonWriter json = new JsonWriter();
    private long looked;
    private long shown;
    private long bytes;
    /** For attributes that a local index does not hold, DynamoDB reads each item, and charges each. */
    private double fetched;

    /** The item looked at last: decoded, or as it was stored. */
    private Value.@Nullable MapOf last;

    private byte @Nullable [] lastBytes;

    Page(PageRequest request, @Nullable String select) {
        this.request = request;
        this.projectedOnly = request.showsProjectedOnly(select);
    }

    Answer answer(StoreMap.Range range, boolean forward) {
        json.beginObject();
        if (!request.countOnly()) {
            json.name("Items").beginArray();
        }
        var more = request.index() == null ? table(range, forward) : index(request.index(), range, forward);
        if (!request.countOnly()) {
            json.endArray();
        }
        json.name("Count").number(shown).name("ScannedCount").number(looked);
        if (more && last != null) {
            ItemJson.write(startKey(last), json.name("LastEvaluatedKey"));
        }
        capacity();
        return new Answer(200, json.endObject().bytes());
    }

    /** True if the page ended before the range did. */
    private boolean table(StoreMap.Range range, boolean forward) {
        var entries = request.table().items().entries(range, forward);
        while (entries.next() != null) {
            var item = entries.value();
            if (ends(ItemCodec.size(item))) {
                return true;
            }
            show(item);
            if (looked == request.limit()) {
                last = ItemCodec.decode(item);
                return true;
            }
            lastBytes = item;
        }
        return false;
    }

    private boolean index(Table.Index index, StoreMap.Range range, boolean forward) {
        var entries = index.entries().entries(range, forward);
        for (var key = entries.next(); key != null; key = entries.next()) {
            var bytes = request.table().items().get(entries.value());
            if (bytes == null) {
                continue;
            }
            var item = ItemCodec.decode(bytes);
            // An item may have moved within the index since the walk began.
            if (!Arrays.equals(key, index.keyOf(item, entries.value()))) {
                continue;
            }
            var definition = request.table().definition();
            var held = IndexWrite.projected(index.definition(), definition.key(), item);
            if (ends(Sizes.item(held))) {
                return true;
            }
            if (!projectedOnly) {
                fetched += Capacity.readUnits(Sizes.item(item), request.consistent());
            }
            last = item;
            showDecoded(projectedOnly ? held : item);
            if (looked == request.limit()) {
                return true;
            }
        }
        return false;
    }

    private boolean ends(int size) {
        if (looked > 0 && bytes + size > MAX_BYTES) {
            if (last == null && lastBytes != null) {
                last = ItemCodec.decode(lastBytes);
            }
            return true;
        }
        bytes += size;
        looked++;
        return false;
    }

    private void show(byte[] item) {
        if (request.filter() == null && request.projection() == null) {
            shown++;
            if (!request.countOnly()) {
                ItemJson.write(item, json);
            }
        } else {
            showDecoded(ItemCodec.decode(item));
        }
    }

    private void showDecoded(Value.MapOf item) {
        if (request.filter() != null && !Evaluation.holds(request.filter(), item)) {
            return;
        }
        shown++;
        if (!request.countOnly()) {
            ItemJson.write(
                    request.projection() == null ? item : request.projection().of(item), json);
        }
    }

    private Value.MapOf startKey(Value.MapOf item) {
        var key = new HashMap<String, Value>();
        for (var attribute : request.table().definition().key().attributes()) {
            key.put(attribute.name(), Objects.requireNonNull(item.attributes().get(attribute.name())));
        }
        if (request.index() != null) {
            for (var attribute : request.index().definition().key().attributes()) {
                key.put(
                        attribute.name(),
                        Objects.requireNonNull(item.attributes().get(attribute.name())));
            }
        }
        return new Value.MapOf(key);
    }

    /** Read units of what was looked at. */
    double units() {
        return Capacity.readUnits(bytes, request.consistent());
    }

    private void capacity() {
        if (request.capacity().equals("NONE")) {
            return;
        }
        var capacity = new Capacity(request.table().name());
        var units = units();
        if (request.index() == null) {
            capacity.add(units);
        } else {
            capacity.add(request.index(), units);
            capacity.add(fetched);
        }
        capacity.write(json.name("ConsumedCapacity"), request.capacity().equals("INDEXES"), "");
    }
}
