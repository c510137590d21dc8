package io.tidings.core.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Who wants which events, as of a moment ago: asking costs nothing where events are many and webhooks are none. */
public final class Subscriptions {

    public static final Duration AS_OLD_AS = Duration.ofSeconds(1);

    private final WebhookStore webhooks;
    private final InstantSource clock;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    public Subscriptions(WebhookStore webhooks, InstantSource clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    private record Known(List<Webhook> all, Instant until) {}

    public List<Webhook> all() {
        Instant now = clock.instant();
        Known last = known;
        if (now.isBefore(last.until())) {
            return last.all();
        }
        List<Webhook> read = webhooks.list();
        known = new Known(read, now.plus(AS_OLD_AS));
        return read;
    }

    boolean anyWants(EventType type) {
        return all().stream().anyMatch(webhook -> webhook.wants(type));
    }
}
