package io.tidings.awslocal.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.awslocal.dynamodb.DynamoDbFaults.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Throttling and faults. */
final class PressureTest {
    private static final String PUT =
            "{'TableName': 'tab', 'Item': {'pk': {'S': '%s'}, 'sk': {'N': '1'}, 'fill': {'S': '%s'}}}";
    private static final String KILOBYTES_100 = "x".repeat(100_000);

    private final MovableClock clock = new MovableClock();
    private volatile Fault fault = Fault.NONE;
    private final DynamoDb dynamoDb = DynamoDb.open(
            null,
            clock,
            DynamoDbSettings.DEFAULTS.withPartitionLimits(),
            (operation, table) -> operation.equals("CreateTable") ? Fault.NONE : fault);
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
    void partitionTakesAThousandWriteUnitsASecond() {
        for (var i = 0; i < 11; i++) {
            calls.done("PutItem", PUT, "hot", KILOBYTES_100);
        }
        assertThat(calls.call("PutItem", PUT, "hot", "").error()).isEqualTo("ProvisionedThroughputExceededException");
        assertThat(calls.call("PutItem", PUT, "cool", "").status()).isEqualTo(200);
        clock.pass(Duration.ofSeconds(1));
        assertThat(calls.call("PutItem", PUT, "hot", "").status()).isEqualTo(200);
    }

    @Test
    void throttledActionCancelsItsTransaction() {
        for (var i = 0; i < 11; i++) {
            calls.done("PutItem", PUT, "hot", KILOBYTES_100);
        }
        var reply = calls.call("TransactWriteItems", """
                {'TransactItems': [{'Put': {'TableName': 'tab', 'Item': {'pk': {'S': 'cool'}, 'sk': {'N': '1'}}}},
                  {'Put': {'TableName': 'tab', 'Item': {'pk': {'S': 'hot'}, 'sk': {'N': '1'}}}}]}""");
        assertThat(reply.body().findValuesAsText("Code")).containsExactly("None", "ThrottlingError");
    }

    @Test
    void batchLeavesWhatIsThrottled() {
        for (var i = 0; i < 11; i++) {
            calls.done("PutItem", PUT, "hot", KILOBYTES_100);
        }
        var body = calls.done("BatchWriteItem", """
                {'RequestItems': {'tab': [{'PutRequest': {'Item': {'pk': {'S': 'hot'}, 'sk': {'N': '2'}}}},
                  {'PutRequest': {'Item': {'pk': {'S': 'cool'}, 'sk': {'N': '2'}}}}]}}""");
        assertThat(body.at("/UnprocessedItems/tab")).hasSize(1);
    }

    @Test
    void readsAreLimitedToo() {
        calls.done("PutItem", PUT, "hot", "x".repeat(390_000));
        var get = "{'TableName': 'tab', 'Key': {'pk': {'S': 'hot'}, 'sk': {'N': '1'}}, 'ConsistentRead': true}";
        for (var i = 0; i < 32; i++) {
            calls.done("GetItem", get);
        }
        assertThat(calls.call("GetItem", get).error()).isEqualTo("ProvisionedThroughputExceededException");
    }

    @Test
    void faultsLookAsDynamoDbsOwn() {
        var transaction = """
                {'TransactItems': [{'Put': {'TableName': 'tab', 'Item': {'pk': {'S': 'a'}, 'sk': {'N': '1'}}}},
                  {'Put': {'TableName': 'tab', 'Item': {'pk': {'S': 'b'}, 'sk': {'N': '1'}}}}]}""";
        fault = Fault.THROTTLE;
        assertThat(calls.call("PutItem", PUT, "a", "").error()).isEqualTo("ProvisionedThroughputExceededException");
        assertThat(calls.call("TransactWriteItems", transaction).body().findValuesAsText("Code"))
                .containsExactly("ThrottlingError", "None");
        fault = Fault.TRANSACTION_CONFLICT;
        assertThat(calls.call("PutItem", PUT, "a", "").error()).isEqualTo("TransactionConflictException");
        assertThat(calls.call("TransactWriteItems", transaction).body().findValuesAsText("Code"))
                .containsExactly("TransactionConflict", "None");
        fault = Fault.INTERNAL_ERROR;
        assertThat(calls.call("GetItem", "{'TableName': 'tab'}").status()).isEqualTo(500);
        fault = Fault.NONE;
        assertThat(calls.done("Scan", "{'TableName': 'tab'}").path("Count").asInt())
                .isZero();
    }
}
