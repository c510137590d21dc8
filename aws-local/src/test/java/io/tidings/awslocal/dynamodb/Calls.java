package io.tidings.awslocal.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Short calls without a network in between. JSON may be written with single quotes. */
final class Calls {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final DynamoDb dynamoDb;

    record Reply(int status, JsonNode body) {
        String error() {
            return body.path("__type").asText().replaceFirst(".*#", "");
        }

        String message() {
            return body.path("message").asText(body.path("Message").asText());
        }
    }

    Calls(DynamoDb dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    Reply call(String operation, String json, Object... arguments) {
        var text = json.replace('\'', '"').formatted(arguments);
        var answer = dynamoDb.handle(operation, text.getBytes(UTF_8));
        try {
            return new Reply(answer.status(), MAPPER.readTree(answer.json()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call that must succeed. */
    JsonNode done(String operation, String json, Object... arguments) {
        var reply = call(operation, json, arguments);
        if (reply.status() != 200) {
            throw new AssertionError(reply);
        }
        return reply.body();
    }

    void createTable(String name) {
        done("CreateTable", """
                {'TableName': '%s', 'BillingMode': 'PAY_PER_REQUEST',
                 'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'},
                   {'AttributeName': 'sk', 'AttributeType': 'N'}, {'AttributeName': 'g', 'AttributeType': 'S'}],
                 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}, {'AttributeName': 'sk', 'KeyType': 'RANGE'}],
                 'GlobalSecondaryIndexes': [{'IndexName': 'by-g', 'Projection': {'ProjectionType': 'ALL'},
                   'KeySchema': [{'AttributeName': 'g', 'KeyType': 'HASH'}]}]}""", name);
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
