package io.tidings.core.suppression;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

public interface SuppressionStore {

    /** Read fresh, never from a cache: those of the given addresses of which something is known. At most 50. */
    Map<RecipientId, Suppressions> find(Collection<RecipientId> ids);

    /** Stores the next revision of what was read; false when somebody else changed it since. */
    boolean replace(Suppressions seen, Suppressions next);

    /**
     * All of which something is known, in the order of their addresses, in small letters.
     *
     * @param prefix what the address begins with
     * @param cursor the page before ended with it
     */
    Page<Suppressions> list(String prefix, @Nullable String cursor, int limit);

    default Suppressions find(EmailAddress address) {
        RecipientId id = address.recipientId();
        return find(List.of(id)).getOrDefault(id, Suppressions.none(address));
    }

    /** Changes only add, so whoever is late adds to what the quicker one stored. */
    default Suppressions change(EmailAddress address, UnaryOperator<Suppressions> change) {
        for (int tries = 0; tries < 100; tries++) {
            Suppressions before = find(address);
            Suppressions after = change.apply(before);
            if (after.equals(before) || replace(before, after)) {
                return after;
            }
        }
        throw new IllegalStateException("after 100 tries others still write the same suppression");
    }

    default void add(Suppression suppression) {
        change(suppression.address(), known -> known.with(suppression));
    }
}
