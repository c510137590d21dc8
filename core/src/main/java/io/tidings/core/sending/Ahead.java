package io.tidings.core.sending;

import io.tidings.core.ledger.Batch;

/**
 * How far ahead of the sender a campaign is fed. The batches that lie ready are what the sender chooses from, so they are in proportion
 * to the campaigns' shares; and a campaign that may send little has small batches, so that none is long in work.
 *
 * @param batches how many of them
 * @param people how many there are in each
 */
record Ahead(int batches, int people) {

    private static final double LEAST_SECONDS = 4;
    private static final double MOST_SECONDS = 8;
    /** A slow account is fed for longer ahead, so that small shares of it still are whole batches. */
    private static final double PEOPLE_OF_A_SLOW_ACCOUNT = 800;

    /** So many batches, when they need not be full: two for each shard. */
    private static final int USUAL_BATCHES = 16;

    static final int MOST_BATCHES = 512;

    static Ahead of(double share, double accountRate) {
        double seconds = Math.clamp(PEOPLE_OF_A_SLOW_ACCOUNT / accountRate, LEAST_SECONDS, MOST_SECONDS);
        double wanted = share * seconds;
        // Rounded down, so that the pacer's longest grant is enough for a batch.
        int people = Math.clamp((long) (wanted / USUAL_BATCHES), 1, Batch.MOST);
        int batches = (int) Math.clamp(Math.ceil(wanted / people), 1, MOST_BATCHES);
        return new Ahead(batches, people);
    }

    /** @param place of the shard among those that have people left to feed */
    int batchesInShard(int place, int shards) {
        return batches / shards + (place < batches % shards ? 1 : 0);
    }
}
