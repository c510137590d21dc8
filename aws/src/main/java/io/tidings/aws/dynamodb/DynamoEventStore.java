package io.tidings.aws.dynamodb;

import io.tidings.core.audience.Page;
import io.tidings.core.feedback.EventStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** What came together lies in one item, packed: an item for each event would cost three write units, this costs a fraction of one. */
public final class DynamoEventStore implements EventStore {

    private static final int SHARDS = 4;
    // DynamoDB: 400 KB an item. Twice as much, unpacked, packs to far less; what does not is split.
    private static final int MOST_UNPACKED = 700_000;
    private static final int MOST_PACKED = 380_000;
    private static final Map<String, AttributeValue> PROGRESS = Dynamo.key("day", "progress", "at", "progress");
    private static final Map<String, AttributeValue> LATE = Dynamo.key("day", "progress", "at", "late");
    private static final int PAGE = 20;

    private final Dynamo dynamo;
    private final String table;
    private final Duration kept;

    public DynamoEventStore(Dynamo dynamo, Duration kept) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().events();
        this.kept = kept;
    }

    @Override
    public void keep(List<String> bodies, Instant at) {
        int from = 0;
        long size = 0;
        for (int i = 0; i < bodies.size(); i++) {
            size += bodies.get(i).length();
            if (size > MOST_UNPACKED && i > from) {
                put(bodies.subList(from, i), at);
                from = i;
                size = bodies.get(i).length();
            }
        }
        if (from < bodies.size()) {
            put(bodies.subList(from, bodies.size()), at);
        }
    }

    private void put(List<String> bodies, Instant at) {
        byte[] packed = PackedTexts.pack(bodies);
        if (packed.length > MOST_PACKED && bodies.size() > 1) {
            put(bodies.subList(0, bodies.size() / 2), at);
            put(bodies.subList(bodies.size() / 2, bodies.size()), at);
            return;
        }
        int shard = ThreadLocalRandom.current().nextInt(SHARDS);
        Item item = Item.empty()
                .text("day", partition(at.atOffset(ZoneOffset.UTC).toLocalDate(), shard))
                .text("at", at + "#" + UUID.randomUUID())
                .number("n", bodies.size())
                .number("ttl", at.plus(kept).getEpochSecond());
        item.values().put("packed", AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(packed)));
        dynamo.put(table, item);
    }

    private static String partition(LocalDate day, int shard) {
        return day + "#" + shard;
    }

    @Override
    public Page<Kept> of(LocalDate day, @Nullable String cursor) {
        int hash = cursor == null ? 0 : cursor.indexOf(' ');
        int shard = cursor == null ? 0 : Integer.parseInt(cursor.substring(0, hash));
        String after = cursor == null ? "" : cursor.substring(hash + 1);
        QueryResponse page = dynamo.query(request -> {
            request.tableName(table)
                    .keyConditionExpression("#day = :day")
                    .expressionAttributeNames(Map.of("#day", "day"))
                    .expressionAttributeValues(Map.of(":day", AttributeValue.fromS(partition(day, shard))))
                    .limit(PAGE);
            if (!after.isEmpty()) {
                request.exclusiveStartKey(Dynamo.key("day", partition(day, shard), "at", after));
            }
        });
        List<Kept> found = new ArrayList<>();
        for (Map<String, AttributeValue> values : page.items()) {
            Item item = Item.of(values);
            String at = item.text("at");
            found.add(new Kept(
                    Instant.parse(at.substring(0, at.indexOf('#'))), PackedTexts.unpack(item.bytes("packed"))));
        }
        if (page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty()) {
            return new Page<>(
                    found, shard + " " + Item.of(page.lastEvaluatedKey()).text("at"));
        }
        return new Page<>(found, shard + 1 < SHARDS ? (shard + 1) + " " : null);
    }

    @Override
    public void noteProgress(Progress progress) {
        dynamo.put(
                table,
                Item.of(new HashMap<>(PROGRESS)).time("sent", progress.sent()).time("read", progress.at()));
    }

    @Override
    public Optional<Progress> progress() {
        return dynamo.get(table, PROGRESS).map(item -> new Progress(item.time("sent"), item.time("read")));
    }

    @Override
    public void noteLate(Instant at) {
        dynamo.put(table, Item.of(new HashMap<>(LATE)).time("seen", at));
    }

    @Override
    public Optional<Instant> lateSeenAt() {
        return dynamo.get(table, LATE).map(item -> item.time("seen"));
    }
}
