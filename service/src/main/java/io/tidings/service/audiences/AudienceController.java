package io.tidings.service.audiences;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Audience;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.audience.Contact;
import io.tidings.core.audience.ContactStore;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Ids;
import io.tidings.service.web.Items;
import io.tidings.service.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/audiences")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Audiences")
class AudienceController {

    private final AudienceStore audiences;
    private final ContactStore contacts;
    private final InstantSource clock;

    AudienceController(AudienceStore audiences, ContactStore contacts, InstantSource clock) {
        this.audiences = audiences;
        this.contacts = contacts;
        this.clock = clock;
    }

    @Serdeable
    @Schema(name = "Audience")
    record AudienceView(String id, String name, long contacts, Instant createdAt) {
        static AudienceView of(Audience audience) {
            return new AudienceView(audience.id(), audience.name(), audience.contacts(), audience.createdAt());
        }
    }

    @Serdeable
    @Schema(name = "NewAudience")
    record NewAudience(@NotBlank @Size(max = 200) String name) {}

    @Serdeable
    @Schema(name = "Contact")
    record ContactView(String id, String email, Map<String, String> attributes, Instant createdAt) {
        static ContactView of(Contact contact) {
            // In one order for everybody, so that a table of contacts has the same columns every time.
            return new ContactView(
                    contact.id().value(),
                    contact.address().toString(),
                    new TreeMap<>(contact.attributes()),
                    contact.createdAt());
        }
    }

    @Get
    @Operation(operationId = "listAudiences", summary = "All audiences")
    Items<AudienceView> list() {
        return Items.all(audiences.list().stream().map(AudienceView::of).toList());
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "createAudience", summary = "A new, empty audience")
    AudienceView create(@Valid @Body NewAudience audience) {
        Audience made = new Audience(Ids.next(), audience.name().strip(), 0, clock.instant());
        audiences.add(made);
        return AudienceView.of(made);
    }

    @Get("/{id}")
    @Operation(operationId = "getAudience", summary = "One audience")
    AudienceView get(String id) {
        return AudienceView.of(find(id));
    }

    /** Shard by shard, in the order of their ids; the cursor says where in which shard to go on. */
    @Get("/{id}/contacts")
    @Operation(
            operationId = "listContacts",
            summary = "The members of an audience, page by page, or the one with an exact address")
    Items<ContactView> contacts(
            String id,
            @Nullable @QueryValue @Size(max = 320) String email,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(50) int limit) {
        Audience audience = find(id);
        if (email != null && !email.isBlank()) {
            return Items.all(member(audience, email).stream().toList());
        }
        ContactCursor at = ContactCursor.read(cursor);
        Instant now = clock.instant();
        List<RecipientId> found = new ArrayList<>();
        while (at.shard() < Audience.SHARDS && found.size() < limit) {
            int wanted = limit - found.size();
            List<RecipientId> ids = audiences.members(audience.id(), at.shard(), now, at.after(), wanted);
            found.addAll(ids);
            at = ids.size() < wanted
                    ? new ContactCursor(at.shard() + 1, null)
                    : new ContactCursor(at.shard(), ids.getLast());
        }
        return page(found, at.shard() < Audience.SHARDS ? at.toString() : null);
    }

    /** The key is derived from the address, so that the membership is one read, whatever the audience's size. */
    private Optional<ContactView> member(Audience audience, String email) {
        if (!(EmailAddress.read(email) instanceof EmailAddress.Valid(EmailAddress address))) {
            return Optional.empty();
        }
        RecipientId id = address.recipientId();
        ContactCursor at = ContactCursor.before(id);
        return audiences
                        .members(audience.id(), at.shard(), clock.instant(), at.after(), 1)
                        .contains(id)
                ? contacts.find(id).map(ContactView::of)
                : Optional.empty();
    }

    private Items<ContactView> page(List<RecipientId> ids, @Nullable String next) {
        Map<RecipientId, Contact> found = contacts.find(ids);
        return new Items<>(
                ids.stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .map(ContactView::of)
                        .toList(),
                next);
    }

    private Audience find(String id) {
        return audiences
                .find(Ids.checked("the audience", id))
                .orElseThrow(() -> ProblemException.notFound("the audience"));
    }
}
