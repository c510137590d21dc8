package io.tidings.awslocal.dynamodb.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables that random requests go to: every type of key, every kind of index and projection. */
public final class ComparedTables {
    static final List<String> NAMES = List.of("plain", "indexed", "numbers");

    record Target(String table, String index, String partition, String partitionType, String sort, String sortType) {}

    static final List<Target> QUERIES = List.of(
            new Target("plain", "", "pk", "S", "", ""),
            new Target("indexed", "", "pk", "S", "sk", "N"),
            new Target("indexed", "all", "g1", "S", "g2", "N"),
            new Target("indexed", "keys", "g1", "S", "", ""),
            new Target("indexed", "some", "g2", "N", "pk", "S"),
            new Target("indexed", "local", "pk", "S", "g2", "N"),
            new Target("numbers", "", "pk", "N", "sk", "B"));

    public static final List<String> CREATE = List.of("""
            {"TableName": "plain", "BillingMode": "PAY_PER_REQUEST",
             "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
             "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}""", """
            {"TableName": "indexed", "BillingMode": "PAY_PER_REQUEST",
             "AttributeDefinitions": [
               {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "N"},
               {"AttributeName": "g1", "AttributeType": "S"}, {"AttributeName": "g2", "AttributeType": "N"}],
             "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
             "GlobalSecondaryIndexes": [
               {"IndexName": "all", "Projection": {"ProjectionType": "ALL"},
                "KeySchema": [{"AttributeName": "g1", "KeyType": "HASH"}, {"AttributeName": "g2", "KeyType": "RANGE"}]},
               {"IndexName": "keys", "Projection": {"ProjectionType": "KEYS_ONLY"},
                "KeySchema": [{"AttributeName": "g1", "KeyType": "HASH"}]},
               {"IndexName": "some", "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["a", "b"]},
                "KeySchema": [{"AttributeName": "g2", "KeyType": "HASH"}, {"AttributeName": "pk", "KeyType": "RANGE"}]}],
             "LocalSecondaryIndexes": [
               {"IndexName": "local", "Projection": {"ProjectionType": "KEYS_ONLY"},
                "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "g2", "KeyType": "RANGE"}]}]}""", """
            {"TableName": "numbers", "BillingMode": "PAY_PER_REQUEST",
             "AttributeDefinitions": [
               {"AttributeName": "pk", "AttributeType": "N"}, {"AttributeName": "sk", "AttributeType": "B"}],
             "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}]}""");

    private static final List<String> TEXTS = List.of("a", "b", "ab", "äö", "z\u0000");
    private static final List<String> NUMBERS = List.of("0", "1", "-1", "10", "9", "1.5", "-20", "1e2", "0.0001");
    private static final List<String> BINARIES = List.of("AA==", "AAE=", "/w==", "AQID");

    private ComparedTables() {}

    static Map<String, String> keyOf(String table) {
        return switch (table) {
            case "indexed" -> new TreeMap<>(Map.of("pk", "S", "sk", "N"));
            case "numbers" -> new TreeMap<>(Map.of("pk", "N", "sk", "B"));
            default -> new TreeMap<>(Map.of("pk", "S"));
        };
    }

    static ObjectNode keyValue(RandomValues values, String type) {
        if (values.chance(1)) {
            return values.any();
        }
        return switch (type) {
            case "N" -> RandomValues.number(values.pick(NUMBERS));
            case "B" -> RandomValues.JSON.objectNode().put("B", values.pick(BINARIES));
            default -> RandomValues.text(values.pick(TEXTS));
        };
    }
}
