package io.tidings.service.addresses;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.audience.Audience;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.audience.Contact;
import io.tidings.core.audience.ContactStore;
import io.tidings.core.audience.Page;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.suppression.Purpose;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.suppression.Suppressions;
import io.tidings.service.access.Roles;
import io.tidings.service.suppressions.SuppressionView;
import io.tidings.service.web.PathAddress;
import io.tidings.service.web.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/addresses")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Addresses")
class AddressController {

    private final MessageLedger ledger;
    private final SuppressionStore suppressions;
    private final SuppressionPolicy policy;
    private final ContactStore contacts;
    private final AudienceStore audiences;
    private final Entries entries;
    private final InstantSource clock;

    AddressController(
            MessageLedger ledger,
            SuppressionStore suppressions,
            SuppressionPolicy policy,
            ContactStore contacts,
            AudienceStore audiences,
            Entries entries,
            InstantSource clock) {
        this.ledger = ledger;
        this.suppressions = suppressions;
        this.policy = policy;
        this.contacts = contacts;
        this.audiences = audiences;
        this.entries = entries;
        this.clock = clock;
    }

    @Get("/{email:[^/]+}")
    @Operation(
            operationId = "getAddress",
            summary =
                    "Everything sent or not sent to an address, with rule, evidence and next step; also of one never seen")
    AddressView get(
            String email,
            @Nullable @QueryValue @Size(max = 500) String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(100) int limit) {
        EmailAddress address = switch (PathAddress.read(email)) {
            case EmailAddress.Valid(EmailAddress valid) -> valid;
            case EmailAddress.Invalid(String why) -> throw ProblemException.invalid("email", why);
        };
        Instant now = clock.instant();
        Suppressions known = suppressions.find(address);
        Contact contact = contacts.find(address.recipientId()).orElse(null);
        Page<Message> messages = page(address, cursor, limit);
        boolean seen =
                contact != null || known.revision() > 0 || !messages.items().isEmpty() || cursor != null;
        AddressView.MayGet campaigns = mayGet(known, new Purpose.CampaignMail(""), now);
        AddressView.MayGet notifications = mayGet(known, new Purpose.NotificationMail(""), now);
        List<Suppressions.Active> active = known.active(now, policy);
        return new AddressView(
                address.toString(),
                address.recipientId().value(),
                seen,
                Advice.summary(seen, active, notifications.allowed()),
                Advice.nextStep(seen, contact != null, active, messages.items()),
                card(address, contact),
                campaigns,
                notifications,
                SuppressionView.of(known, now, policy),
                entries.of(messages.items()),
                messages.next());
    }

    private Page<Message> page(EmailAddress address, @Nullable String cursor, int limit) {
        try {
            return ledger.of(address.recipientId(), cursor, limit);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw ProblemException.invalid("cursor", "is not one that this list gave; begin without one");
        }
    }

    private AddressView.MayGet mayGet(Suppressions known, Purpose purpose, Instant now) {
        return switch (known.decide(purpose, now, policy)) {
            case Suppressions.Allowed() -> new AddressView.MayGet(true, null);
            case Suppressions.Refused(Suppressions.Active by) -> new AddressView.MayGet(false, by.words());
        };
    }

    private AddressView.ContactCard card(EmailAddress address, @Nullable Contact contact) {
        List<Audience> all = audiences.list();
        Map<String, Instant> joined = audiences.memberships(
                address.recipientId(), all.stream().map(Audience::id).toList());
        return new AddressView.ContactCard(
                contact != null,
                contact == null ? null : contact.createdAt(),
                contact == null ? Map.of() : contact.attributes(),
                all.stream()
                        .filter(audience -> joined.containsKey(audience.id()))
                        .map(audience -> new AddressView.Membership(
                                audience.id(), audience.name(), Objects.requireNonNull(joined.get(audience.id()))))
                        .toList());
    }
}
