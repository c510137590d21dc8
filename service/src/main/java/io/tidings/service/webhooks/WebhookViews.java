package io.tidings.service.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.webhook.Delivery;
import io.tidings.core.webhook.EventType;
import io.tidings.core.webhook.Receiver.Answer;
import io.tidings.core.webhook.Receiver.Gone;
import io.tidings.core.webhook.Receiver.Refused;
import io.tidings.core.webhook.Receiver.Took;
import io.tidings.core.webhook.Receiver.Unreached;
import io.tidings.core.webhook.Webhook;
import io.tidings.core.webhook.Webhook.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the API shows of webhooks. */
final class WebhookViews {

    private WebhookViews() {}

    @Serdeable
    @Schema(name = "Webhook")
    record WebhookView(
            @Schema(example = "019a7c3e-5a52-7d5c-9c7e-0f6f3c8f4f10")
            String id,

            @Schema(example = "https://chat.example.com/hooks/tidings")
            String url,

            @Schema(example = "[\"message.delivered\", \"message.bounced\"]")
            List<String> types,

            @Schema(description = "Whose events it gets: all, campaigns or notifications", example = "notifications")
            String only,

            @Schema(example = "marks unreachable people in the chat")
            String description,

            boolean enabled,
            Instant createdAt,

            @Schema(description = "Since when nothing has reached it; null when the last post did") @Nullable
            Instant failingSince,

            @Nullable Instant disabledAt,

            @Schema(description = "Why nothing is posted to it") @Nullable
            String disabledBecause,

            @Schema(description = "Until when the secret before the present one signs too") @Nullable
            Instant oldSecretUntil) {

        static WebhookView of(Webhook webhook, Instant now) {
            Webhook.Disabled disabled = webhook.disabled();
            return new WebhookView(
                    webhook.id(),
                    webhook.wishes().url().toString(),
                    webhook.wishes().types().stream()
                            .sorted()
                            .map(EventType::wireName)
                            .toList(),
                    webhook.wishes().only().name().toLowerCase(Locale.ROOT),
                    webhook.wishes().description(),
                    webhook.enabled(),
                    webhook.createdAt(),
                    webhook.failingSince(),
                    disabled == null ? null : disabled.at(),
                    disabled == null ? null : disabled.why(),
                    webhook.secrets().stream()
                            .map(Secret::until)
                            .filter(Objects::nonNull)
                            .filter(until -> until.isAfter(now))
                            .findFirst()
                            .orElse(null));
        }
    }

    @Serdeable
    @Schema(name = "WebhookWithSecret")
    record WithSecret(
            WebhookView webhook,

            @Schema(
                    description = "Signs every event. It is shown this once",
                    example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")
            String secret) {}

    @Serdeable
    @Schema(name = "WebhookDelivery")
    record DeliveryView(
            @Schema(example = "evt_019a7c3e5a52_0f6f3c8f4f10a2b3c4d5e6f7")
            String eventId,

            @Schema(example = "message.bounced") String type,

            @Schema(description = "waiting, delivered or failed", example = "waiting")
            String state,

            @Schema(example = "2") int tries,

            @Schema(description = "The status of the last answer", example = "503") @Nullable
            Integer status,

            @Schema(description = "Why the last try failed", example = "Service Unavailable") @Nullable
            String error,

            Instant createdAt,
            @Nullable Instant triedAt,
            @Nullable Instant nextTryAt,
            @Nullable Instant deliveredAt,

            @Schema(description = "What is posted, word for word")
            String body) {

        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.eventId(),
                    delivery.type().wireName(),
                    delivery.state().name().toLowerCase(Locale.ROOT),
                    delivery.tries(),
                    delivery.status(),
                    delivery.error(),
                    delivery.createdAt(),
                    delivery.triedAt(),
                    delivery.dueAt(),
                    delivery.deliveredAt(),
                    delivery.body());
        }
    }

    @Serdeable
    @Schema(name = "WebhookAnswer")
    record AnswerView(
            boolean delivered,
            @Schema(example = "200") @Nullable Integer status,

            @Schema(example = "the connection was refused") @Nullable
            String error) {

        static AnswerView of(Answer answer) {
            return switch (answer) {
                case Took(int status) -> new AnswerView(true, status, null);
                case Gone(int status) -> new AnswerView(false, status, "the receiver wants no more events");
                case Refused(int status, String why, var _) -> new AnswerView(false, status, why);
                case Unreached(String why) -> new AnswerView(false, null, why);
            };
        }
    }

    @Serdeable
    @Schema(name = "WebhookEventType")
    record EventTypeView(
            @Schema(example = "message.bounced") String type,
            String description,

            @Schema(description = "The body of such an event")
            String example) {}

    @Serdeable
    @Schema(name = "WebhookReplay")
    record ReplayView(
            @Schema(description = "How many are posted again", example = "37")
            int replayed,

            @Schema(description = "Ask again with this cursor; null when that was all") @Nullable
            String next) {}
}
