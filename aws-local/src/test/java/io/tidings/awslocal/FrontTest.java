package io.tidings.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.awslocal.junit.AwsLocalExtension;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Four services behind one port. */
@Timeout(60)
@ExtendWith(AwsLocalExtension.class)
final class FrontTest {
    private final Clients clients;
    private final DynamoDbClient dynamoDb;
    private final Admin admin;

    FrontTest(URI endpoint) {
        clients = new Clients(endpoint);
        dynamoDb = Clients.of(DynamoDbClient.builder(), endpoint);
        admin = new Admin(endpoint);
    }

    @BeforeEach
    void table() {
        dynamoDb.createTable(create -> create.tableName("things")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key -> key.attributeName("id").keyType(KeyType.HASH))
                .attributeDefinitions(attribute -> attribute.attributeName("id").attributeType(ScalarAttributeType.S)));
    }

    @AfterEach
    void close() {
        clients.close();
        dynamoDb.close();
    }

    @Test
    void everyServiceAnswers() {
        put("a");
        assertThat(dynamoDb.scan(scan -> scan.tableName("things")).count()).isEqualTo(1);
        assertThat(clients.sqs.listQueues().queueUrls()).isEmpty();
        assertThat(clients.sns.listTopics().topics()).isEmpty();
        assertThat(clients.ses.getAccount(get -> {}).sendingEnabled()).isTrue();
        assertThat(admin.get("/_health")).isEqualTo("ready\n");
    }

    @Test
    void dynamoDbThrottlesAndConflictsOnRequest() {
        admin.faults("{\"dynamodb\":{\"throttle\":1}}");
        assertThatThrownBy(() -> put("a")).isInstanceOf(ProvisionedThroughputExceededException.class);
        admin.faults("{\"dynamodb\":{\"throttle\":0,\"conflict\":1}}");
        put("a");
        assertThatThrownBy(() -> dynamoDb.transactWriteItems(write -> write.transactItems(item ->
                        item.put(put -> put.tableName("things").item(Map.of("id", AttributeValue.fromS("b")))))))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        cancelled -> assertThat(cancelled
                                        .cancellationReasons()
                                        .getFirst()
                                        .code())
                                .isEqualTo("TransactionConflict"));
        assertThat(dynamoDb.scan(scan -> scan.tableName("things")).count()).isEqualTo(1);
    }

    @Test
    void queryProtocolIsToldApartByItsActionWhereNobodySigned() {
        assertThat(admin.call("GET", "/?Action=ListTopics", "").body()).contains("ListTopicsResponse");
        assertThat(admin.call("POST", "/", "Action=ListQueues").body()).contains("does not support");
    }

    @Test
    void whatIsForNobodyIsRefused() {
        var answer = admin.call("GET", "/somewhere", "");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("UnknownOperationException");
    }

    @Test
    void resetLeavesNothing(AwsLocal aws) {
        put("a");
        clients.sqs.createQueue(create -> create.queueName("q"));
        clients.sns.createTopic(create -> create.name("t"));
        clients.ses.createEmailIdentity(create -> create.emailIdentity("x.example"));
        admin.faults("{\"sqs\":{\"redeliver\":1}}");
        aws.reset();
        assertThat(dynamoDb.listTables().tableNames()).isEmpty();
        assertThat(clients.sqs.listQueues().queueUrls()).isEmpty();
        assertThat(clients.sns.listTopics().topics()).isEmpty();
        assertThat(clients.ses.listEmailIdentities(list -> {}).emailIdentities())
                .isEmpty();
        assertThat(admin.get("/_faults")).contains("\"redeliver\":0.0");
        assertThat(aws.eventsWaiting()).isZero();
    }

    private void put(String id) {
        dynamoDb.putItem(put -> put.tableName("things").item(Map.of("id", AttributeValue.fromS(id))));
    }
}
