package io.tidings.awslocal.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.InstantSource;

/** Writes until it is killed, and prints what was acknowledged. A main class, so that a test can kill it. */
final class KilledWriter {
    static final int WRITERS = 3;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        // Short logs, so that checkpoints come in between.
        var settings = DynamoDbSettings.DEFAULTS.withLogBytes(100_000);
        var dynamoDb = DynamoDb.open(Path.of(arguments[0]), InstantSource.system(), settings, DynamoDbFaults.NONE);
        require(dynamoDb.handle("CreateTable", """
                {"TableName": "kept", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"},
                   {"AttributeName": "writer", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "GlobalSecondaryIndexes": [{"IndexName": "by-writer", "Projection": {"ProjectionType": "ALL"},
                   "KeySchema": [{"AttributeName": "writer", "KeyType": "HASH"}]}]}
                """.getBytes(UTF_8)).status());
        for (var writer = 0; writer < WRITERS; writer++) {
            var name = "w" + writer;
            new Thread(() -> write(dynamoDb, name)).start();
        }
    }

    /** Single puts and transactions by turns; a transaction also counts itself. */
    private static void write(DynamoDb dynamoDb, String writer) {
        for (var i = 0; ; i++) {
            var id = writer + "-" + i;
            var item = "{\"id\": {\"S\": \"%s\"}, \"writer\": {\"S\": \"%s\"}, \"fill\": {\"S\": \"%s\"}}"
                    .formatted(id, writer, "x".repeat(300));
            var put = "{\"TableName\": \"kept\", \"Item\": %s}".formatted(item);
            var transaction = """
                    {"TransactItems": [{"Put": %s}, {"Update": {"TableName": "kept",
                     "Key": {"id": {"S": "count-%s"}}, "UpdateExpression": "ADD n :one",
                     "ExpressionAttributeValues": {":one": {"N": "1"}}}}]}""".formatted(put, writer);
            var answer = i % 2 == 0
                    ? dynamoDb.handle("PutItem", put.getBytes(UTF_8))
                    : dynamoDb.handle("TransactWriteItems", transaction.getBytes(UTF_8));
            require(answer.status());
            System.out.println(id);
        }
    }

    private static void require(int status) {
        if (status != 200) {
            throw new IllegalStateException("Status " + status);
        }
    }
}
