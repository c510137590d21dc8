package io.tidings.awslocal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class HttpServerTest {
    private final HttpServer server = HttpServer.start("127.0.0.1", 0, HttpServerTest::serve);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void requestArrivesWhole() throws Exception {
        var answer = raw("POST /echo/a%20b?x=1%2B1&x=2 HTTP/1.1\r\nHost: h\r\nX-A: b\r\nContent-Length: 5\r\n"
                + "Connection: close\r\n\r\nhello");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("POST /echo/a b {x=[1+1, 2]} b hello");
    }

    @Test
    void chunkedBodyArrivesWhole() throws Exception {
        var answer = raw("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n");
        assertThat(answer).endsWith("hello");
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrderAlsoWhenTheFirstIsSlow() throws Exception {
        var get = "GET /%s HTTP/1.1\r\nHost: h\r\n\r\n";
        var last = "GET /echo/3 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
        var answer = raw(get.formatted("later/1") + get.formatted("echo/2") + get.formatted("later/3") + last);
        assertThat(answer).containsSubsequence("/later/1", "/echo/2", "/later/3", "/echo/3");
    }

    @Test
    void thousandsOfPipelinedRequestsAreAllAnswered() throws Exception {
        var text = "GET /later/1 HTTP/1.1\r\nHost: h\r\n\r\n"
                + "GET /echo/2 HTTP/1.1\r\nHost: h\r\n\r\n".repeat(5_000)
                + "GET /echo/end HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
        assertThat(raw(text).split("HTTP/1.1 200", -1)).hasSize(5_003);
    }

    @Test
    void clientThatAsksIsToldToContinue() throws Exception {
        var answer = raw("POST /echo HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 5\r\n"
                + "Connection: close\r\n\r\nhello");
        assertThat(answer).startsWith("HTTP/1.1 100").contains("HTTP/1.1 200").endsWith("hello");
    }

    @Test
    void bodyOver16MegabytesIsRefused() throws Exception {
        assertThat(raw("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 16777217\r\n\r\n" + "x".repeat(100_000)))
                .startsWith("HTTP/1.1 413");
        var chunk = "100000\r\n" + "x".repeat(0x100000) + "\r\n";
        assertThat(raw("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17)))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void largestBodyIsTaken() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(uri("/length"))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[HttpServer.MAX_BODY_BYTES]))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("16777216");
        }
    }

    @Test
    void whatIsNotHttpIsRefusedAndTheServerLivesOn() throws Exception {
        assertThat(raw("\u0016\u0003\u0001 nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(raw("POST /echo HTTP/1.1\r\nContent-Length: -7\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(raw("POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(raw("GET /" + "a".repeat(40_000) + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(raw("GET /echo HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void droppedConnectionHasNoAnswer() throws Exception {
        assertThat(raw("GET /drop HTTP/1.1\r\nHost: h\r\n\r\n")).isEmpty();
    }

    @Test
    void bugInAnEndpointIsAnAnswer() throws Exception {
        assertThat(raw("GET /bug HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 500");
    }

    @Test
    void endpointOnAnotherThreadMayBlock() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var slow = HttpServer.start("127.0.0.1", 0, blocking().on(threads));
                var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + slow.port()))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).body()).contains("virtual");
        }
    }

    private static Endpoint blocking() {
        return (request, responder) -> {
            Thread.sleep(20);
            responder.respond(Response.text(200, Thread.currentThread().isVirtual() ? "virtual" : "platform"));
        };
    }

    private static void serve(Request request, Responder responder) throws IOException {
        switch (request.path()) {
            case "/drop" -> responder.drop();
            case "/bug" -> throw new IOException("a bug");
            case "/length" -> responder.respond(Response.text(200, "" + request.body().length));
            case String path
            when path.startsWith("/later") -> after20Milliseconds(() -> responder.respond(Response.text(200, path)));
            default -> responder.respond(Response.text(200, echo(request)).with("X-Test", "yes"));
        }
    }

    private static String echo(Request request) {
        return String.join(
                " ",
                request.method(),
                request.decodedPath(),
                request.parameters().toString(),
                String.valueOf(request.header("x-a")),
                new String(request.body(), UTF_8));
    }

    private static void after20Milliseconds(Runnable task) {
        CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS).execute(task);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** Sends on a thread of its own, as a server may well answer before it has read everything. */
    private String raw(String text) throws IOException, InterruptedException, ExecutionException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            Consumer<byte[]> send = bytes -> {
                try {
                    socket.getOutputStream().write(bytes);
                } catch (IOException e) {
                    // The server closed early, which is what some tests are about.
                }
            };
            var sending = CompletableFuture.runAsync(() -> send.accept(text.getBytes(ISO_8859_1)));
            var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            sending.get();
            return answer;
        }
    }
}
