package io.tidings.core.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of notifications is still wanted: of a gathering the events that nobody called off, of any other all or nothing. */
final class GatherEvents {

    private final GatheringStore gatherings;
    private final CancellationStore cancellations;

    GatherEvents(GatheringStore gatherings, CancellationStore cancellations) {
        this.gatherings = gatherings;
        this.cancellations = cancellations;
    }

    /** By id the letters of those that are wanted, with their events filled in. A gathering must be closed before. */
    Map<String, Letter> wanted(Collection<Notification> notifications) {
        Map<String, List<Event>> events = notifications.stream()
                .filter(Notification::gathers)
                .collect(Collectors.toMap(Notification::id, one -> gatherings.events(one.id())));
        Map<String, Instant> off = cancellations.find(Stream.concat(
                        notifications.stream().map(one -> one.terms().cancelKey()),
                        events.values().stream().flatMap(List::stream).map(Event::cancelKey))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<String, Letter> wanted = new HashMap<>();
        for (Notification one : notifications) {
            if (one.gathers()) {
                List<Event> left = events.getOrDefault(one.id(), List.of()).stream()
                        .filter(event -> !calledOff(off, event.cancelKey(), event.at()))
                        .toList();
                if (!left.isEmpty()) {
                    wanted.put(one.id(), filled(one.letter(), left));
                }
            } else if (!calledOff(off, one.terms().cancelKey(), one.createdAt())) {
                wanted.put(one.id(), one.letter());
            }
        }
        return wanted;
    }

    private static boolean calledOff(Map<String, Instant> off, @Nullable String key, Instant posted) {
        return key != null && calledOff(off.get(key), posted);
    }

    /** The first event's data, and all of them as a list. */
    static Letter filled(Letter letter, List<Event> events) {
        Map<String, Object> data = new HashMap<>(events.getFirst().data());
        data.put("events", events.stream().map(Event::data).toList());
        data.put("count", events.size());
        return letter.with(data);
    }

    /** Who posts an event after the key was called off means a new one. */
    static boolean calledOff(@Nullable Instant off, Instant posted) {
        return off != null && !posted.isAfter(off);
    }
}
