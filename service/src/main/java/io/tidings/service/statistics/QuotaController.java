package io.tidings.service.statistics;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.pacing.QuotaSource;
import io.tidings.core.pacing.SendQuota;
import io.tidings.service.access.Roles;
import io.tidings.service.wiring.TidingsSettings;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/quota")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Quota")
class QuotaController {

    private final QuotaSource quotas;
    private final TidingsSettings settings;

    QuotaController(QuotaSource quotas, TidingsSettings settings) {
        this.quotas = quotas;
        this.settings = settings;
    }

    /** @param max24Hours nothing when the account has no limit for 24 hours */
    @Serdeable
    @Schema(name = "Quota")
    record QuotaView(
            double maxPerSecond,
            @Nullable Double max24Hours,
            double sentLast24Hours,
            double notificationShare,
            boolean sandbox) {}

    @Get
    @Operation(operationId = "getQuota", summary = "What SES allows this account")
    QuotaView get() {
        SendQuota quota = quotas.current();
        return new QuotaView(
                quota.perSecond(),
                quota.per24Hours().isPresent()
                        ? Double.valueOf(quota.per24Hours().getAsDouble())
                        : null,
                quota.sentLast24Hours(),
                settings.notificationShare(),
                quota.sandbox());
    }
}
