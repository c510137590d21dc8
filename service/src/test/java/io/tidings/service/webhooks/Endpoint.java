package io.tidings.service.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A receiver of events on this machine that answers as it is told. */
final class Endpoint implements AutoCloseable {

    record Got(String id, String timestamp, String signature, String body) {}

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private volatile Map<String, String> headers = Map.of();
    private volatile long dripMillis;

    Endpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    void answersWith(int answer, Map<String, String> more) {
        status = answer;
        headers = more;
    }

    /** Answers at once, and then goes on and on, a byte at a time. */
    void drips(long everyMillis) {
        dripMillis = everyMillis;
    }

    List<Got> got() {
        return got;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var sent = exchange.getRequestHeaders();
        got.add(new Got(
                sent.getFirst("webhook-id"),
                sent.getFirst("webhook-timestamp"),
                sent.getFirst("webhook-signature"),
                body));
        headers.forEach(exchange.getResponseHeaders()::set);
        if (dripMillis == 0) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, 0);
            drip(exchange.getResponseBody());
        }
        exchange.close();
    }

    private void drip(OutputStream out) throws IOException {
        try {
            for (int i = 0; i < 10_000; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(dripMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
