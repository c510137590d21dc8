package io.tidings.service.webhooks;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.webhook.Delivery;
import io.tidings.core.webhook.DeliveryStore;
import io.tidings.core.webhook.ReplayDeliveries;
import io.tidings.core.webhook.WebhookStore;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Ids;
import io.tidings.service.web.Items;
import io.tidings.service.web.ProblemException;
import io.tidings.service.webhooks.WebhookViews.DeliveryView;
import io.tidings.service.webhooks.WebhookViews.ReplayView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The log of a webhook. */
@Controller("/api/v1/webhooks/{id}")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Webhooks")
class DeliveryController {

    private static final Pattern EVENT_ID = Pattern.compile("evt_[0-9a-f]{12}_[0-9a-f]{24}");

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final ReplayDeliveries replay;

    DeliveryController(WebhookStore webhooks, DeliveryStore deliveries, ReplayDeliveries replay) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.replay = replay;
    }

    @Serdeable
    @Schema(name = "WebhookReplayRequest")
    record ReplayRequest(
            @Schema(description = "Of what happened since then", example = "2026-03-02T09:00:00Z") @NotNull
            Instant since,

            @Schema(description = "Where the replay before ended") @Nullable
            String cursor) {}

    @Get("/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "What was and is posted to a webhook, the newest event first, and what came of it")
    Items<DeliveryView> list(
            String id,
            @Nullable @QueryValue String state,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(50) int limit) {
        var page = deliveries.log(known(id), state(state), null, checked(cursor), limit);
        return new Items<>(page.items().stream().map(DeliveryView::of).toList(), page.next());
    }

    @Post("/deliveries/{event}/replay")
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "replayWebhookEvent",
            summary = "Posts an event again, word for word and under the same id")
    DeliveryView replay(String id, String event) {
        String webhook = known(id);
        if (!EVENT_ID.matcher(event).matches()) {
            throw ProblemException.notFound("the event");
        }
        return replay.replay(webhook, event)
                .map(DeliveryView::of)
                .orElseThrow(() -> ProblemException.notFound("the event"));
    }

    @Post("/replay")
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "replayFailedWebhookEvents",
            summary = "Posts again what was given up, a page of it; ask on with the cursor until it is null")
    ReplayView replayFailed(String id, @Valid @Body ReplayRequest request) {
        var replayed = replay.failedSince(known(id), request.since(), checked(request.cursor()));
        return new ReplayView(replayed.events(), replayed.next());
    }

    private String known(String id) {
        return webhooks.find(Ids.checked("the webhook", id))
                .orElseThrow(() -> ProblemException.notFound("the webhook"))
                .id();
    }

    private static Delivery.@Nullable State state(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(Delivery.State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("state", "is none of waiting, delivered, failed"));
    }

    private static @Nullable String checked(@Nullable String cursor) {
        if (cursor != null && !EVENT_ID.matcher(cursor).matches()) {
            throw ProblemException.invalid("cursor", "is not one that this list gave");
        }
        return cursor;
    }
}
