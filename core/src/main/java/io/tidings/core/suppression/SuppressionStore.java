package io.tidings.core.suppression;

import io.tidings.core.address.RecipientId;
import java.util.Collection;
import java.util.Map;

public interface SuppressionStore {

    /** The first reason stays: what came later changes nothing. */
    void add(Suppression suppression);

    /** Read fresh, never from a cache: those of the given addresses that are suppressed. At most 50. */
    Map<RecipientId, Suppression> find(Collection<RecipientId> ids);
}
