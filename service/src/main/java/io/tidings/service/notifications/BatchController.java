package io.tidings.service.notifications;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.service.access.Roles;
import io.tidings.service.notifications.NotificationAnswers.BatchResults;
import io.tidings.service.web.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many notifications in one request, each for itself: a mistake in one hinders no other. */
@Controller("/api/v1/notifications/batch")
@Secured({Roles.NOTIFICATIONS, Roles.NOTIFICATIONS_DRY_RUN, Roles.ADMINISTRATOR})
@Tag(name = "Notifications")
class BatchController {

    private static final int MOST = 500;

    private final BatchPoster poster;
    private final IdempotencyKeys keys;

    BatchController(BatchPoster poster, IdempotencyKeys keys) {
        this.poster = poster;
        this.keys = keys;
    }

    /** The items are read one by one, so that one that cannot be read is answered for itself. */
    @Serdeable
    @Schema(name = "NewNotificationBatch")
    record NewBatch(
            @ArraySchema(schema = @Schema(implementation = NewNotification.class), minItems = 1, maxItems = MOST)
            @NotNull
            @NotEmpty
            @Size(max = MOST)
            List<JsonNode> notifications) {}

    @Post
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "postNotificationBatch",
            summary = "Asks for up to 500 mails",
            description =
                    "Each item has its own result, with the status it would have got alone. With an Idempotency-Key a repeated"
                            + " request gets the same results, also after a crash in the middle.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewBatch.class),
                            examples = @ExampleObject(value = Examples.BATCH)))
    @ApiResponse(
            responseCode = "202",
            description = "a result for each item",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BatchResults.class),
                            examples = @ExampleObject(value = Examples.BATCH_RESULTS)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "the Idempotency-Key came with another request, or its first one is still in work: see Retry-After",
            content =
                    @Content(
                            mediaType = NotificationController.PROBLEM,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(value = Examples.IN_FLIGHT)))
    HttpResponse<?> post(
            @Valid @Body NewBatch batch,
            @Nullable @Header(IdempotencyKeys.HEADER) String idempotencyKey,
            Authentication authentication) {
        Caller caller = Caller.of(authentication);
        return poster.post(batch.notifications(), caller, keys.read(idempotencyKey, caller, batch.notifications()))
                .response();
    }
}
