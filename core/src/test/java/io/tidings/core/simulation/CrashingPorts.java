package io.tidings.core.simulation;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.contract.Ports;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchKey;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Origin;
import io.tidings.core.sending.PlanStore;
import io.tidings.core.sending.ShardPlan;
import io.tidings.core.statistics.CounterChanges;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stores of the engine, each write of which may be somebody's last. */
record CrashingPorts(Ports ports, Crash.Dice dice) {

    MessageLedger ledger() {
        MessageLedger ledger = ports.ledger();
        return new MessageLedger() {
            @Override
            public Map<Key, Message> find(Collection<Key> keys) {
                return ledger.find(keys);
            }

            @Override
            public Written write(Entry entry) {
                return dice.around(() -> ledger.write(entry));
            }

            @Override
            public int capacity() {
                return ledger.capacity();
            }

            @Override
            public Page<Message> wentWrong(Origin origin, FactKind outcome, @Nullable String cursor, int limit) {
                return ledger.wentWrong(origin, outcome, cursor, limit);
            }

            @Override
            public Page<Message> of(RecipientId recipient, @Nullable String cursor, int limit) {
                return ledger.of(recipient, cursor, limit);
            }
        };
    }

    BatchStore batches() {
        BatchStore batches = ports.batches();
        return new BatchStore() {
            @Override
            public Optional<Batch> find(BatchKey key) {
                return batches.find(key);
            }

            @Override
            public List<Batch> open(String campaignId, int shard, int limit) {
                return batches.open(campaignId, shard, limit);
            }

            @Override
            public boolean replace(Batch seen, Batch next, CounterChanges counted) {
                return dice.around(() -> batches.replace(seen, next, counted));
            }
        };
    }

    PlanStore plans() {
        PlanStore plans = ports.plans();
        return new PlanStore() {
            @Override
            public boolean start(Campaign next, List<ShardPlan> shards, CounterChanges audience) {
                return dice.around(() -> plans.start(next, shards, audience));
            }

            @Override
            public boolean restart(
                    Campaign next, List<ShardPlan> seen, List<ShardPlan> again, CounterChanges audience) {
                return dice.around(() -> plans.restart(next, seen, again, audience));
            }

            @Override
            public List<ShardPlan> find(String campaignId) {
                return plans.find(campaignId);
            }

            @Override
            public boolean advance(ShardPlan seen, ShardPlan next, @Nullable Batch planned) {
                return dice.around(() -> plans.advance(seen, next, planned));
            }
        };
    }
}
