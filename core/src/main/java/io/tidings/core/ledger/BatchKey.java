package io.tidings.core.ledger;

/** A batch is known by where it was planned, so planning twice plans once. */
public record BatchKey(String campaignId, int shard, long number) {

    @Override
    public String toString() {
        return campaignId + '/' + shard + '/' + number;
    }
}
