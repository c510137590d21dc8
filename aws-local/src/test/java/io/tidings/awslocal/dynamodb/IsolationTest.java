package io.tidings.awslocal.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many clients at once. */
@Timeout(60)
final class IsolationTest {
    private static final int CLIENTS = 4;
    private static final int EACH = 500;

    private final DynamoDb dynamoDb = DynamoDb.inMemory();
    private final Calls calls = new Calls(dynamoDb);

    @BeforeEach
    void createTable() {
        calls.createTable("tab");
    }

    @AfterEach
    void close() {
        dynamoDb.close();
    }

    @Test
    void noIncrementIsLost() throws Exception {
        inParallel(() -> calls.done("UpdateItem", """
                {'TableName': 'tab', 'Key': {'pk': {'S': 'counter'}, 'sk': {'N': '1'}},
                 'UpdateExpression': 'ADD n :one', 'ExpressionAttributeValues': {':one': {'N': '1'}}}"""));
        assertThat(number("counter")).isEqualTo(CLIENTS * EACH);
    }

    @Test
    void onlyOneOfManyClaimsAnItem() throws Exception {
        var claimed = inParallel(() -> calls.call("PutItem", """
                {'TableName': 'tab', 'Item': {'pk': {'S': 'claim'}, 'sk': {'N': '1'}},
                 'ConditionExpression': 'attribute_not_exists(pk)'}""").status());
        assertThat(claimed).containsOnlyOnce(200);
    }

    @Test
    void transactionsAreSeenWholeOrNotAtAll() throws Exception {
        var done = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var reader = threads.submit(() -> {
                while (!done.get()) {
                    var both = calls.done("TransactGetItems", """
                            {'TransactItems': [
                              {'Get': {'TableName': 'tab', 'Key': {'pk': {'S': 'left'}, 'sk': {'N': '1'}}}},
                              {'Get': {'TableName': 'tab', 'Key': {'pk': {'S': 'right'}, 'sk': {'N': '1'}}}}]}""");
                    assertThat(both.at("/Responses/0/Item/n")).isEqualTo(both.at("/Responses/1/Item/n"));
                }
                return true;
            });
            inParallel(() -> calls.done("TransactWriteItems", """
                    {'TransactItems': [%s, %s]}""".formatted(increment("left"), increment("right"))));
            done.set(true);
            assertThat(reader.get()).isTrue();
        }
        assertThat(number("left")).isEqualTo(CLIENTS * EACH);
    }

    @Test
    void tableDeletedInTheMiddleIsNotFoundAndNothingWorse() throws Exception {
        var statuses = inParallel(() -> {
            var reply = calls.call(
                    "PutItem",
                    "{'TableName': 'tab', 'Item': {'pk': {'S': 'a'}, 'sk': {'N': '%d'}}}",
                    System.nanoTime());
            if (System.nanoTime() % 50 == 0) {
                calls.call("DeleteTable", "{'TableName': 'tab'}");
            }
            return reply.status() == 200 ? "done" : reply.error();
        });
        assertThat(statuses).containsAnyOf("done", "ResourceNotFoundException").doesNotContain("InternalServerError");
    }

    private static String increment(String key) {
        return """
                {'Update': {'TableName': 'tab', 'Key': {'pk': {'S': '%s'}, 'sk': {'N': '1'}},
                 'UpdateExpression': 'ADD n :one', 'ExpressionAttributeValues': {':one': {'N': '1'}}}}""".formatted(key);
    }

    private int number(String key) {
        return calls.done("GetItem", "{'TableName': 'tab', 'Key': {'pk': {'S': '%s'}, 'sk': {'N': '1'}}}", key)
                .at("/Item/n/N")
                .asInt();
    }

    private static <T> List<T> inParallel(Callable<T> call) throws Exception {
        var results = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var tasks = new ArrayList<Callable<List<T>>>();
            for (var client = 0; client < CLIENTS; client++) {
                tasks.add(() -> {
                    var mine = new ArrayList<T>();
                    for (var i = 0; i < EACH; i++) {
                        mine.add(call.call());
                    }
                    return mine;
                });
            }
            for (var done : threads.invokeAll(tasks)) {
                results.addAll(done.get());
            }
        }
        return results;
    }
}
