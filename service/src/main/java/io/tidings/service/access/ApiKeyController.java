package io.tidings.service.access;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.access.AccessStore;
import io.tidings.core.access.ApiKey;
import io.tidings.service.web.Items;
import java.time.Instant;
import java.util.Locale;

@Controller("/api/v1/api-keys")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "API keys")
class ApiKeyController {

    private final AccessStore access;

    ApiKeyController(AccessStore access) {
        this.access = access;
    }

    @Serdeable
    @Schema(name = "ApiKey")
    record ApiKeySummary(String id, String name, String scope, Instant createdAt) {
        static ApiKeySummary of(ApiKey key) {
            return new ApiKeySummary(
                    key.id(), key.name(), key.scope().name().toLowerCase(Locale.ROOT), key.createdAt());
        }
    }

    @Get
    @Operation(operationId = "listApiKeys", summary = "The keys that programs use")
    Items<ApiKeySummary> list() {
        return Items.all(access.keys().stream().map(ApiKeySummary::of).toList());
    }
}
