package io.tidings.core.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a notification may be sent.
 *
 * @param notBefore when its turn comes: at once, at a time that was asked for, or when its window ends
 * @param expiresAt from then on it is worth nothing
 * @param collapseKey of a gathering: under which key its events come together
 * @param cancelKey under which it can be called off
 * @param quietHours in place of the account's
 * @param zone the recipient's, where the program knows it
 * @param reference the program's own name for it
 */
public record Terms(
        Category category,
        Priority priority,
        Instant notBefore,
        Instant expiresAt,
        @Nullable String collapseKey,
        @Nullable String cancelKey,
        @Nullable QuietHours quietHours,
        @Nullable ZoneId zone,
        @Nullable String reference,
        List<String> tags) {

    public Terms {
        tags = List.copyOf(tags);
    }
}
