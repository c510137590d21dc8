package io.tidings.core.memory;

import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignStore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    public synchronized List<Campaign> list() {
        return campaigns.values().stream()
                .sorted(Comparator.comparing(Campaign::createdAt).reversed())
                .toList();
    }

    @Override
    public synchronized List<Campaign> underWay() {
        return list().stream().filter(campaign -> campaign.state().underWay()).toList();
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
}
