package io.tidings.service.access;

import io.tidings.core.access.AccessStore;
import io.tidings.core.access.ApiKey;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** API keys as they were a second ago: a chat server asks with the same one hundreds of times in it. */
@Singleton
final class RecentKeys {

    private static final Duration AS_OLD_AS = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final AccessStore access;
    private final InstantSource clock;
    private final Map<String, Seen> recent = new ConcurrentHashMap<>();

    RecentKeys(AccessStore access, InstantSource clock) {
        this.access = access;
        this.clock = clock;
    }

    private record Seen(ApiKey key, Instant until) {}

    Optional<ApiKey> find(String id) {
        Instant now = clock.instant();
        Seen seen = recent.get(id);
        if (seen != null && now.isBefore(seen.until())) {
            return Optional.of(seen.key());
        }
        Optional<ApiKey> found = access.key(id);
        if (recent.size() >= MOST) {
            recent.clear();
        }
        found.ifPresentOrElse(key -> recent.put(id, new Seen(key, now.plus(AS_OLD_AS))), () -> recent.remove(id));
        return found;
    }
}
