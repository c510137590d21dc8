package io.tidings.aws.dynamodb;

import io.tidings.core.notification.NotificationStore;
import io.tidings.core.notification.Priority;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Where waiting notifications stand in their index: by priority and shard, in the order of their time. */
final class Due {

    static final String INDEX = "due";
    static final String PARTITION = "waits";
    static final String SORT = "dueAt";

    /** Always as long, so that the order of the texts is that of the times. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final char SWEEPS = '#';

    private Due() {}

    record Place(Priority priority, int shard) {
        String key() {
            return priority.key() + "#" + shard;
        }
    }

    static Place place(String id, Priority priority) {
        return new Place(priority, Math.floorMod(id.hashCode(), NotificationStore.SHARDS));
    }

    static String sort(Instant due, int sweeps) {
        return TIME.format(due) + SWEEPS + sweeps;
    }

    /** Greater than all that are due at that time or before. */
    static String after(Instant now) {
        return TIME.format(now) + (char) (SWEEPS + 1);
    }

    static Instant time(String sort) {
        return Instant.parse(sort.substring(0, sort.indexOf(SWEEPS)));
    }

    static int sweeps(String sort) {
        return Integer.parseInt(sort.substring(sort.indexOf(SWEEPS) + 1));
    }
}
