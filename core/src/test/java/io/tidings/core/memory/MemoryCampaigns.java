package io.tidings.core.memory;

import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.CampaignStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class MemoryCampaigns implements CampaignStore {

    private final Map<String, Campaign> campaigns = new HashMap<>();

    @Override
    public synchronized void add(Campaign campaign) {
        campaigns.put(campaign.id(), campaign);
    }

    @Override
    public synchronized Optional<Campaign> find(String id) {
        return Optional.ofNullable(campaigns.get(id));
    }

    @Override
    public synchronized Page<Campaign> list(
            boolean archived, @Nullable CampaignState state, @Nullable String cursor, int limit) {
        List<Campaign> all = campaigns.values().stream()
                .filter(campaign -> campaign.archived() == archived)
                .filter(campaign -> state == null || campaign.state() == state)
                .sorted(Comparator.comparing(Campaign::createdAt)
                        .thenComparing(Campaign::id)
                        .reversed())
                .toList();
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(all.size(), from + limit);
        return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
    }

    @Override
    public synchronized List<Campaign> underWay() {
        return campaigns.values().stream()
                .filter(campaign -> campaign.state().underWay())
                .toList();
    }

    @Override
    public synchronized List<Campaign> due(Instant now) {
        return campaigns.values().stream()
                .filter(campaign -> campaign.state() == CampaignState.SCHEDULED)
                .filter(campaign ->
                        campaign.schedule() != null && !campaign.schedule().at().isAfter(now))
                .toList();
    }

    @Override
    public synchronized boolean replace(Campaign next) {
        Campaign now = campaigns.get(next.id());
        if (now == null || now.revision() != next.revision() - 1) {
            return false;
        }
        campaigns.put(next.id(), next);
        return true;
    }

    @Override
    public synchronized List<Campaign> untold() {
        return campaigns.values().stream()
                .filter(campaign -> !campaign.untold().isEmpty())
                .toList();
    }

    @Override
    public synchronized void told(Campaign seen) {
        campaigns.computeIfPresent(seen.id(), (_, now) -> now.revision() == seen.revision() ? now.toldOfAll() : now);
    }
}
