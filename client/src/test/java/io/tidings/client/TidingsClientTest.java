package io.tidings.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against answers that a real service gives seldom. */
class TidingsClientTest {

    private static final String POSTED = "{\"id\":\"n-1\",\"statusUrl\":\"/api/v1/notifications/n-1\",\"new\":1}";
    private static final Notification HELLO =
            Notification.to("ada@example.com").content("Hello", "<p>Hi</p>").build();

    private record Reply(int status, String body, Map<String, String> headers) {}

    private record Asked(String method, String path, String key, String body) {}

    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private HttpServer server = server();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::reply);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void reply(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Reply reply = replies.remove();
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void whatIsTriedAgainKeepsItsKey() {
        replies.add(new Reply(503, "", Map.of()));
        replies.add(new Reply(429, problem(429, ""), Map.of()));
        replies.add(new Reply(409, problem(409, "idempotency-key-in-flight"), Map.of("Retry-After", "1")));
        replies.add(new Reply(202, POSTED, Map.of()));
        long began = System.nanoTime();
        assertThat(client().post(HELLO).id()).isEqualTo("n-1");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(asked).hasSize(4);
        assertThat(asked)
                .extracting(Asked::key)
                .doesNotContain("null")
                .containsOnly(asked.get(0).key());
        assertThat(asked).extracting(Asked::body).containsOnly(asked.get(0).body());
    }

    @Test
    void twoPostsHaveTwoKeysUnlessTheyAreGivenOne() {
        for (int i = 0; i < 4; i++) {
            replies.add(new Reply(202, POSTED, Map.of()));
        }
        client().post(HELLO);
        client().post(HELLO);
        client().post(HELLO, "message-7");
        client().post(HELLO, "message-7");
        assertThat(asked.get(0).key()).isNotEqualTo(asked.get(1).key());
        assertThat(asked.subList(2, 4)).extracting(Asked::key).containsOnly("message-7");
    }

    @Test
    void aRefusalIsAnAnswerAndIsNotTriedAgain() {
        replies.add(new Reply(
                422,
                "{\"status\":422,\"title\":\"Unprocessable\",\"detail\":\"it bounced\",\"code\":\"suppressed\",\"errors\":[]}",
                Map.of("X-Request-Id", "r-1")));
        assertThatThrownBy(() -> client().post(HELLO))
                .isInstanceOfSatisfying(TidingsException.Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(422);
                    assertThat(refused.code()).isEqualTo("suppressed");
                    assertThat(refused.requestId()).isEqualTo("r-1");
                    assertThat(refused).hasMessageContaining("it bounced");
                });
        assertThat(asked).hasSize(1);
    }

    @Test
    void aKeyUsedForSomethingElseIsNotTriedAgain() {
        replies.add(new Reply(409, problem(409, "idempotency-key-reused"), Map.of()));
        assertThatThrownBy(() -> client().post(HELLO, "k"))
                .isInstanceOfSatisfying(
                        TidingsException.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("idempotency-key-reused"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void mistakesAreToldByTheirFields() {
        replies.add(new Reply(
                400,
                "{\"status\":400,\"detail\":\"d\",\"errors\":[{\"field\":\"recipient.email\",\"message\":\"is empty\"}]}",
                Map.of()));
        assertThatThrownBy(() -> client().post(HELLO))
                .isInstanceOfSatisfying(
                        TidingsException.Refused.class,
                        refused -> assertThat(refused.errors())
                                .containsExactly(new Problem.FieldError("recipient.email", "is empty")));
    }

    @Test
    void whatAProxyAnswersIsARefusalToo() {
        replies.add(new Reply(404, "<html>nothing here</html>", Map.of()));
        assertThatThrownBy(() -> client().get("n-1"))
                .isInstanceOfSatisfying(
                        TidingsException.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(404));
    }

    @Test
    void noAnswerAtAllIsSaidAfterAllTries() {
        server.stop(0);
        assertThatThrownBy(() -> client().post(HELLO))
                .isInstanceOf(TidingsException.Unanswered.class)
                .hasMessageContaining("5 tries");
    }

    @Test
    void aBatchTellsOfEachItem() {
        replies.add(new Reply(
                202,
                "{\"results\":[{\"index\":0,\"status\":202,\"id\":\"n-1\",\"statusUrl\":\"/x\"},"
                        + "{\"index\":1,\"status\":400,\"problem\":{\"status\":400,\"detail\":\"d\"}}]}",
                Map.of()));
        List<BatchResult> results = client().postAll(List.of(HELLO, HELLO));
        assertThat(results).extracting(BatchResult::isPosted).containsExactly(true, false);
        assertThat(results.get(1).problem()).isNotNull();
        assertThat(asked.get(0).path()).isEqualTo("/api/v1/notifications/batch");
    }

    @Test
    void idsNeverLeaveTheirPlaceInThePath() {
        replies.add(new Reply(204, "", Map.of()));
        client().withdraw("../x?y");
        assertThat(asked.get(0).path()).isEqualTo("/api/v1/notifications/..%2Fx%3Fy");
    }

    private static String problem(int status, String code) {
        return "{\"status\":" + status + ",\"detail\":\"later\",\"code\":\"" + code + "\",\"errors\":[]}";
    }

    private TidingsClient client() {
        return TidingsClient.at(
                "http://localhost:" + server.getAddress().getPort(), "tidings_a_b", 5, Duration.ofSeconds(5));
    }
}
