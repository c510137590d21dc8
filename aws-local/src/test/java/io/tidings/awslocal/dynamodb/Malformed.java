package io.tidings.awslocal.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidings.awslocal.dynamodb.compare.RandomRequests;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Requests that are wrong in some way: mostly sound ones, damaged. */
final class Malformed {
    private static final List<String> WRONG = List.of(
            "null",
            "true",
            "1",
            "-1",
            "1.5",
            "1e400",
            "\"\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"S\":1}",
            "{\"N\":\"x\"}",
            "9".repeat(5_000),
            "\"" + "9".repeat(5_000) + "\"",
            "\"1e999999999\"",
            "\"\\ud800\"",
            "{\"B\":\"?\"}",
            "{\"L\":".repeat(50) + "[]" + "}".repeat(50),
            "[".repeat(5_000),
            "{\"M\":{\"a\":".repeat(900) + "1");
    private static final List<String> TARGETS = List.of(
            "",
            "PutItem",
            "DynamoDB_20120810.",
            "DynamoDB_20120810.Nothing",
            "DynamoDB_20111205.PutItem",
            "DynamoDBStreams_20120810.ListStreams",
            "DynamoDB_20120810.ExecuteStatement",
            "x".repeat(5_000));
    private static final List<String> OTHER_OPERATIONS = List.of(
            "CreateTable",
            "UpdateTable",
            "DescribeTable",
            "ListTables",
            "UpdateTimeToLive",
            "DescribeTimeToLive",
            "PutItem");
    private static final String CREATE = """
            {"TableName": "fuzz", "BillingMode": "PAY_PER_REQUEST", "ProvisionedThroughput": {"ReadCapacityUnits": 1},
             "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "ttl"}, "Limit": 3,
             "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
             "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
             "GlobalSecondaryIndexes": [{"IndexName": "i-1", "Projection": {"ProjectionType": "ALL"},
               "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}]}""";

    private final SplittableRandom random;
    private final RandomRequests requests;

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Sent(String target, byte[] body) {}

    Malformed(SplittableRandom random) {
        this.random = random;
        this.requests = new RandomRequests(random);
    }

    Sent next() {
        var call = requests.next();
        var other = random.nextInt(8) == 0;
        var json = other ? CREATE : call.request().toString();
        var operation = other ? OTHER_OPERATIONS.get(random.nextInt(OTHER_OPERATIONS.size())) : call.operation();
        var target = random.nextInt(15) == 0
                ? TARGETS.get(random.nextInt(TARGETS.size()))
                : "DynamoDB_20120810." + operation;
        return new Sent(target, damaged(json));
    }

    private byte[] damaged(String json) {
        var bytes = json.getBytes(UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> flipped(bytes);
            case 2 -> noise();
            case 3 ->
                json.replaceFirst("(Expression\":\")", "$1" + expressionNoise()).getBytes(UTF_8);
            default -> replaced(json).getBytes(UTF_8);
        };
    }

    private byte[] flipped(byte[] bytes) {
        for (var i = 1 + random.nextInt(4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] noise() {
        var bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String expressionNoise() {
        var symbols = "()[]<>=,.:#+- aANDORNOTsize(set0129";
        var noise = new StringBuilder();
        for (var i = random.nextInt(20); i > 0; i--) {
            noise.append(symbols.charAt(random.nextInt(symbols.length())));
        }
        return noise.toString();
    }

    /** Another value where one begins. */
    private String replaced(String json) {
        var colon = json.indexOf(':', random.nextInt(json.length()));
        if (colon < 0) {
            return WRONG.get(random.nextInt(WRONG.size()));
        }
        var end = colon + 1;
        while (end < json.length() && ",}]".indexOf(json.charAt(end)) < 0) {
            end++;
        }
        return json.substring(0, colon + 1) + WRONG.get(random.nextInt(WRONG.size())) + json.substring(end);
    }
}
