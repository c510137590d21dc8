package io.tidings.core.audience;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import java.time.Instant;
import java.util.Map;

/** A person we may write to. The id follows from the address, so importing somebody twice is importing them once. */
public record Contact(EmailAddress address, Map<String, String> attributes, Instant createdAt) {

    public Contact {
        attributes = Map.copyOf(attributes);
    }

    public RecipientId id() {
        return address.recipientId();
    }
}
