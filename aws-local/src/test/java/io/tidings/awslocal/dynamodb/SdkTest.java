package io.tidings.awslocal.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.awslocal.http.HttpServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What the product does with it, through the client that the product uses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SdkTest {
    private final DynamoDb dynamoDb = DynamoDb.inMemory();
    private final HttpServer server = HttpServer.start("127.0.0.1", 0, new DynamoDbEndpoint(dynamoDb));
    private final DynamoDbClient client = DynamoDbClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.port()))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "thing")))
            .httpClient(Apache5HttpClient.create())
            .build();

    @BeforeAll
    void createTable() {
        client.createTable(table -> table.tableName("messages")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("recipient"), attribute("origin"), attribute("outcome"))
                .keySchema(key("recipient", KeyType.HASH), key("origin", KeyType.RANGE))
                .globalSecondaryIndexes(index -> index.indexName("by-outcome")
                        .keySchema(key("outcome", KeyType.HASH), key("recipient", KeyType.RANGE))
                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))));
    }

    @AfterAll
    void close() {
        client.close();
        server.close();
        dynamoDb.close();
    }

    @Test
    void tableIsThereAtOnce() {
        assertThat(client.describeTable(it -> it.tableName("messages")).table().tableStatusAsString())
                .isEqualTo("ACTIVE");
        assertThat(client.listTables().tableNames()).contains("messages");
    }

    @Test
    void itemComesBackAsItWent() {
        var item = Map.of(
                "recipient", text("round-trip \"\\\n\u0001 äöü 😀"),
                "origin", text("campaign#1"),
                "n", AttributeValue.fromN("123456789012345678901234567890.12345678"),
                "list", AttributeValue.fromL(List.of(text("a"), AttributeValue.fromBool(true))),
                "map", AttributeValue.fromM(Map.of("deep", AttributeValue.fromNul(true))),
                "set", AttributeValue.fromSs(List.of("x", "y")));
        client.putItem(put -> put.tableName("messages").item(item));
        var key = Map.of("recipient", item.get("recipient"), "origin", item.get("origin"));
        assertThat(client.getItem(get -> get.tableName("messages").key(key)).item())
                .isEqualTo(item);
    }

    @Test
    void updateCountsAndReturnsWhatItChanged() {
        var key = Map.of("recipient", text("counter"), "origin", text("campaign#1"));
        for (var i = 0; i < 3; i++) {
            client.updateItem(update -> update.tableName("messages")
                    .key(key)
                    .updateExpression("SET #t = :t ADD opens :one")
                    .expressionAttributeNames(Map.of("#t", "time"))
                    .expressionAttributeValues(Map.of(":t", text("now"), ":one", AttributeValue.fromN("1"))));
        }
        var last = client.updateItem(update -> update.tableName("messages")
                .key(key)
                .updateExpression("ADD opens :one")
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                .returnValues(ReturnValue.UPDATED_NEW));
        assertThat(last.attributes()).containsOnly(Map.entry("opens", AttributeValue.fromN("4")));
    }

    @Test
    void secondClaimFailsAndShowsTheFirst() {
        var claim = Map.of("recipient", text("claimed"), "origin", text("campaign#1"), "by", text("first"));
        client.putItem(put -> put.tableName("messages").item(claim));
        assertThatThrownBy(() -> client.putItem(put -> put.tableName("messages")
                        .item(claim)
                        .conditionExpression("attribute_not_exists(recipient)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        e -> assertThat(e.item()).isEqualTo(claim));
    }

    @Test
    void sparseIndexHoldsOnlyItemsWithItsKey() {
        client.putItem(put -> put.tableName("messages")
                .item(Map.of("recipient", text("b"), "origin", text("o"), "outcome", text("bounced"))));
        client.putItem(put -> put.tableName("messages")
                .item(Map.of("recipient", text("a"), "origin", text("o"), "outcome", text("bounced"))));
        client.putItem(put -> put.tableName("messages").item(Map.of("recipient", text("c"), "origin", text("o"))));
        var found = client.query(query -> query.tableName("messages")
                .indexName("by-outcome")
                .keyConditionExpression("outcome = :o")
                .expressionAttributeValues(Map.of(":o", text("bounced"))));
        assertThat(found.items()).extracting(item -> item.get("recipient")).containsExactly(text("a"), text("b"));
    }

    @Test
    void transactionIsAllOrNothingAndSaysWhy() {
        var fresh = Map.of("recipient", text("tx-1"), "origin", text("o"));
        assertThatThrownBy(() -> client.transactWriteItems(transaction -> transaction.transactItems(
                        first -> first.put(put -> put.tableName("messages").item(fresh)),
                        second -> second.conditionCheck(check -> check.tableName("messages")
                                .key(Map.of("recipient", text("tx-2"), "origin", text("o")))
                                .conditionExpression("attribute_exists(recipient)")))))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        e -> assertThat(e.cancellationReasons())
                                .extracting(reason -> reason.code())
                                .containsExactly("None", "ConditionalCheckFailed"));
        assertThat(client.getItem(get -> get.tableName("messages").key(fresh)).hasItem())
                .isFalse();
    }

    @Test
    void repeatedTransactionChangesNothing() {
        var key = Map.of("recipient", text("tx-token"), "origin", text("o"));
        for (var i = 0; i < 2; i++) {
            var answer = client.transactWriteItems(transaction -> transaction
                    .clientRequestToken("once")
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .transactItems(item -> item.update(update -> update.tableName("messages")
                            .key(key)
                            .updateExpression("ADD n :one")
                            .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))))));
            assertThat(answer.consumedCapacity().getFirst().capacityUnits()).isEqualTo(2.0);
        }
        assertThat(client.getItem(get -> get.tableName("messages").key(key)).item())
                .containsEntry("n", AttributeValue.fromN("1"));
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }
}
