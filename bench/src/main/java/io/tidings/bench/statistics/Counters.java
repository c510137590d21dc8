package io.tidings.bench.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The items of the statistics table, summed up before they are written. Whoever fills it asks the API whether it reads the same. */
final class Counters {

    private static final int SHARDS = 4;
    // DynamoDB: at most 25 items a call.
    private static final int A_CALL = 25;
    private static final int AT_ONCE = 4;

    private record Key(String scope, String bucket) {}

    private final Map<Key, Map<String, Long>> items = new HashMap<>();
    /** A million counters have a few hundred names. */
    private final Map<String, String> names = new HashMap<>();

    private int shard;

    void nextShard(Random random) {
        shard = random.nextInt(SHARDS);
    }

    void add(String partition, String sort, String attribute) {
        items.computeIfAbsent(new Key(partition + "#" + shard, sort), _ -> new HashMap<>())
                .merge(names.computeIfAbsent(attribute, Function.identity()), 1L, Long::sum);
    }

    int size() {
        return items.size();
    }

    void write(DynamoDbClient dynamoDb, String table) {
        List<Map.Entry<Key, Map<String, Long>>> all = List.copyOf(items.entrySet());
        List<Future<?>> calls = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < all.size(); i += A_CALL) {
                List<Map.Entry<Key, Map<String, Long>>> some = all.subList(i, Math.min(all.size(), i + A_CALL));
                calls.add(threads.submit(() -> put(dynamoDb, table, requests(some))));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the table cannot be filled", e.getCause());
        }
    }

    private static void put(DynamoDbClient dynamoDb, String table, List<WriteRequest> some) {
        Map<String, List<WriteRequest>> left = Map.of(table, some);
        while (!left.isEmpty()) {
            Map<String, List<WriteRequest>> now = left;
            left = dynamoDb.batchWriteItem(batch -> batch.requestItems(now)).unprocessedItems();
        }
    }

    private static List<WriteRequest> requests(List<Map.Entry<Key, Map<String, Long>>> some) {
        return some.stream()
                .map(entry -> write(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static WriteRequest write(Key key, Map<String, Long> counts) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("scope", AttributeValue.fromS(key.scope()));
        item.put("bucket", AttributeValue.fromS(key.bucket()));
        counts.forEach((attribute, n) -> item.put(attribute, AttributeValue.fromN(Long.toString(n))));
        return WriteRequest.builder()
                .putRequest(PutRequest.builder().item(item).build())
                .build();
    }
}
