package io.tidings.awslocal.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not supported is named, never ignored. */
final class RefusalTest {
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PutItem    | Expected            | 'Item': {'pk': {'S': 'a'}, 'sk': {'N': '1'}}, 'Expected': {}
            UpdateItem | AttributeUpdates    | 'Key': {'pk': {'S': 'a'}, 'sk': {'N': '1'}}, 'AttributeUpdates': {}
            DeleteItem | ConditionalOperator | 'Key': {'pk': {'S': 'a'}, 'sk': {'N': '1'}}, 'ConditionalOperator': 'AND'
            GetItem    | AttributesToGet     | 'Key': {'pk': {'S': 'a'}, 'sk': {'N': '1'}}, 'AttributesToGet': ['a']
            Query      | KeyConditions       | 'KeyConditions': {}
            Query      | QueryFilter         | 'QueryFilter': {}
            Scan       | ScanFilter          | 'ScanFilter': {}
            UpdateTable | GlobalSecondaryIndexUpdates | 'GlobalSecondaryIndexUpdates': [{}]
            UpdateTable | StreamSpecification | 'StreamSpecification': {'StreamEnabled': true}
            """, quoteCharacter = '"')
    void parameterIsRefusedByName(String operation, String parameter, String json) {
        var reply = calls.call(operation, "{'TableName': 'tab', " + json + "}");
        assertThat(reply.error()).isEqualTo("ValidationException");
        assertThat(reply.message()).contains(parameter).contains("not supported");
    }

    @ParameterizedTest
    @CsvSource({"ExecuteStatement", "TagResource", "CreateBackup", "DescribeLimits", "UpdateContinuousBackups"})
    void operationIsRefusedByName(String operation) {
        var reply = calls.call(operation, "{}");
        assertThat(reply.error()).isEqualTo("ValidationException");
        assertThat(reply.message()).startsWith(operation);
    }

    @Test
    void whatDynamoDbDoesNotKnowIsUnknownHereToo() {
        assertThat(calls.call("Reticulate", "{}").error()).isEqualTo("UnknownOperationException");
    }
}
