package io.tidings.core.suppression;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.audience.Page;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list that the provider keeps for the account: mail to who is on it is taken, charged, and not sent. */
public interface ProviderSuppressionList {

    /** @param complaint or else a bounce; there are no other reasons */
    record Listed(String address, boolean complaint, Instant since) {}

    Page<Listed> list(@Nullable String cursor, int limit);

    Optional<Listed> find(EmailAddress address);

    void put(EmailAddress address, boolean complaint);

    /** Nothing happens when it is not there. */
    void remove(EmailAddress address);
}
