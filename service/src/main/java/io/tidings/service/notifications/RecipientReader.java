package io.tidings.service.notifications;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Contact;
import io.tidings.core.audience.ContactStore;
import io.tidings.service.notifications.NewNotification.NotificationRecipient;
import io.tidings.service.web.Problem.FieldError;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who it is for. */
@Singleton
final class RecipientReader {

    private final ContactStore contacts;

    RecipientReader(ContactStore contacts) {
        this.contacts = contacts;
    }

    /** @param zone where it is known now; else it is looked up when quiet hours matter */
    record Found(EmailAddress address, @Nullable ZoneId zone) {}

    @Nullable
    Found read(NotificationRecipient recipient, List<FieldError> mistakes) {
        Optional<ZoneId> zone = RequestReader.zone(recipient.timeZone());
        if (recipient.timeZone() != null && zone.isEmpty()) {
            mistakes.add(new FieldError("recipient.timeZone", "is no time zone; they are named like Europe/Zurich"));
        }
        if (recipient.email() != null && recipient.contactId() != null) {
            mistakes.add(new FieldError("recipient.contactId", "give either email or contactId, not both"));
            return null;
        }
        if (recipient.contactId() != null) {
            return contact(recipient.contactId(), zone.orElse(null), mistakes);
        }
        String email = recipient.email() == null ? "" : recipient.email();
        return switch (EmailAddress.read(email)) {
            case EmailAddress.Valid(EmailAddress address) -> new Found(address, zone.orElse(null));
            case EmailAddress.Invalid(String why) -> {
                mistakes.add(new FieldError("recipient.email", why));
                yield null;
            }
        };
    }

    private @Nullable Found contact(String id, @Nullable ZoneId zone, List<FieldError> mistakes) {
        Contact contact = id(id).flatMap(contacts::find).orElse(null);
        if (contact == null) {
            mistakes.add(new FieldError("recipient.contactId", "no such contact"));
            return null;
        }
        return new Found(
                contact.address(),
                zone == null
                        ? RequestReader.zone(contact.attributes().get("timeZone"))
                                .orElse(null)
                        : zone);
    }

    private static Optional<RecipientId> id(String text) {
        try {
            return Optional.of(new RecipientId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
