package io.tidings.service.notifications;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.notification.WithdrawNotification;
import io.tidings.core.notification.WithdrawNotification.TooLate;
import io.tidings.core.notification.WithdrawNotification.Unheard;
import io.tidings.core.notification.WithdrawNotification.Withdrawn;
import io.tidings.service.access.Roles;
import io.tidings.service.notifications.NotificationAnswers.DryRun;
import io.tidings.service.notifications.NotificationAnswers.NotificationView;
import io.tidings.service.notifications.NotificationAnswers.Posted;
import io.tidings.service.web.Ids;
import io.tidings.service.web.Problem;
import io.tidings.service.web.ProblemException;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail that a program asks for. Whoever may have mail sent may look at every notification of the account, and withdraw it: a program
 * whose key was replaced goes on with the new one.
 */
@Controller("/api/v1/notifications")
@Secured({Roles.NOTIFICATIONS, Roles.NOTIFICATIONS_DRY_RUN, Roles.ADMINISTRATOR})
@Tag(name = "Notifications")
class NotificationController {

    static final String PROBLEM = "application/problem+json";

    private final Poster poster;
    private final IdempotencyKeys keys;
    private final NotificationViews views;
    private final WithdrawNotification withdraw;

    NotificationController(
            Poster poster, IdempotencyKeys keys, NotificationViews views, WithdrawNotification withdraw) {
        this.poster = poster;
        this.keys = keys;
        this.views = views;
        this.withdraw = withdraw;
    }

    /** Answers 202 only when the notification is stored: from then on it survives any crash. */
    @Post
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "postNotification",
            summary = "Asks for one mail to one person",
            description = "Send an Idempotency-Key, and the request can be repeated for 24 hours without asking twice.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewNotification.class),
                            examples = {
                                @ExampleObject(name = "a one-time code", value = Examples.CODE),
                                @ExampleObject(name = "an unread message", value = Examples.MENTION)
                            }))
    @ApiResponse(
            responseCode = "202",
            description = "it is stored and will be sent",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Posted.class),
                            examples = @ExampleObject(value = Examples.POSTED)))
    @ApiResponse(
            responseCode = "200",
            description = "a dry run: what would be sent",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DryRun.class),
                            examples = @ExampleObject(value = Examples.DRY_RUN)))
    @ApiResponse(
            responseCode = "400",
            description = "the request has mistakes",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(value = Examples.INVALID)))
    @ApiResponse(
            responseCode = "409",
            description = "the Idempotency-Key came with another request before",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(value = Examples.KEY_REUSED)))
    @ApiResponse(
            responseCode = "422",
            description = "it must not be sent; code tells why: suppressed, unsubscribed or expired",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(value = Examples.SUPPRESSED)))
    HttpResponse<?> post(
            @Valid @Body NewNotification request,
            @Nullable @Header(IdempotencyKeys.HEADER) String idempotencyKey,
            Authentication authentication) {
        Caller caller = Caller.of(authentication);
        return poster.post(request, caller, keys.read(idempotencyKey, caller, request))
                .response();
    }

    @Get("/{id}")
    @Secured({Roles.NOTIFICATIONS, Roles.ADMINISTRATOR})
    @Operation(operationId = "getNotification", summary = "The whole life of a notification")
    @ApiResponse(
            responseCode = "200",
            description = "how far it has come",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NotificationView.class),
                            examples = @ExampleObject(value = Examples.VIEW)))
    NotificationView get(String id) {
        return views.find(Ids.checked("the notification", id))
                .orElseThrow(() -> ProblemException.notFound("the notification"));
    }

    @Delete("/{id}")
    @Secured({Roles.NOTIFICATIONS, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "withdrawNotification",
            summary = "Withdraws a notification that still waits",
            description = "A second time changes nothing. What is with SES already cannot be withdrawn.")
    @ApiResponse(
            responseCode = "200",
            description = "it is withdrawn",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = NotificationView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "it no longer waits; state tells what became of it",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(value = Examples.TOO_LATE)))
    NotificationView withdraw(String id) {
        return switch (withdraw.withdraw(Ids.checked("the notification", id))) {
            case Withdrawn(var notification) -> views.of(notification);
            case TooLate(var notification) ->
                throw ProblemException.notAllowed(
                        "the notification no longer waits",
                        views.of(notification).state(),
                        List.of());
            case Unheard() -> throw ProblemException.notFound("the notification");
        };
    }
}
