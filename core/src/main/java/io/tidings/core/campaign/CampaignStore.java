package io.tidings.core.campaign;

import java.util.List;
import java.util.Optional;

public interface CampaignStore {

    void add(Campaign campaign);

    Optional<Campaign> find(String id);

    /** Newest first. */
    List<Campaign> list();

    /** Those launching or sending: few, however many have ended. */
    List<Campaign> underWay();

    /** Replaces the revision just before this one; false when somebody else changed the campaign meanwhile. */
    boolean replace(Campaign next);
}
