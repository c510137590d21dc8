package io.tidings.awslocal.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.awslocal.dynamodb.compare.ComparedTables;
import io.tidings.awslocal.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class MalformedRequestsTest {
    private static final int REQUESTS = 20_000;
    private static final int AT_ONCE = 20;
    private static final long SEED = 20260101L;

    @Test
    void twentyThousandMalformedRequestsDoNoHarm() throws IOException {
        try (var dynamoDb = DynamoDb.inMemory();
                var server = HttpServer.start("127.0.0.1", 0, new DynamoDbEndpoint(dynamoDb));
                var client = new RawClient(URI.create("http://127.0.0.1:" + server.port()))) {
            for (var table : ComparedTables.CREATE) {
                assertThat(client.call("CreateTable", table).status()).isEqualTo(200);
            }
            var malformed = new Malformed(new SplittableRandom(SEED));
            for (var sent = 0; sent < REQUESTS; sent += AT_ONCE) {
                sendAndCheck(client, malformed);
            }
            assertThat(client.call("PutItem", "{\"TableName\":\"plain\",\"Item\":{\"pk\":{\"S\":\"alive\"}}}")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static void sendAndCheck(RawClient client, Malformed malformed) throws IOException {
        var sent = new ArrayList<Malformed.Sent>();
        for (var i = 0; i < AT_ONCE; i++) {
            sent.add(malformed.next());
            client.send(client.message(sent.getLast().target(), sent.getLast().body()));
        }
        for (var each : sent) {
            var reply = client.read();
            assertThat(reply.status())
                    .as(() -> "seed " + SEED + ": " + each.target() + " " + new String(each.body(), UTF_8) + " -> "
                            + reply)
                    .isIn(200, 400);
        }
    }
}
