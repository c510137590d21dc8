package io.tidings.bench.feedback;

import io.tidings.bench.load.AwsClient;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A queue that gets the same events as the processor's, and a table for who reads it. */
record SecondQueue(String url, String table) {

    private static final String NAME = "bench-bare";

    static SecondQueue at(URI aws) {
        try (SqsClient sqs = AwsClient.at(aws, SqsClient.builder());
                SnsClient sns = AwsClient.at(aws, SnsClient.builder());
                DynamoDbClient dynamoDb = AwsClient.at(aws, DynamoDbClient.builder())) {
            String url = sqs.createQueue(create -> create.queueName(NAME)).queueUrl();
            String topic = sns.listTopics().topics().stream()
                    .map(one -> one.topicArn())
                    .filter(arn -> arn.endsWith("feedback"))
                    .findFirst()
                    .orElseThrow();
            sns.subscribe(subscribe -> subscribe
                    .topicArn(topic)
                    .protocol("sqs")
                    .endpoint("arn:aws:sqs:us-east-1:000000000000:" + NAME)
                    .attributes(Map.of("RawMessageDelivery", "true")));
            dynamoDb.createTable(create -> create.tableName(NAME)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(attribute("recipient"), attribute("origin"))
                    .keySchema(key("recipient", KeyType.HASH), key("origin", KeyType.RANGE)));
            return new SecondQueue(url, NAME);
        }
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
}
