package io.tidings.service.suppressions;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.suppression.Purpose;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.suppression.Suppressions;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Items;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/suppressions/check")
@Secured(Roles.ADMINISTRATOR)
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

    /**
     * @param topic of which campaign mail; without one, and without a category, of a campaign of any topic
     * @param category of which notification
     */
    @Serdeable
    @Schema(name = "SuppressionCheck")
    record Check(
            @NotEmpty @Size(max = 1_000) List<@NotNull @Size(max = 320) String> addresses,

            @Nullable @Pattern(regexp = "[a-z0-9-]{1,40}") String topic,

            @Nullable @Size(max = 40) String category) {}

    /** @param why not, in one sentence; also of what is no address */
    @Serdeable
    @Schema(name = "SuppressionAnswer")
    record Answer(String address, boolean allowed, @Nullable String why, SuppressionView.@Nullable Stopping by) {}

    @Post
    @Operation(
            operationId = "checkSuppressions",
            summary = "Whether up to 1,000 addresses may be written to, and why not")
    Items<Answer> check(@Valid @Body Check check) {
        Purpose purpose = check.category() != null
                ? new Purpose.NotificationMail(check.category())
                : new Purpose.CampaignMail(check.topic() == null ? "" : check.topic());
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
            case Suppressions.Refused(Suppressions.Active by) ->
                new Answer(text, false, by.words(), SuppressionView.Stopping.of(by));
        };
    }
}
