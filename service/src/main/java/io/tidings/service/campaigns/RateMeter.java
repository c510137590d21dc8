package io.tidings.service.campaigns;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How fast a count grew over the last seconds, from the readings the UI asks for anyway. */
@Singleton
class RateMeter {

    private static final Duration WINDOW = Duration.ofSeconds(8);
    private static final int MOST_CAMPAIGNS = 200;

    private final Map<String, Deque<Reading>> readings = new ConcurrentHashMap<>();

    private record Reading(Instant at, long count) {}

    double rate(String campaignId, long count, Instant now) {
        if (readings.size() > MOST_CAMPAIGNS) {
            readings.clear();
        }
        Deque<Reading> recent = readings.computeIfAbsent(campaignId, _ -> new ArrayDeque<>());
        synchronized (recent) {
            recent.addLast(new Reading(now, count));
            while (recent.size() > 2 && recent.peekFirst().at().plus(WINDOW).isBefore(now)) {
                recent.removeFirst();
            }
            Reading first = recent.peekFirst();
            double seconds = Duration.between(first.at(), now).toMillis() / 1000.0;
            return seconds < 0.5 ? 0 : Math.max(0, (count - first.count()) / seconds);
        }
    }
}
