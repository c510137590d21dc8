package io.tidings.awslocal.dynamodb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * How many requests a second servers take. Arguments: seconds a measurement, connections, and name=endpoint for each
 * server. Servers take turns, so that a noisy machine is unfair to none.
 */
public final class LoadProbe {
    private static final int ROUNDS = 4;
    private static final int KEYS = 20_000;

    private final int seconds;
    private final int connections;

    private LoadProbe(int seconds, int connections) {
        this.seconds = seconds;
        this.connections = connections;
    }

    private record Work(String operation, IntFunction<String> body) {}

    private static final List<Work> WORKS = List.of(
            new Work("PutItem", LoadProbe::put),
            new Work("UpdateItem", LoadProbe::update),
            new Work("TransactWriteItems", LoadProbe::transaction),
            new Work("GetItem", LoadProbe::get));

    public static void main(String[] arguments) throws Exception {
        var probe = new LoadProbe(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        var servers = new ArrayList<String[]>();
        for (var i = 2; i < arguments.length; i++) {
            servers.add(arguments[i].split("=", 2));
        }
        for (var server : servers) {
            createTable(URI.create(server[1]));
        }
        System.out.printf("%-20s", "requests a second");
        servers.forEach(server -> System.out.printf("%14s", server[0]));
        System.out.println(servers.size() > 1 ? "    of the last" : "");
        for (var work : WORKS) {
            var best = new double[servers.size()];
            for (var round = 0; round < ROUNDS; round++) {
                for (var i = 0; i < best.length; i++) {
                    best[i] = Math.max(best[i], probe.rate(URI.create(servers.get(i)[1]), work));
                }
            }
            System.out.printf("%-20s", work.operation());
            for (var rate : best) {
                System.out.printf("%14.0f", rate);
            }
            for (var i = 0; i < best.length - 1; i++) {
                System.out.printf("%8.2f", best[i] / best[best.length - 1]);
            }
            System.out.println();
        }
    }

    private double rate(URI endpoint, Work work) throws Exception {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var tasks = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < connections; i++) {
            var number = i;
            tasks.add(() -> drive(endpoint, work, number, until));
        }
        var started = System.nanoTime();
        var total = 0;
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (var done : threads.invokeAll(tasks)) {
                total += done.get();
            }
        }
        return total * 1e9 / (System.nanoTime() - started);
    }

    /** Messages are made before the clock counts, as far as memory allows: a ring of them is sent again and again. */
    private int drive(URI endpoint, Work work, int number, long until) throws IOException {
        var messages = new ArrayList<byte[]>();
        try (var maker = new RawClient(endpoint);
                var socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            for (var i = number; i < KEYS; i += connections) {
                messages.add(maker.message(
                        "DynamoDB_20120810." + work.operation(),
                        work.body().apply(i).getBytes(UTF_8)));
            }
            socket.setTcpNoDelay(true);
            var answers = new Answers(socket.getInputStream());
            var done = 0;
            while (System.nanoTime() < until) {
                socket.getOutputStream().write(messages.get(done % messages.size()));
                answers.skipOne();
                done++;
            }
            return done;
        }
    }

    /** Reads answers only as far as to see that they are successes, and where they end. */
    private static final class Answers {
        private static final byte[] LENGTH = "content-length:".getBytes(US_ASCII);

        private final InputStream in;
        private final byte[] buffer = new byte[64 * 1024];

        Answers(InputStream in) {
            this.in = in;
        }

        void skipOne() throws IOException {
            var filled = 0;
            var end = -1;
            while (end < 0 || filled < end) {
                var read = in.read(buffer, filled, buffer.length - filled);
                if (read < 0) {
                    throw new IOException("The server closed the connection");
                }
                filled += read;
                end = end < 0 ? endOfAnswer(filled) : end;
            }
            if (buffer[9] != '2') {
                throw new IOException(new String(buffer, 0, filled, UTF_8));
            }
        }

        private int endOfAnswer(int filled) {
            for (var i = 3; i < filled; i++) {
                if (buffer[i] == '\n' && buffer[i - 2] == '\n') {
                    return i + 1 + length(i);
                }
            }
            return -1;
        }

        private int length(int headEnd) {
            for (var i = 0; i < headEnd - LENGTH.length; i++) {
                if (isLength(i)) {
                    return Integer.parseInt(new String(buffer, i + LENGTH.length, headEnd - i - LENGTH.length, US_ASCII)
                            .trim()
                            .split("\r", 2)[0]);
                }
            }
            return 0;
        }

        private boolean isLength(int at) {
            for (var i = 0; i < LENGTH.length; i++) {
                if ((buffer[at + i] | 0x20) != (LENGTH[i] | 0x20)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static void createTable(URI endpoint) throws IOException {
        try (var client = new RawClient(endpoint)) {
            client.call("DeleteTable", "{\"TableName\": \"load\"}");
            var reply = client.call("CreateTable", """
                    {"TableName": "load", "BillingMode": "PAY_PER_REQUEST",
                     "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"},
                       {"AttributeName": "sk", "AttributeType": "S"}],
                     "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"},
                       {"AttributeName": "sk", "KeyType": "RANGE"}]}""");
            if (reply.status() != 200) {
                throw new IOException(reply.body());
            }
        }
    }

    private static String key(int i) {
        return "\"pk\": {\"S\": \"recipient-%d\"}, \"sk\": {\"S\": \"campaign#%d\"}".formatted(i, i % 7);
    }

    private static String item(int i) {
        return """
                {%s, "state": {"S": "claimed"}, "attempt": {"N": "1"}, "since": {"N": "17953%05d"},
                 "address": {"S": "somebody.%d@example.org"}, "tags": {"SS": ["news", "weekly"]},
                 "detail": {"M": {"variant": {"S": "a"}, "opened": {"BOOL": false}}}}""".formatted(key(i), i, i);
    }

    private static String put(int i) {
        return "{\"TableName\": \"load\", \"Item\": %s}".formatted(item(i));
    }

    private static String get(int i) {
        return "{\"TableName\": \"load\", \"Key\": {%s}}".formatted(key(i));
    }

    private static String update(int i) {
        return """
                {"TableName": "load", "Key": {%s}, "UpdateExpression": "SET #s = :s ADD opens :one",
                 "ConditionExpression": "attribute_exists(pk)",
                 "ExpressionAttributeNames": {"#s": "state"},
                 "ExpressionAttributeValues": {":s": {"S": "accepted"}, ":one": {"N": "1"}}}""".formatted(key(i));
    }

    private static String transaction(int i) {
        return """
                {"TransactItems": [{"Put": {"TableName": "load", "Item": %s}},
                 {"Update": {"TableName": "load", "Key": {"pk": {"S": "counter-%d"}, "sk": {"S": "total"}},
                  "UpdateExpression": "ADD accepted :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}}]}""".formatted(item(i), i % 32);
    }
}
