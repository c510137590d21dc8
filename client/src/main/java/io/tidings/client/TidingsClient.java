package io.tidings.client;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Posts notifications. Safe for many threads; one for a program is enough.
 *
 * <p>Each post carries an idempotency key, the same one over all its tries: an answer that got lost never makes a second mail.
 */
public final class TidingsClient {

    /** Of one batch. */
    public static final int MOST_TOGETHER = 500;

    /** Of one check. */
    public static final int MOST_CHECKED = 1_000;

    private static final String NOTIFICATIONS = "/api/v1/notifications";
    private static final int TRIES = 5;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final Exchange exchange;

    private TidingsClient(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * @param url where Tidings is, such as https://mail.example.com
     * @param apiKey such as tidings_…
     */
    public static TidingsClient at(String url, String apiKey) {
        return at(url, apiKey, TRIES, ANSWER);
    }

    /**
     * @param tries how often a request is tried in all
     * @param answer how long one try may take
     */
    public static TidingsClient at(String url, String apiKey, int tries, Duration answer) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        return new TidingsClient(new Exchange(http, URI.create(url), apiKey, tries, answer));
    }

    /** When it returns, the notification is stored: from then on it survives any crash. */
    public Posted post(Notification notification) {
        return post(notification, newKey());
    }

    /** @param idempotencyKey yours, where you keep it with what caused the mail: then a restart of your program does not send it twice */
    public Posted post(Notification notification, String idempotencyKey) {
        JsonNode answer = exchange.send("POST", NOTIFICATIONS, notification.fields(), idempotencyKey);
        return Json.read(answer, new TypeReference<>() {});
    }

    /** At most {@link #MOST_TOGETHER}; a mistake in one hinders no other. */
    public List<BatchResult> postAll(List<Notification> notifications) {
        return postAll(notifications, newKey());
    }

    public List<BatchResult> postAll(List<Notification> notifications, String idempotencyKey) {
        Map<String, Object> batch = Map.of(
                "notifications",
                notifications.stream().map(Notification::fields).toList());
        JsonNode answer = exchange.send("POST", NOTIFICATIONS + "/batch", batch, idempotencyKey);
        return Json.read(answer.path("results"), new TypeReference<>() {});
    }

    /** What would be sent and when, or why it would not; sends nothing. */
    public DryRun dryRun(Notification notification) {
        Map<String, Object> fields = new LinkedHashMap<>(notification.fields());
        fields.put("dryRun", true);
        return Json.read(exchange.send("POST", NOTIFICATIONS, fields, null), new TypeReference<>() {});
    }

    /** What became of it. */
    public Status get(String id) {
        return Json.read(exchange.send("GET", path(id), null, null), new TypeReference<>() {});
    }

    /** Withdraws it as long as it waits; refused with 409 when SES has it already. */
    public void withdraw(String id) {
        exchange.send("DELETE", path(id), null, null);
    }

    /** Withdraws whatever was posted with this key as {@code cancelIf} and still waits. */
    public void cancel(String cancelIfKey) {
        exchange.send("POST", NOTIFICATIONS + "/cancellations", Map.of("key", cancelIfKey), null);
    }

    /**
     * Whether mail of this category may be sent to each of them now, in their order. A mail to who must not get it is refused anyway;
     * this is for showing it before. At most {@link #MOST_CHECKED}.
     */
    public List<CheckedAddress> check(Category category, List<String> addresses) {
        Map<String, Object> check = Map.of("category", category, "addresses", addresses);
        JsonNode answer = exchange.send("POST", "/api/v1/suppressions/check", check, null);
        return Json.read(answer.path("items"), new TypeReference<>() {});
    }

    private static String path(String id) {
        return NOTIFICATIONS + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
