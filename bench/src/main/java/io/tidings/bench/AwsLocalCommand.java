package io.tidings.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How soon the embedded AWS answers, and how much memory it takes once it is full. */
@Command(name = "aws-local", description = "start and memory of the embedded AWS")
final class AwsLocalCommand implements Callable<Integer> {

    private static final int STARTS = 3;
    private static final int ITEMS = 100_000;
    private static final int MAILS = 50_000;

    @Option(names = "--jar", required = true)
    Path jar = Path.of("aws-local.jar");

    @Option(names = "--port", defaultValue = "18990")
    int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.printf("%-34s %10s %10s%n", "", "in memory", "durable");
        double memoryStart = Double.MAX_VALUE;
        double durableStart = Double.MAX_VALUE;
        for (int i = 0; i < STARTS; i++) {
            memoryStart = Math.min(memoryStart, startOnce(null));
            durableStart = Math.min(durableStart, startOnce(Files.createTempDirectory("tidings-bench")));
        }
        System.out.printf("%-34s %8.2f s %8.2f s%n", "start to four first answers", memoryStart, durableStart);
        System.out.printf(
                "%-34s %7d MB %7d MB%n",
                "resident, 100,000 items, 50,000 mails",
                filledOnce(null),
                filledOnce(Files.createTempDirectory("tidings-bench")));
        return 0;
    }

    private double startOnce(@Nullable Path data) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = start(data);
        try {
            new AwsCalls(port).awaitAllFour();
            return (System.nanoTime() - began) / 1e9;
        } finally {
            stop(process);
        }
    }

    private long filledOnce(@Nullable Path data) throws IOException, InterruptedException {
        Process process = start(data);
        try {
            AwsCalls calls = new AwsCalls(port);
            calls.awaitAllFour();
            fillTable(calls);
            fillMail(calls);
            return residentMegabytes(process.pid());
        } finally {
            stop(process);
        }
    }

    private static void fillTable(AwsCalls calls) {
        calls.dynamoDb("CreateTable", """
                {"TableName": "bench", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}""");
        for (int i = 0; i < ITEMS; i += 25) {
            ObjectNode body = Api.object();
            ArrayNode writes = body.putObject("RequestItems").putArray("bench");
            for (int j = i; j < i + 25; j++) {
                ObjectNode item = writes.addObject().putObject("PutRequest").putObject("Item");
                item.putObject("id").put("S", "recipient-" + j);
                item.putObject("email").put("S", "somebody." + j + "@example.com");
                item.putObject("attributes").put("S", "x".repeat(250));
            }
            calls.dynamoDb("BatchWriteItem", body.toString());
        }
    }

    private static void fillMail(AwsCalls calls) {
        calls.ses("identities", "{\"EmailIdentity\": \"bench.example\"}");
        for (int i = 0; i < MAILS; i += 50) {
            ObjectNode body = Api.object().put("FromEmailAddress", "hello@bench.example");
            body.putObject("DefaultContent")
                    .putObject("Template")
                    .put("TemplateData", "{}")
                    .putObject("TemplateContent")
                    .put("Subject", "{{s}}")
                    .put("Html", "{{h}}");
            ArrayNode entries = body.putArray("BulkEmailEntries");
            for (int j = i; j < i + 50; j++) {
                ObjectNode entry = entries.addObject();
                entry.putObject("Destination").putArray("ToAddresses").add("p" + j + "@example.com");
                entry.putObject("ReplacementEmailContent")
                        .putObject("ReplacementTemplate")
                        .put("ReplacementTemplateData", data());
            }
            calls.ses("outbound-bulk-emails", body.toString());
        }
    }

    private static String data() {
        return Api.object()
                .put("s", "Spring")
                .put("h", "<p>" + "word ".repeat(1_000) + "</p>")
                .toString();
    }

    private Process start(@Nullable Path data) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms24m",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString(),
                "--port",
                Integer.toString(port)));
        if (data != null) {
            command.addAll(List.of("--data", data.toString()));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null")));
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder.start();
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static long residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
