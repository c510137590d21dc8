package io.tidings.service.live;

import io.micronaut.http.sse.Event;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.service.campaigns.Progress;
import io.tidings.service.campaigns.ProgressReader;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells all who listen. However many they are, one thread reads each campaign that somebody watches, once a second, and it runs only
 * while somebody listens.
 */
@Singleton
final class LiveFeed {

    static final int MOST_LISTENERS = 200;
    static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final CampaignStore campaigns;
    private final ProgressReader progress;
    private final InstantSource clock;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread poller;
    private boolean stopped;

    LiveFeed(CampaignStore campaigns, ProgressReader progress, InstantSource clock) {
        this.campaigns = campaigns;
        this.progress = progress;
        this.clock = clock;
    }

    /** @return nothing when there is no place for one more */
    synchronized Optional<Publisher<Event<?>>> join(@Nullable String campaign) {
        if (stopped || listeners.size() >= MOST_LISTENERS) {
            return Optional.empty();
        }
        Listener listener = new Listener(campaign, clock.instant());
        listeners.add(listener);
        if (poller == null) {
            poller = Thread.ofVirtual().name("live").start(this::poll);
        }
        return Optional.of(listener.events(() -> listeners.remove(listener)));
    }

    int listeners() {
        return listeners.size();
    }

    private void poll() {
        while (!idle()) {
            try {
                look();
            } catch (RuntimeException e) {
                LOG.warn("live progress could not be read, and is read again in {}: {}", BETWEEN_LOOKS, e.toString());
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized boolean idle() {
        if (listeners.isEmpty() || stopped) {
            poller = null;
            return true;
        }
        return false;
    }

    private void look() {
        Instant now = clock.instant();
        listeners.forEach(listener -> listener.beat(now));
        listeners.removeIf(Listener::gone);
        Map<String, Campaign> underWay = new LinkedHashMap<>();
        if (listeners.stream().anyMatch(listener -> listener.campaign() == null)) {
            campaigns.underWay().forEach(campaign -> underWay.put(campaign.id(), campaign));
        }
        Map<String, Progress> seen = new LinkedHashMap<>();
        for (Listener listener : listeners) {
            for (String id : wanted(listener, underWay.keySet())) {
                Progress read = seen.computeIfAbsent(id, _ -> read(id, underWay.get(id)));
                if (read != null) {
                    listener.tell(read);
                }
            }
        }
    }

    private static Set<String> wanted(Listener listener, Set<String> underWay) {
        String campaign = listener.campaign();
        if (campaign != null) {
            return Set.of(campaign);
        }
        Set<String> wanted = new HashSet<>(underWay);
        wanted.addAll(listener.endedSince(underWay));
        return wanted;
    }

    private @Nullable Progress read(String id, @Nullable Campaign known) {
        return Optional.ofNullable(known)
                .or(() -> campaigns.find(id))
                .map(progress::read)
                .orElse(null);
    }

    @PreDestroy
    synchronized void stop() {
        stopped = true;
        listeners.forEach(Listener::close);
        listeners.clear();
        if (poller != null) {
            poller.interrupt();
        }
    }
}
