package io.tidings.core.memory;

import io.tidings.core.campaign.Campaign;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchKey;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.sending.PlanStore;
import io.tidings.core.sending.ShardPlan;
import io.tidings.core.statistics.CounterChanges;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class MemoryBatches implements BatchStore {

    private final Map<BatchKey, Batch> batches = new HashMap<>();
    private final Map<String, ShardPlan> plans = new HashMap<>();
    private final MemoryCampaigns campaigns;
    private final MemoryStatistics statistics;

    MemoryBatches(MemoryCampaigns campaigns, MemoryStatistics statistics) {
        this.campaigns = campaigns;
        this.statistics = statistics;
    }

    @Override
    public synchronized Optional<Batch> find(BatchKey key) {
        return Optional.ofNullable(batches.get(key));
    }

    @Override
    public synchronized List<Batch> open(String campaignId, int shard, int limit) {
        return batches.values().stream()
                .filter(batch -> batch.key().campaignId().equals(campaignId)
                        && batch.key().shard() == shard)
                .sorted(Comparator.comparing(batch -> batch.key().number()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean replace(Batch seen, Batch next, CounterChanges counted) {
        Batch now = batches.get(seen.key());
        if (now == null || !now.isAs(seen)) {
            return false;
        }
        if (next.empty()) {
            batches.remove(next.key());
        } else {
            batches.put(next.key(), next);
        }
        statistics.add(counted);
        return true;
    }

    PlanStore plans() {
        return new Plans();
    }

    private final class Plans implements PlanStore {

        @Override
        public boolean start(Campaign next, List<ShardPlan> shards, CounterChanges audience) {
            synchronized (MemoryBatches.this) {
                if (shards.stream().anyMatch(plan -> plans.containsKey(key(plan))) || !campaigns.replace(next)) {
                    return false;
                }
                shards.forEach(plan -> plans.put(key(plan), plan));
                statistics.add(audience);
                return true;
            }
        }

        @Override
        public boolean restart(Campaign next, List<ShardPlan> seen, List<ShardPlan> again, CounterChanges audience) {
            synchronized (MemoryBatches.this) {
                if (!seen.stream().allMatch(this::isLatest) || !campaigns.replace(next)) {
                    return false;
                }
                again.forEach(plan -> plans.put(key(plan), plan));
                statistics.add(audience);
                return true;
            }
        }

        private boolean isLatest(ShardPlan seen) {
            ShardPlan now = plans.get(key(seen));
            return now != null && now.step() == seen.step() && now.batches() == seen.batches();
        }

        @Override
        public List<ShardPlan> find(String campaignId) {
            synchronized (MemoryBatches.this) {
                return plans.values().stream()
                        .filter(plan -> plan.campaignId().equals(campaignId))
                        .sorted(Comparator.comparing(ShardPlan::shard))
                        .toList();
            }
        }

        @Override
        public boolean advance(ShardPlan seen, ShardPlan next, List<Batch> planned) {
            synchronized (MemoryBatches.this) {
                if (!isLatest(seen)) {
                    return false;
                }
                plans.put(key(next), next);
                planned.forEach(batch -> batches.put(batch.key(), batch));
                return true;
            }
        }

        private static String key(ShardPlan plan) {
            return plan.campaignId() + "#" + plan.shard();
        }
    }
}
