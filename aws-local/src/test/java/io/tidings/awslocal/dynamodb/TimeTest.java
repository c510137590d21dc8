package io.tidings.awslocal.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the passing of time does. */
final class TimeTest {
    private final MovableClock clock = new MovableClock();
    private final DynamoDb dynamoDb = DynamoDb.open(
            null, clock, DynamoDbSettings.DEFAULTS.withSweepEvery(Duration.ofDays(1)), DynamoDbFaults.NONE);
    private final Calls calls = new Calls(dynamoDb);

    @BeforeEach
    void createTable() {
        calls.createTable("tab");
        calls.done("UpdateTimeToLive", """
                {'TableName': 'tab', 'TimeToLiveSpecification': {'Enabled': true, 'AttributeName': 'ttl'}}""");
    }

    @AfterEach
    void close() {
        dynamoDb.close();
    }

    @Test
    void itemExpiresWithItsIndexEntry() {
        put("old", clock.instant().getEpochSecond() + 60);
        put("young", clock.instant().getEpochSecond() + 600);
        clock.pass(Duration.ofSeconds(61));
        assertThat(count()).isEqualTo(2);
        dynamoDb.sweep();
        assertThat(count()).isEqualTo(1);
        assertThat(calls.done("Scan", "{'TableName': 'tab', 'IndexName': 'by-g'}")
                        .path("Count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoTimeOrLongPastNeverExpires() {
        calls.done(
                "PutItem", "{'TableName': 'tab', 'Item': {'pk': {'S': 'text'}, 'sk': {'N': '1'}, 'ttl': {'S': '1'}}}");
        put("zero", 0);
        dynamoDb.sweep();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void tokenOfATransactionCountsForTenMinutes() {
        transact();
        clock.pass(Duration.ofMinutes(9));
        transact();
        assertThat(counter()).isEqualTo("1");
        clock.pass(Duration.ofMinutes(2));
        transact();
        assertThat(counter()).isEqualTo("2");
    }

    @Test
    void tokenStandsForOneRequestOnly() {
        transact();
        var other = calls.call("TransactWriteItems", """
                {'ClientRequestToken': 'token', 'TransactItems': [{'Delete': {'TableName': 'tab',
                  'Key': {'pk': {'S': 'counter'}, 'sk': {'N': '1'}}}}]}""");
        assertThat(other.error()).isEqualTo("IdempotentParameterMismatchException");
    }

    private void transact() {
        calls.done("TransactWriteItems", """
                {'ClientRequestToken': 'token', 'TransactItems': [{'Update': {'TableName': 'tab',
                  'Key': {'pk': {'S': 'counter'}, 'sk': {'N': '1'}}, 'UpdateExpression': 'ADD n :one',
                  'ExpressionAttributeValues': {':one': {'N': '1'}}}}]}""");
    }

    private String counter() {
        return calls.done("GetItem", "{'TableName': 'tab', 'Key': {'pk': {'S': 'counter'}, 'sk': {'N': '1'}}}")
                .at("/Item/n/N")
                .asText();
    }

    private void put(String key, long ttl) {
        calls.done("PutItem", """
                {'TableName': 'tab', 'Item': {'pk': {'S': '%s'}, 'sk': {'N': '1'}, 'g': {'S': 'g'}, 'ttl': {'N': '%d'}}}""", key, ttl);
    }

    private int count() {
        return calls.done("Scan", "{'TableName': 'tab'}").path("Count").asInt();
    }
}
