package io.tidings.service.suppressions;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.suppression.ProviderSuppressionList;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.SuppressionEntry.Lift;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.SuppressionScope;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.suppression.Suppressions;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Items;
import io.tidings.service.web.PathAddress;
import io.tidings.service.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/suppressions")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Suppressions")
class SuppressionController {

    private final SuppressionStore suppressions;
    private final ProviderSuppressionList provider;
    private final SuppressionPolicy policy;
    private final InstantSource clock;

    SuppressionController(
            SuppressionStore suppressions,
            ProviderSuppressionList provider,
            SuppressionPolicy policy,
            InstantSource clock) {
        this.suppressions = suppressions;
        this.provider = provider;
        this.policy = policy;
        this.clock = clock;
    }

    /** @param scope everything, marketing or topic:NAME */
    @Serdeable
    @Schema(name = "NewSuppression")
    record NewSuppression(
            @NotBlank @Size(max = 320) String email,
            @Nullable @Size(max = 120) String scope,
            @Nullable @Size(max = 20) String reason,
            @Nullable @Size(max = 300) String note,
            @Nullable Instant expiresAt) {}

    /** @param scope everything, marketing or topic:NAME */
    @Serdeable
    @Schema(name = "SuppressionLiftRequest")
    record LiftRequest(
            @Nullable @Size(max = 120) String scope,
            @NotBlank @Size(max = 300) String why) {}

    @Get
    @Operation(
            operationId = "listSuppressions",
            summary = "Who gets no mail, in the order of their addresses; with lifted=true also who gets it again")
    Items<SuppressionView> list(
            @Nullable @QueryValue @Size(max = 320) String q,
            @Nullable @QueryValue @Size(max = 20) String reason,
            @Nullable @QueryValue @Size(max = 120) String scope,
            @QueryValue(defaultValue = "false") boolean lifted,
            @Nullable @QueryValue @Size(max = 500) String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(50) int limit) {
        SuppressionSearch search = new SuppressionSearch(
                q == null ? "" : q.strip(),
                reason == null ? null : Words.reason("reason", reason),
                scope == null ? null : Words.scope("scope", scope),
                lifted);
        Instant now = clock.instant();
        var page = search.page(suppressions, policy, now, cursor, limit);
        return new Items<>(
                page.items().stream()
                        .map(known -> SuppressionView.of(known, now, policy))
                        .toList(),
                page.next());
    }

    @Get("/{address:[^/]+}")
    @Operation(
            operationId = "getSuppression",
            summary = "What stops mail to an address, what once did, and who lifted it")
    SuppressionView get(String address) {
        return SuppressionView.of(known(address), clock.instant(), policy);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "addSuppression", summary = "Stops mail to an address by hand")
    SuppressionView add(@Valid @Body NewSuppression request, Authentication who) {
        EmailAddress address = Words.address("email", request.email());
        Reason reason = request.reason() == null ? Reason.MANUAL : Words.reason("reason", request.reason());
        if (reason == Reason.SOFT_BOUNCES) {
            throw ProblemException.invalid("reason", "softBounces follows from bounces alone; give manual, or another");
        }
        SuppressionScope scope =
                request.scope() == null ? SuppressionScope.EVERYTHING : Words.scope("scope", request.scope());
        Instant now = clock.instant();
        if (request.expiresAt() != null && !request.expiresAt().isAfter(now)) {
            throw ProblemException.invalid("expiresAt", "is in the past; leave it out when it is to hold for good");
        }
        String note = request.note() == null || request.note().isBlank()
                ? "no note"
                : request.note().strip();
        suppressions.add(
                new Suppression(address, scope, reason, who.getName() + ": " + note, now, request.expiresAt()));
        return SuppressionView.of(suppressions.find(address), now, policy);
    }

    /** At SES too, where all mail is concerned: it would take the next mail, charge for it, and not send it. */
    @Post("/{address:[^/]+}/lift")
    @Operation(
            operationId = "liftSuppression",
            summary = "Lets mail to an address through again; what was known stays readable")
    SuppressionView lift(String address, @Valid @Body LiftRequest request, Authentication who) {
        Suppressions known = known(address);
        SuppressionScope scope =
                request.scope() == null ? SuppressionScope.EVERYTHING : Words.scope("scope", request.scope());
        if (scope.equals(SuppressionScope.EVERYTHING)) {
            provider.remove(known.address());
        }
        Lift lift = new Lift(null, clock.instant(), who.getName(), request.why().strip());
        Suppressions lifted = suppressions.change(known.address(), now -> now.with(scope, lift));
        return SuppressionView.of(lifted, clock.instant(), policy);
    }

    private Suppressions known(String text) {
        if (!(PathAddress.read(text) instanceof EmailAddress.Valid(EmailAddress address))) {
            throw ProblemException.notFound("a suppression of this address");
        }
        Suppressions known = suppressions.find(address);
        if (known.revision() == 0) {
            throw ProblemException.notFound("a suppression of this address");
        }
        return known;
    }
}
