package io.tidings.service.notifications;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.service.campaigns.MessageView;
import io.tidings.service.web.Problem;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the lane answers. */
final class NotificationAnswers {

    private NotificationAnswers() {}

    static URI statusUrl(String id) {
        return URI.create("/api/v1/notifications/" + id);
    }

    /** @param state waiting, scheduled or gathering */
    @Serdeable
    @Schema(name = "PostedNotification", description = "It is stored; from now on it survives any crash")
    record Posted(
            @Schema(description = "With collapse, the id of the digest that the event joined")
            String id,

            URI statusUrl,

            @Schema(allowableValues = {"waiting", "scheduled", "gathering"})
            String state,

            @Schema(description = "When its turn comes, quiet hours aside")
            Instant dueAt) {}

    @Serdeable
    @Schema(name = "BatchResult")
    record BatchResult(
            int index,

            @Schema(description = "As the item alone would have been answered: 202, 200, 400, 422")
            int status,

            @Nullable String id,
            @Nullable URI statusUrl,
            @Nullable DryRun dryRun,
            @Nullable Problem problem) {}

    @Serdeable
    @Schema(name = "BatchResults", description = "One result for each item, in their order")
    record BatchResults(List<BatchResult> results) {}

    @Serdeable
    @Schema(name = "NotificationDryRun", description = "What would be sent, or why nothing would be. Nothing is stored")
    record DryRun(
            boolean wouldSend,

            @Schema(description = "Why not, in one word: suppressed, unsubscribed or expired") @Nullable
            String code,

            @Nullable String reason,

            @Schema(description = "When it would be due, quiet hours included") @Nullable
            Instant when,

            @Nullable String from,
            String to,
            @Nullable String subject,
            @Nullable String html,
            @Nullable String text,
            Map<String, String> headers) {}

    @Serdeable
    @Schema(name = "NotificationCancellation")
    record Cancellation(String key, Instant cancelledAt) {}

    @Serdeable
    @Schema(name = "Notification", description = "The whole life of one mail")
    record NotificationView(
            String id,
            String email,

            @Schema(
                    description =
                            "scheduled, gathering, waiting, quiet, unknown (asked, no answer yet), withdrawn, "
                                    + "or what became of the message: accepted, delivered, skipped, refused, bouncedPermanent ...")
            String state,

            @Schema(description = "One sentence for a person, where there is a reason") @Nullable
            String why,

            String category,
            String priority,
            @Nullable String templateId,
            @Nullable String locale,
            @Nullable String reference,
            List<String> tags,
            Instant createdAt,

            @Schema(description = "When its turn comes, while it waits") @Nullable
            Instant dueAt,

            Instant expiresAt,

            @Schema(description = "Of a gathering: when it becomes a mail") @Nullable
            Instant windowEndsAt,

            @Schema(description = "Of a gathering: how many events joined it") @Nullable
            Integer events,

            @Schema(description = "Until when quiet hours hold it back") @Nullable
            Instant quietUntil,

            @Schema(description = "When it was last handed to SES") @Nullable
            Instant askedAt,

            @Nullable Instant acceptedAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant withdrawnAt,

            @Schema(description = "How often it was handed to SES")
            long attempts,

            List<MessageView.FactView> facts) {}
}
