package io.tidings.core.audience;

import io.tidings.core.address.RecipientId;
import java.time.Instant;

/** A named set of contacts. Its members lie in a fixed number of shards, read and planned in parallel. */
public record Audience(String id, String name, long contacts, Instant createdAt) {

    public static final int SHARDS = 8;

    public static int shardOf(RecipientId contact) {
        return contact.shard(SHARDS);
    }
}
