package io.tidings.service.live;

import io.micronaut.http.sse.Event;
import io.tidings.service.campaigns.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Sinks;

/** One open connection, and what it was told last. Used by the poller's thread alone, but for its publisher. */
final class Listener {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** A login may end while somebody listens: whoever still may, comes back. */
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** Whoever asked and does not read by then has gone. */
    private static final Duration BEGINS_TO_READ = Duration.ofSeconds(10);
    /** For the browser, when the connection breaks. */
    private static final Duration RETRY = Duration.ofSeconds(3);
    /** Of a reader that is slow; one that falls behind further is sent away, and comes back. */
    private static final int MOST_UNREAD = 256;

    private static final Set<String> UNDER_WAY = Set.of("launching", "sending");

    private final @Nullable String campaign;
    private final Instant since;
    private final Sinks.Many<Event<?>> sink =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_UNREAD));
    private final Map<String, Progress> told = new HashMap<>();
    private Instant lastBeat = Instant.EPOCH;
    private boolean gone;

    Listener(@Nullable String campaign, Instant now) {
        this.campaign = campaign;
        this.since = now;
    }

    Publisher<Event<?>> events(Runnable onEnd) {
        return sink.asFlux().doFinally(_ -> onEnd.run());
    }

    @Nullable
    String campaign() {
        return campaign;
    }

    /** Only what changed is told: a campaign that stands still is silent but for the heartbeat. */
    void tell(Progress progress) {
        Progress before = told.put(progress.campaignId(), progress);
        if (before == null || !before.state().equals(progress.state())) {
            emit(Event.of(progress).name("state"));
        } else if (!before.books().equals(progress.books()) || before.rate() != progress.rate()) {
            emit(Event.of(progress).name("progress"));
        }
        if (campaign == null && !UNDER_WAY.contains(progress.state())) {
            told.remove(progress.campaignId());
        }
    }

    /** Those it was told of that are no longer under way: each has one more change to be told, how it ended. */
    Set<String> endedSince(Set<String> underWay) {
        Set<String> ended = new HashSet<>(told.keySet());
        ended.removeAll(underWay);
        return ended;
    }

    void beat(Instant now) {
        if (!lastBeat.plus(HEARTBEAT).isAfter(now)) {
            lastBeat = now;
            emit(Event.of(Map.of("asOf", now.toString())).name("heartbeat").retry(RETRY));
        }
        boolean neverRead =
                sink.currentSubscriberCount() == 0 && since.plus(BEGINS_TO_READ).isBefore(now);
        if (neverRead || since.plus(LONGEST).isBefore(now)) {
            close();
        }
    }

    private void emit(Event<?> event) {
        if (sink.tryEmitNext(event).isFailure()) {
            close();
        }
    }

    void close() {
        gone = true;
        sink.tryEmitComplete();
    }

    boolean gone() {
        return gone;
    }
}
