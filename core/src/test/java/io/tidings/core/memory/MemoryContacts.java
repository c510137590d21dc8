package io.tidings.core.memory;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Contact;
import io.tidings.core.audience.ContactStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class MemoryContacts implements ContactStore {

    private final Map<RecipientId, Contact> contacts = new HashMap<>();

    @Override
    public synchronized void upsert(List<Contact> more) {
        for (Contact contact : more) {
            contacts.merge(contact.id(), contact, (before, now) -> {
                Map<String, String> attributes = new HashMap<>(before.attributes());
                attributes.putAll(now.attributes());
                return new Contact(now.address(), attributes, before.createdAt());
            });
        }
    }

    @Override
    public synchronized Optional<Contact> find(RecipientId id) {
        return Optional.ofNullable(contacts.get(id));
    }

    @Override
    public synchronized Map<RecipientId, Contact> find(Collection<RecipientId> ids) {
        Map<RecipientId, Contact> found = new HashMap<>();
        ids.forEach(id -> find(id).ifPresent(contact -> found.put(id, contact)));
        return found;
    }
}
