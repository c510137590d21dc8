package io.tidings.examples.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tidings.client.WebhookEvent;
import io.tidings.client.WebhookVerifier;
import io.tidings.client.WebhookVerifier.NotVerifiedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where Tidings posts its events: each is checked, answered at once, and acted upon once. */
final class Listener implements AutoCloseable {

    private final HttpServer server;
    private final Consumer<WebhookEvent> act;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private volatile @Nullable WebhookVerifier verifier;

    Listener(Consumer<WebhookEvent> act) throws IOException {
        this.act = act;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tidings", this::receive);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/tidings";
    }

    /** The secret is known only after the webhook is made, and that needs the address. */
    void trust(String secret) {
        verifier = new WebhookVerifier(secret);
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        WebhookVerifier checks = verifier;
        try {
            if (checks == null) {
                throw new IOException("an event came before the secret");
            }
            WebhookEvent event = checks.verify(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    body);
            exchange.sendResponseHeaders(204, -1);
            if (seen.add(event.id())) {
                act.accept(event);
            }
        } catch (NotVerifiedException e) {
            exchange.sendResponseHeaders(401, -1);
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
