package io.tidings.core.sending;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Audience;
import org.jspecify.annotations.Nullable;

/** How far people were looked through, shard by shard and in the order of their ids. */
record PlaceInShard(int shard, @Nullable RecipientId after) {

    static final PlaceInShard START = new PlaceInShard(0, null);

    static PlaceInShard read(@Nullable String cursor) {
        if (cursor == null) {
            return START;
        }
        int dot = cursor.indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("not a cursor");
        }
        int shard = Integer.parseInt(cursor.substring(0, dot));
        String after = cursor.substring(dot + 1);
        if (shard < 0) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new PlaceInShard(shard, after.isEmpty() ? null : new RecipientId(after));
    }

    PlaceInShard passed(RecipientId id) {
        return new PlaceInShard(shard, id);
    }

    PlaceInShard nextShard() {
        return new PlaceInShard(shard + 1, null);
    }

    boolean isEnd() {
        return shard >= Audience.SHARDS;
    }

    @Override
    public String toString() {
        RecipientId last = after;
        return shard + "." + (last == null ? "" : last.value());
    }
}
