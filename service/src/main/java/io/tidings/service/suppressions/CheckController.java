package io.tidings.service.suppressions;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.notification.Category;
import io.tidings.core.suppression.Purpose;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.suppression.Suppressions;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Items;
import io.tidings.service.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/suppressions/check")
@Secured({Roles.NOTIFICATIONS, Roles.NOTIFICATIONS_DRY_RUN, Roles.ADMINISTRATOR})
@Tag(name = "Suppressions")
class CheckController {

    private static final int TOGETHER = 50;

    private final SuppressionStore suppressions;
    private final SuppressionPolicy policy;
    private final InstantSource clock;

    CheckController(SuppressionStore suppressions, SuppressionPolicy policy, InstantSource clock) {
        this.suppressions = suppressions;
        this.policy = policy;
        this.clock = clock;
    }

    @Serdeable
    @Schema(name = "SuppressionCheck")
    record Check(
            @Schema(example = "[\"ada@example.com\", \"ben@example.com\"]") @NotEmpty @Size(max = 1_000)
            List<@NotNull @Size(max = 320) String> addresses,

            @Schema(
                    description =
                            "Campaign mail of which topic; without one and without a category, of any. Not for API keys")
            @Nullable
            @Pattern(regexp = "[a-z0-9-]{1,40}")
            String topic,

            @Schema(description = "Which notifications. API keys have to say", example = "conversation")
            @Nullable
            @Pattern(regexp = "one-time-code|account|conversation|digest")
            String category) {}

    /** @param why not, in one sentence; also of what is no address */
    @Serdeable
    @Schema(name = "SuppressionAnswer")
    record Answer(
            String address,
            boolean allowed,
            @Nullable String why,
            @Nullable By by) {}

    /** What caused it - which campaign, whose note - is left out: programs ask, too. */
    @Serdeable
    @Schema(name = "SuppressedBy")
    record By(
            @Schema(example = "everything") String scope,

            @Schema(allowableValues = {"bounce", "complaint", "unsubscribed", "providerList", "manual", "softBounces"})
            String reason,

            Instant since,
            @Nullable Instant until) {
        static By of(Suppressions.Active active) {
            return new By(active.scope().key(), Words.name(active.reason()), active.since(), active.until());
        }
    }

    @Post
    @Operation(
            operationId = "checkSuppressions",
            summary = "Whether up to 1,000 addresses may be written to, and why not",
            description =
                    "An API key asks about a category of notifications; campaigns are an administrator's to ask about.")
    Items<Answer> check(@Valid @Body Check check, Authentication authentication) {
        Purpose purpose = purpose(check, authentication.getRoles().contains(Roles.ADMINISTRATOR));
        Map<String, EmailAddress> read = new HashMap<>();
        for (String address : check.addresses()) {
            if (EmailAddress.read(address) instanceof EmailAddress.Valid(EmailAddress valid)) {
                read.put(address, valid);
            }
        }
        Map<RecipientId, Suppressions> known = find(
                read.values().stream().map(EmailAddress::recipientId).distinct().toList());
        return Items.all(check.addresses().stream()
                .map(address -> answer(address, read.get(address), known, purpose))
                .toList());
    }

    /** Who left which campaigns is nothing that a chat server needs to know. */
    private static Purpose purpose(Check check, boolean administrator) {
        if (!administrator && check.topic() != null) {
            throw ProblemException.invalid("topic", "is for administrators; an API key asks about a category");
        }
        if (check.category() != null) {
            return Category.of(check.category()).purpose();
        }
        if (!administrator) {
            throw ProblemException.invalid("category", "is missing: one-time-code, account, conversation or digest");
        }
        return new Purpose.CampaignMail(check.topic() == null ? "" : check.topic());
    }

    private Map<RecipientId, Suppressions> find(List<RecipientId> ids) {
        Map<RecipientId, Suppressions> known = new HashMap<>();
        for (int i = 0; i < ids.size(); i += TOGETHER) {
            known.putAll(suppressions.find(new ArrayList<>(ids.subList(i, Math.min(ids.size(), i + TOGETHER)))));
        }
        return known;
    }

    private Answer answer(
            String text, @Nullable EmailAddress address, Map<RecipientId, Suppressions> known, Purpose purpose) {
        if (address == null) {
            String why = EmailAddress.read(text) instanceof EmailAddress.Invalid(String problem) ? problem : "";
            return new Answer(text, false, "the address " + why, null);
        }
        Suppressions ours = known.getOrDefault(address.recipientId(), Suppressions.none(address));
        return switch (ours.decide(purpose, clock.instant(), policy)) {
            case Suppressions.Allowed() -> new Answer(text, true, null, null);
            case Suppressions.Refused(Suppressions.Active by) -> new Answer(text, false, by.words(), By.of(by));
        };
    }
}
