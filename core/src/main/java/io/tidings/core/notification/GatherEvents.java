package io.tidings.core.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of a notification is still wanted: of a gathering the events that nobody called off, of any other all or nothing. */
final class GatherEvents {

    private final GatheringStore gatherings;
    private final CancellationStore cancellations;

    GatherEvents(GatheringStore gatherings, CancellationStore cancellations) {
        this.gatherings = gatherings;
        this.cancellations = cancellations;
    }

    /** The letter with its events filled in; empty when it was called off. A gathering must be closed before. */
    Optional<Letter> wanted(Notification notification) {
        return notification.gathers() ? wantedEvents(notification) : wantedAlone(notification);
    }

    private Optional<Letter> wantedAlone(Notification notification) {
        String key = notification.terms().cancelKey();
        return key != null && calledOff(cancellations.find(List.of(key)).get(key), notification.createdAt())
                ? Optional.empty()
                : Optional.of(notification.letter());
    }

    private Optional<Letter> wantedEvents(Notification notification) {
        List<Event> events = gatherings.events(notification.id());
        Map<String, Instant> off = cancellations.find(
                events.stream().map(Event::cancelKey).filter(Objects::nonNull).collect(Collectors.toSet()));
        List<Event> left = new ArrayList<>();
        for (Event event : events) {
            if (event.cancelKey() == null || !calledOff(off.get(event.cancelKey()), event.at())) {
                left.add(event);
            }
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(filled(notification.letter(), left));
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
