package io.tidings.core.alarm;

import io.tidings.core.webhook.Webhook;
import io.tidings.core.webhook.WebhookStore;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A webhook was disabled because nothing reached it, or because its receiver wanted no more. Those that somebody disabled are at rest. */
public final class DisabledWebhookAlarms implements AlarmSource {

    private final WebhookStore webhooks;

    public DisabledWebhookAlarms(WebhookStore webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public Alarm.Kind kind() {
        return Alarm.Kind.DISABLED_WEBHOOK;
    }

    @Override
    public List<Alarm> look(Instant now, List<Alarm> open) {
        return webhooks.list().stream().flatMap(this::alarm).toList();
    }

    private Stream<Alarm> alarm(Webhook webhook) {
        Webhook.Disabled disabled = webhook.disabled();
        if (disabled == null || disabled.byHand()) {
            return Stream.empty();
        }
        // The host alone: what stands behind it may be a secret, and these words are logged.
        String host = webhook.wishes().url().getHost();
        return Stream.of(new Alarm(
                kind(),
                webhook.id(),
                disabled.at(),
                "The webhook at " + host + " is disabled: " + disabled.why() + ". Its events wait.",
                "Mend the receiver, send it a test, then enable the webhook: what waits is posted at once. Delete it if nobody"
                        + " needs it any more.",
                "/settings/webhooks?show=" + webhook.id()));
    }
}
