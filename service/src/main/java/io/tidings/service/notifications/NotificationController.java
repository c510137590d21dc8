package io.tidings.service.notifications;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Sender;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Origin;
import io.tidings.core.notification.Notification;
import io.tidings.core.notification.NotificationStore;
import io.tidings.core.notification.PostNotification;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateContent;
import io.tidings.core.template.TemplateEngine;
import io.tidings.core.template.TemplateEngine.Faulty;
import io.tidings.core.template.TemplateStore;
import io.tidings.service.access.Roles;
import io.tidings.service.campaigns.MessageView;
import io.tidings.service.web.Ids;
import io.tidings.service.web.Problem.FieldError;
import io.tidings.service.web.ProblemException;
import io.tidings.service.wiring.TidingsSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/notifications")
@Secured({Roles.NOTIFICATIONS, Roles.ADMINISTRATOR})
@Tag(name = "Notifications")
class NotificationController {

    private static final int LONGEST_BODY = 150_000;

    private final PostNotification postNotification;
    private final NotificationStore notifications;
    private final MessageLedger ledger;
    private final TemplateStore templates;
    private final TemplateEngine engine;
    private final InstantSource clock;
    private final Sender sender;

    NotificationController(
            PostNotification postNotification,
            NotificationStore notifications,
            MessageLedger ledger,
            TemplateStore templates,
            TemplateEngine engine,
            InstantSource clock,
            TidingsSettings settings) {
        this.postNotification = postNotification;
        this.notifications = notifications;
        this.ledger = ledger;
        this.templates = templates;
        this.engine = engine;
        this.clock = clock;
        this.sender =
                new Sender(settings.notificationSenderName(), EmailAddress.of(settings.notificationSenderAddress()));
    }

    @Serdeable
    @Schema(name = "NotificationRecipient")
    record NotificationRecipient(@NotBlank @Size(max = 320) String email) {}

    @Serdeable
    @Schema(name = "InlineContent")
    record InlineContent(
            @NotBlank @Size(max = 1_000) String subject,
            @NotBlank @Size(max = LONGEST_BODY) String html,
            @Nullable @Size(max = LONGEST_BODY) String text) {}

    /** Either a template's id or content of its own. */
    @Serdeable
    @Schema(name = "NewNotification")
    record NewNotification(
            @NotNull @Valid NotificationRecipient recipient,
            @Nullable @Size(max = Ids.LENGTH) String templateId,
            @Nullable @Valid InlineContent content,
            @Nullable Map<String, Object> data,

            @Nullable @Pattern(regexp = "one-time-code|account|conversation|digest")
            String category,

            @Nullable @Size(max = 200) String reference) {}

    @Serdeable
    @Schema(name = "PostedNotification")
    record Posted(String id, URI statusUrl) {}

    @Serdeable
    @Schema(name = "Notification")
    record NotificationView(
            String id,
            String email,
            String state,
            @Nullable String why,
            String category,
            @Nullable String reference,
            Instant createdAt,
            List<MessageView.FactView> facts) {}

    /** Answers 202 only when the notification is stored: from then on it survives any crash. */
    @Post
    @Status(HttpStatus.ACCEPTED)
    @Operation(operationId = "postNotification", summary = "Asks for one mail to one person")
    HttpResponse<Posted> post(@Valid @Body NewNotification request) {
        Notification notification = new Notification(
                Ids.next(),
                address(request),
                sender,
                request.templateId(),
                content(request),
                request.data() == null ? Map.of() : request.data(),
                request.category() == null ? "conversation" : request.category(),
                request.reference(),
                clock.instant(),
                0,
                null,
                null);
        postNotification.post(notification);
        URI status = URI.create("/api/v1/notifications/" + notification.id());
        return HttpResponse.<Posted>accepted(status).body(new Posted(notification.id(), status));
    }

    @Get("/{id}")
    @Operation(operationId = "getNotification", summary = "What became of a notification")
    NotificationView get(String id) {
        Notification notification = notifications
                .find(Ids.checked("the notification", id))
                .orElseThrow(() -> ProblemException.notFound("the notification"));
        MessageLedger.Key key =
                new MessageLedger.Key(notification.to().recipientId(), new Origin.OfNotification(notification.id()));
        Optional<MessageView> message = Optional.ofNullable(
                        ledger.find(List.of(key)).get(key))
                .filter(known -> !known.facts().isEmpty())
                .map(MessageView::of);
        return new NotificationView(
                notification.id(),
                notification.to().toString(),
                message.map(MessageView::outcome).orElse(notification.askedAt() == null ? "waiting" : "unknown"),
                message.map(MessageView::why).orElse(null),
                notification.category(),
                notification.reference(),
                notification.createdAt(),
                message.map(MessageView::facts).orElse(List.of()));
    }

    private static EmailAddress address(NewNotification request) {
        return switch (EmailAddress.read(request.recipient().email())) {
            case EmailAddress.Valid(EmailAddress address) -> address;
            case EmailAddress.Invalid(String why) -> throw ProblemException.invalid("recipient.email", why);
        };
    }

    private TemplateContent content(NewNotification request) {
        if ((request.templateId() == null) == (request.content() == null)) {
            throw ProblemException.invalid("content", "give either templateId or content, not both and not neither");
        }
        InlineContent inline = request.content();
        if (inline == null) {
            String id = String.valueOf(request.templateId());
            return Optional.of(id)
                    .filter(given -> !given.isBlank())
                    .flatMap(templates::find)
                    .map(Template::content)
                    .orElseThrow(() -> ProblemException.invalid("templateId", "no such template"));
        }
        TemplateContent content = new TemplateContent(inline.subject(), inline.html(), inline.text());
        if (engine.compile(content) instanceof Faulty(var problems)) {
            throw ProblemException.invalid(problems.stream()
                    .map(problem -> new FieldError(
                            "content." + problem.field(), "line " + problem.line() + ": " + problem.message()))
                    .toList());
        }
        return content;
    }
}
