package io.tidings.awslocal.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DurabilityTest {
    private static final int KILLED_AFTER = 6_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyAcknowledgedWriteSurvivesKill9() throws Exception {
        var acknowledged = writeUntilKilled();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLED_AFTER);
        try (var dynamoDb = open()) {
            for (var id : acknowledged) {
                assertThat(get(dynamoDb, id)).contains("\"" + id + "\"");
            }
            for (var writer = 0; writer < KilledWriter.WRITERS; writer++) {
                transactionsAreWhole(dynamoDb, "w" + writer, acknowledged);
            }
        }
    }

    @Test
    void whatWasClosedInOrderIsThereAgain() {
        try (var dynamoDb = open()) {
            createTable(dynamoDb);
            put(dynamoDb, "a");
        }
        try (var dynamoDb = open()) {
            assertThat(get(dynamoDb, "a")).contains("\"a\"");
        }
    }

    @Test
    void writeCutShortIsNoWriteAndHarmsNoOther() throws IOException {
        var copy = folder.resolve("copy");
        Files.createDirectories(copy);
        try (var dynamoDb = open()) {
            createTable(dynamoDb);
            put(dynamoDb, "whole");
            put(dynamoDb, "cut");
            copyLog(copy);
        }
        try (var dynamoDb = open(copy)) {
            assertThat(get(dynamoDb, "whole")).contains("\"whole\"");
            assertThat(get(dynamoDb, "cut")).isEqualTo("{}");
        }
    }

    @Test
    void deletedTableStaysDeletedAndItsNameCanBeUsedAgain() {
        try (var dynamoDb = open()) {
            createTable(dynamoDb);
            put(dynamoDb, "a");
            answer(dynamoDb, "DeleteTable", "{\"TableName\": \"kept\"}");
            createTable(dynamoDb);
        }
        try (var dynamoDb = open()) {
            assertThat(get(dynamoDb, "a")).isEqualTo("{}");
        }
    }

    /** Reads on after the kill: what stands in the pipe was acknowledged too. */
    private Set<String> writeUntilKilled() throws IOException, InterruptedException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var child = new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var acknowledged = new HashSet<String>();
        try (var out = new BufferedReader(child.inputReader(UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                acknowledged.add(line);
                if (acknowledged.size() == KILLED_AFTER) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
        // The last line may be cut, and then names another item: one that was acknowledged as well, or is a prefix.
        return acknowledged.stream().filter(id -> id.matches("w\\d-\\d+")).collect(Collectors.toSet());
    }

    /** A counter is as high as the transactions that counted it: those that were acknowledged, and at most one more. */
    private static void transactionsAreWhole(DynamoDb dynamoDb, String writer, Set<String> acknowledged) {
        var mine = acknowledged.stream()
                .filter(id -> id.startsWith(writer + "-"))
                .filter(id -> Integer.parseInt(id.substring(3)) % 2 == 1)
                .count();
        assertThat(get(dynamoDb, "count-" + writer))
                .satisfiesAnyOf(
                        counter -> assertThat(counter).contains("\"N\":\"" + mine + "\""),
                        counter -> assertThat(counter).contains("\"N\":\"" + (mine + 1) + "\""));
    }

    private void copyLog(Path copy) throws IOException {
        for (var file : list(folder)) {
            var bytes = Files.readAllBytes(file);
            var kept = file.toString().endsWith(".log") ? bytes.length - 1 : 0;
            if (kept > 0) {
                var target = copy.resolve(file.getFileName());
                Files.write(target, java.util.Arrays.copyOf(bytes, kept), StandardOpenOption.CREATE_NEW);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private DynamoDb open() {
        return open(folder);
    }

    private static DynamoDb open(Path folder) {
        return DynamoDb.open(folder, InstantSource.system(), DynamoDbSettings.DEFAULTS, DynamoDbFaults.NONE);
    }

    private static void createTable(DynamoDb dynamoDb) {
        answer(dynamoDb, "CreateTable", """
                {"TableName": "kept", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}""");
    }

    private static void put(DynamoDb dynamoDb, String id) {
        answer(dynamoDb, "PutItem", "{\"TableName\": \"kept\", \"Item\": {\"id\": {\"S\": \"" + id + "\"}}}");
    }

    private static String get(DynamoDb dynamoDb, String id) {
        return answer(dynamoDb, "GetItem", "{\"TableName\": \"kept\", \"Key\": {\"id\": {\"S\": \"" + id + "\"}}}");
    }

    private static String answer(DynamoDb dynamoDb, String operation, String json) {
        var answer = dynamoDb.handle(operation, json.getBytes(UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        return new String(answer.json(), UTF_8);
    }
}
