package io.tidings.service.access;

import io.tidings.service.wiring.RateLimitSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A bucket for each API key: it fills at a steady rate, and each request takes one out. Each process counts for itself. */
@Singleton
final class RateLimits {

    private static final double NANOS = 1_000_000_000;

    private final RateLimitSettings settings;
    private final InstantSource clock;
    /** Keys are few: only those that exist come here. */
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimits(RateLimitSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param left how many more requests may come now
     * @param delay until the next one may, when this one may not
     */
    record Taken(boolean allowed, long left, Duration delay) {}

    Taken take(String key) {
        Instant now = clock.instant();
        return buckets.computeIfAbsent(key, _ -> new Bucket(now)).take(now);
    }

    private final class Bucket {
        private double left = settings.burst();
        private Instant filledAt;

        Bucket(Instant now) {
            filledAt = now;
        }

        synchronized Taken take(Instant now) {
            if (now.isAfter(filledAt)) {
                double seconds = Duration.between(filledAt, now).toNanos() / NANOS;
                left = Math.min(settings.burst(), left + seconds * settings.perSecond());
                filledAt = now;
            }
            if (left < 1) {
                return new Taken(false, 0, Duration.ofNanos((long) ((1 - left) / settings.perSecond() * NANOS)));
            }
            left--;
            return new Taken(true, (long) left, Duration.ZERO);
        }
    }
}
