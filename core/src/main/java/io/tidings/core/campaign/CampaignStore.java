package io.tidings.core.campaign;

import io.tidings.core.audience.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public interface CampaignStore {

    void add(Campaign campaign);

    Optional<Campaign> find(String id);

    /**
     * Those that are archived, or those that are not; of one state, where one is given. Newest first. A page may be short before the
     * last one.
     */
    Page<Campaign> list(boolean archived, @Nullable CampaignState state, @Nullable String cursor, int limit);

    /** Those launching or sending: few, however many have ended. */
    List<Campaign> underWay();

    /** Those scheduled for {@code now} or earlier. */
    List<Campaign> due(Instant now);

    /** Replaces the revision just before this one; false when somebody else changed the campaign meanwhile. */
    boolean replace(Campaign next);

    /** Those that came into states nobody was told of yet; one that did just now may be missing for a moment. */
    List<Campaign> untold();

    /** Everybody was told of what {@code seen} carries. What somebody else changed meanwhile comes again. */
    void told(Campaign seen);
}
