package io.tidings.service.notifications;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.notification.CancelNotifications;
import io.tidings.service.access.Roles;
import io.tidings.service.notifications.NotificationAnswers.Cancellation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Calls off whatever waits under a key: the message was read in the app, so nobody needs the mail. */
@Controller("/api/v1/notifications/cancellations")
@Secured({Roles.NOTIFICATIONS, Roles.ADMINISTRATOR})
@Tag(name = "Notifications")
class CancellationController {

    private final CancelNotifications cancel;

    CancellationController(CancelNotifications cancel) {
        this.cancel = cancel;
    }

    @Serdeable
    @Schema(name = "NewCancellation")
    record NewCancellation(@NotBlank @Size(max = 200) String key) {}

    @Post
    @Operation(
            operationId = "cancelNotifications",
            summary = "Calls off what was posted under a cancelIf key",
            description =
                    "All that was posted with this key until now and is not with SES yet is withdrawn; of a gathering, those of"
                            + " its events. What is posted under the key later is sent. Doing it twice, or for a key nobody used, does no harm.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewCancellation.class),
                            examples = @ExampleObject(value = Examples.CANCELLATION)))
    @ApiResponse(
            responseCode = "200",
            description = "it is stored; no mail under the key is claimed from now on",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Cancellation.class),
                            examples = @ExampleObject(value = Examples.CANCELLED)))
    Cancellation cancel(@Valid @Body NewCancellation request) {
        return new Cancellation(request.key(), cancel.cancel(request.key()));
    }
}
