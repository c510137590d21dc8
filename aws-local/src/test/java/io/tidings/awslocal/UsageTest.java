package io.tidings.awslocal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.junit.AwsLocalExtension;
import io.tidings.awslocal.wire.Json;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/** What is reported as used is what the answers say they cost. */
@Timeout(60)
@ExtendWith(AwsLocalExtension.class)
final class UsageTest {
    private static final String TABLE = "metered";

    private final Clients clients;
    private final Admin admin;
    private final DynamoDbClient dynamoDb;

    UsageTest(URI endpoint) {
        clients = new Clients(endpoint);
        admin = new Admin(endpoint);
        dynamoDb = Clients.of(DynamoDbClient.builder(), endpoint);
    }

    @BeforeEach
    void table() {
        dynamoDb.createTable(create -> create.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build()));
    }

    @AfterEach
    void close() {
        clients.close();
        dynamoDb.close();
    }

    @Test
    void writesAndReadsAddUpToWhatTheAnswersSay() {
        double writtenBefore = units("writeUnits");
        double readBefore = units("readUnits");
        double written = dynamoDb.putItem(put -> put.tableName(TABLE)
                        .item(item("a", 2_500))
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .capacityUnits();
        written += dynamoDb.transactWriteItems(transact -> transact.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .transactItems(TransactWriteItem.builder()
                                .put(put -> put.tableName(TABLE).item(item("b", 100)))
                                .build()))
                .consumedCapacity()
                .getFirst()
                .capacityUnits();
        assertThat(written).isEqualTo(3 + 2);
        double read = dynamoDb.getItem(get -> get.tableName(TABLE)
                        .key(Map.of("id", AttributeValue.fromS("a")))
                        .consistentRead(true)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .capacityUnits();
        read += dynamoDb.scan(scan -> scan.tableName(TABLE).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .capacityUnits();
        assertThat(read).isEqualTo(1 + 0.5);

        assertThat(units("writeUnits") - writtenBefore).isEqualTo(written);
        assertThat(units("readUnits") - readBefore).isEqualTo(read);
    }

    @Test
    void refusalsForTheRateAreCounted() {
        clients.ses.createEmailIdentity(create -> create.emailIdentity("sender.example"));
        admin.account("\"rate\":1");
        long before = throttled();
        int refused = 0;
        for (int i = 0; i < 5; i++) {
            try {
                clients.ses.sendEmail(send -> send.fromEmailAddress("news@sender.example")
                        .destination(to -> to.toAddresses("anna@example.com"))
                        .content(content -> content.simple(mail ->
                                mail.subject(text -> text.data("x")).body(body -> body.text(text -> text.data("x"))))));
            } catch (TooManyRequestsException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
        assertThat(throttled() - before).isEqualTo(refused);
    }

    private long throttled() {
        return usage().path("ses").path("throttled").asLong();
    }

    private double units(String kind) {
        return usage().path("dynamodb").path(TABLE).path(kind).asDouble();
    }

    private JsonNode usage() {
        return Objects.requireNonNull(Json.parse(admin.get("/_usage")));
    }

    private static Map<String, AttributeValue> item(String id, int size) {
        return Map.of("id", AttributeValue.fromS(id), "text", AttributeValue.fromS("x".repeat(size)));
    }
}
