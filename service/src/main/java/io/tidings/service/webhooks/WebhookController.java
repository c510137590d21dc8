package io.tidings.service.webhooks;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.webhook.DeliverEvents;
import io.tidings.core.webhook.Event;
import io.tidings.core.webhook.EventType;
import io.tidings.core.webhook.EventWriter;
import io.tidings.core.webhook.Webhook;
import io.tidings.core.webhook.WebhookStore;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Ids;
import io.tidings.service.web.Items;
import io.tidings.service.web.ProblemException;
import io.tidings.service.webhooks.WebhookViews.AnswerView;
import io.tidings.service.webhooks.WebhookViews.EventTypeView;
import io.tidings.service.webhooks.WebhookViews.WebhookView;
import io.tidings.service.webhooks.WebhookViews.WithSecret;
import io.tidings.service.wiring.WebhookSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/webhooks")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Webhooks")
class WebhookController {

    /** Every process reads all of them each second. */
    private static final int MOST = 50;

    private static final long LONGEST_OVERLAP = 30L * 24 * 3_600;

    private final WebhookStore webhooks;
    private final DeliverEvents deliver;
    private final EventWriter writer;
    private final PublicAddresses addresses;
    private final WebhookSettings settings;
    private final InstantSource clock;

    WebhookController(
            WebhookStore webhooks,
            DeliverEvents deliver,
            EventWriter writer,
            WebhookSettings settings,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.deliver = deliver;
        this.writer = writer;
        this.addresses = new PublicAddresses(settings.allowPrivate(), SystemDefaultDnsResolver.INSTANCE);
        this.settings = settings;
        this.clock = clock;
    }

    @Serdeable
    @Schema(name = "NewWebhookSecret")
    record NewSecret(
            @Schema(
                    description = "For how many seconds the secret so far signs beside the new one; 0 when it got out",
                    example = "86400")
            @Nullable
            @Min(0)
            @Max(LONGEST_OVERLAP)
            Long overlapSeconds) {}

    @Get
    @Operation(operationId = "listWebhooks", summary = "Where events are posted")
    Items<WebhookView> list() {
        Instant now = clock.instant();
        return Items.all(webhooks.list().stream()
                .map(webhook -> WebhookView.of(webhook, now))
                .toList());
    }

    @Get("/event-types")
    @Operation(operationId = "listWebhookEventTypes", summary = "Which events there are, each with an example")
    Items<EventTypeView> eventTypes() {
        return Items.all(EventExamples.all(writer));
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "addWebhook",
            summary = "Posts events to an address from now on; the answer alone shows the secret that signs them")
    WithSecret add(@Valid @Body WebhookWishes request) {
        Webhook.Wishes wishes = request.read(addresses, settings.allowPrivate());
        if (webhooks.list().size() >= MOST) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT, "there are " + MOST + " webhooks; delete one that is no longer used");
        }
        String secret = Signatures.newSecret();
        Webhook made = Webhook.made(Ids.next(), wishes, secret, clock.instant());
        webhooks.add(made);
        return new WithSecret(view(made), secret);
    }

    @Get("/{id}")
    @Operation(operationId = "getWebhook", summary = "A webhook, and whether events reach it")
    WebhookView get(String id) {
        return view(known(id));
    }

    @Put("/{id}")
    @Operation(operationId = "changeWebhook", summary = "Changes where events go, and which")
    WebhookView change(String id, @Valid @Body WebhookWishes request) {
        known(id);
        Webhook.Wishes wishes = request.read(addresses, settings.allowPrivate());
        return view(changed(id, webhook -> webhook.wishing(wishes)));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteWebhook", summary = "Posts nothing more, and forgets the webhook")
    void delete(String id) {
        webhooks.remove(known(id).id());
    }

    @Post("/{id}/secret")
    @Operation(
            operationId = "replaceWebhookSecret",
            summary = "Gives the webhook a new secret; for a while the one before signs every event too")
    WithSecret replaceSecret(String id, @Valid @Nullable @Body NewSecret request) {
        Long seconds = request == null ? null : request.overlapSeconds();
        Duration overlap = seconds == null ? settings.secretOverlap() : Duration.ofSeconds(seconds);
        String secret = Signatures.newSecret();
        Webhook rotated = changed(id, webhook -> webhook.rotated(secret, overlap, clock.instant()));
        return new WithSecret(view(rotated), secret);
    }

    @Post("/{id}/test")
    @Operation(operationId = "testWebhook", summary = "Posts a webhook.test event now, and tells the answer")
    AnswerView test(String id) {
        Instant now = clock.instant();
        Event event = new Event(
                "evt_test_" + Ids.next(),
                EventType.TEST,
                now,
                new Event.OfNothing("If you can read this and the signature is right, the webhook works."));
        return AnswerView.of(deliver.tryOut(known(id), event, writer.body(event)));
    }

    @Post("/{id}/enable")
    @Operation(
            operationId = "enableWebhook",
            summary = "Posts to the webhook again, and what has waited for it meanwhile at once")
    WebhookView enable(String id) {
        return view(changed(id, webhook -> webhook.enabled() ? webhook : webhook.enabledAgain()));
    }

    @Post("/{id}/disable")
    @Operation(operationId = "disableWebhook", summary = "Posts nothing for now; its events wait")
    WebhookView disable(String id) {
        return view(changed(id, webhook -> webhook.enabled() ? webhook.disabledByHand(clock.instant()) : webhook));
    }

    private Webhook changed(String id, UnaryOperator<Webhook> step) {
        while (true) {
            Webhook known = known(id);
            Webhook next = step.apply(known);
            if (next == known || webhooks.replace(next)) {
                return next;
            }
        }
    }

    private Webhook known(String id) {
        return webhooks.find(Ids.checked("the webhook", id))
                .orElseThrow(() -> ProblemException.notFound("the webhook"));
    }

    private WebhookView view(Webhook webhook) {
        return WebhookView.of(webhook, clock.instant());
    }
}
