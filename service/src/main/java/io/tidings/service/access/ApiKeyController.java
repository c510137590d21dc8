package io.tidings.service.access;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.access.AccessStore;
import io.tidings.core.access.ApiKey;
import io.tidings.service.web.Items;
import io.tidings.service.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/api-keys")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "API keys")
class ApiKeyController {

    private static final int SECRET_LETTERS = 40;

    private final AccessStore access;
    private final InstantSource clock;

    ApiKeyController(AccessStore access, InstantSource clock) {
        this.access = access;
        this.clock = clock;
    }

    @Serdeable
    @Schema(name = "NewApiKey")
    record NewApiKey(
            @NotBlank @Size(max = 100) String name,

            @Schema(description = "With notifications_dry_run nothing is ever sent", defaultValue = "notifications")
            @Nullable
            @Pattern(regexp = "notifications|notifications_dry_run")
            String scope) {}

    @Serdeable
    @Schema(name = "MadeApiKey", description = "The key itself is told this once")
    record MadeApiKey(String id, String name, String scope, Instant createdAt, String key) {}

    @Serdeable
    @Schema(name = "ApiKey")
    record ApiKeySummary(String id, String name, String scope, Instant createdAt) {
        static ApiKeySummary of(ApiKey key) {
            return new ApiKeySummary(
                    key.id(), key.name(), key.scope().name().toLowerCase(Locale.ROOT), key.createdAt());
        }
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "createApiKey", summary = "A new key for a program")
    MadeApiKey create(@Valid @Body NewApiKey wanted) {
        String scope = wanted.scope() == null ? "notifications" : wanted.scope();
        ApiKeySecret secret = new ApiKeySecret(Secrets.random(12), Secrets.random(SECRET_LETTERS));
        ApiKey key = new ApiKey(
                secret.id(),
                wanted.name(),
                ApiKey.Scope.valueOf(scope.toUpperCase(Locale.ROOT)),
                Secrets.hash(secret.secret()),
                clock.instant());
        access.addKey(key);
        return new MadeApiKey(key.id(), key.name(), scope, key.createdAt(), secret.toString());
    }

    @Get
    @Operation(operationId = "listApiKeys", summary = "The keys that programs use")
    Items<ApiKeySummary> list() {
        return Items.all(access.keys().stream().map(ApiKeySummary::of).toList());
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteApiKey",
            summary = "Lets nobody in with this key any more, a second from now at the latest",
            description = "What was posted with it is sent.")
    void delete(String id) {
        if (!ApiKeySecret.isId(id) || !access.removeKey(id)) {
            throw ProblemException.notFound("the API key");
        }
    }
}
