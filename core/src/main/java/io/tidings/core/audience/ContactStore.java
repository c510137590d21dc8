package io.tidings.core.audience;

import io.tidings.core.address.RecipientId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public interface ContactStore {

    /** Attributes given replace those of the same name, others stay; the first import sets the creation date. */
    void upsert(List<Contact> contacts);

    Optional<Contact> find(RecipientId id);

    /** Those that exist, of at most 50. */
    Map<RecipientId, Contact> find(Collection<RecipientId> ids);
}
