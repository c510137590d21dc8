package io.tidings.core.notification;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that a gathering tells of.
 *
 * @param cancelKey under which it alone can be called off
 * @param size how many characters its data has
 */
public record Event(
        String id,
        Instant at,
        Map<String, ?> data,
        @Nullable String cancelKey,
        int size) {}
