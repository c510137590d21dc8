package io.tidings.aws.dynamodb;

import io.tidings.core.deployment.TableNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** What all stores share: the client, the names of the tables, and how transactions are tried again. */
public final class Dynamo {

    // DynamoDB: at most 100 keys a BatchGetItem, 100 actions a transaction.
    static final int MOST_KEYS = 100;
    static final int MOST_ACTIONS = 100;
    private static final int TRIES = 60;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(4);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private static final ExecutorService GETTING = Executors.newVirtualThreadPerTaskExecutor();

    private final DynamoDbClient client;
    private final TableNames tables;

    public Dynamo(DynamoDbClient client, TableNames tables) {
        this.client = client;
        this.tables = tables;
    }

    DynamoDbClient client() {
        return client;
    }

    TableNames tables() {
        return tables;
    }

    Optional<Item> get(String table, Map<String, AttributeValue> key) {
        Map<String, AttributeValue> item = client.getItem(
                        request -> request.tableName(table).key(key).consistentRead(true))
                .item();
        return item == null || item.isEmpty() ? Optional.empty() : Optional.of(Item.of(item));
    }

    void put(String table, Item item) {
        client.putItem(request -> request.tableName(table).item(item.values()));
    }

    /** False when the condition did not hold. A transaction that is just at the item passes. */
    boolean put(String table, Item item, String condition, Map<String, AttributeValue> values) {
        for (int tries = 0; ; tries++) {
            try {
                client.putItem(request -> {
                    request.tableName(table).item(item.values()).conditionExpression(condition);
                    if (!values.isEmpty()) {
                        request.expressionAttributeValues(values);
                    }
                });
                return true;
            } catch (ConditionalCheckFailedException e) {
                return false;
            } catch (TransactionConflictException e) {
                if (tries == TRIES) {
                    throw e;
                }
                pause(tries);
            }
        }
    }

    /** Those that exist, of any number: whoever asks for many waits no longer than for the slowest call. */
    List<Item> get(String table, Collection<Map<String, AttributeValue>> keys, boolean consistent) {
        List<Map<String, AttributeValue>> all = List.copyOf(keys);
        if (all.size() <= MOST_KEYS) {
            return getSome(table, all, consistent);
        }
        List<Future<List<Item>>> calls = new ArrayList<>();
        for (int i = 0; i < all.size(); i += MOST_KEYS) {
            List<Map<String, AttributeValue>> some = all.subList(i, Math.min(all.size(), i + MOST_KEYS));
            calls.add(GETTING.submit(() -> getSome(table, some, consistent)));
        }
        List<Item> found = new ArrayList<>();
        calls.forEach(call -> found.addAll(answer(call)));
        return found;
    }

    private static List<Item> answer(Future<List<Item>> call) {
        try {
            return call.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private List<Item> getSome(String table, List<Map<String, AttributeValue>> keys, boolean consistent) {
        List<Item> found = new ArrayList<>();
        List<Map<String, AttributeValue>> left = keys;
        for (int tries = 0; !left.isEmpty(); tries++) {
            List<Map<String, AttributeValue>> asked = left;
            var response = client.batchGetItem(request -> request.requestItems(Map.of(
                    table,
                    KeysAndAttributes.builder()
                            .keys(asked)
                            .consistentRead(consistent)
                            .build())));
            response.responses().getOrDefault(table, List.of()).forEach(item -> found.add(Item.of(item)));
            KeysAndAttributes unprocessed = response.unprocessedKeys().get(table);
            left = unprocessed == null ? List.of() : unprocessed.keys();
            if (!left.isEmpty()) {
                pause(tries);
            }
        }
        return found;
    }

    QueryResponse query(Consumer<QueryRequest.Builder> request) {
        return client.query(request);
    }

    sealed interface Transaction {}

    record Done() implements Transaction {}

    /** A condition did not hold: the reasons, in the order of the actions. */
    record Refused(List<CancellationReason> reasons) implements Transaction {
        boolean refusedAt(int action) {
            return reasons.get(action).code().equals("ConditionalCheckFailed");
        }
    }

    /** All or nothing. Conflicts and throttling pass by themselves and are tried again; a failed condition is the caller's. */
    Transaction transact(List<TransactWriteItem> actions) {
        for (int tries = 0; ; tries++) {
            try {
                client.transactWriteItems(
                        request -> request.transactItems(actions).returnConsumedCapacity(ReturnConsumedCapacity.NONE));
                return new Done();
            } catch (TransactionCanceledException e) {
                List<CancellationReason> reasons = e.cancellationReasons();
                if (reasons.stream().anyMatch(reason -> reason.code().equals("ConditionalCheckFailed"))) {
                    return new Refused(reasons);
                }
                if (tries == TRIES
                        || reasons.stream().anyMatch(reason -> reason.code().equals("ValidationError"))) {
                    throw e;
                }
                pause(tries);
            }
        }
    }

    static TransactWriteItem putAction(String table, Item item) {
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(table).item(item.values()).build())
                .build();
    }

    static TransactWriteItem putAction(String table, Item item, String condition, Map<String, AttributeValue> values) {
        Put.Builder put = Put.builder().tableName(table).item(item.values()).conditionExpression(condition);
        if (!values.isEmpty()) {
            put.expressionAttributeValues(values);
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static Map<String, AttributeValue> key(String name, String value) {
        return Map.of(name, AttributeValue.fromS(value));
    }

    static Map<String, AttributeValue> key(String name, String value, String name2, String value2) {
        return Map.of(name, AttributeValue.fromS(value), name2, AttributeValue.fromS(value2));
    }

    /** Exponential, with full jitter: two that met once should not meet again. */
    private static void pause(int tries) {
        long most = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(tries, 10));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to write again", e);
        }
    }
}
