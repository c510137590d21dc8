package io.tidings.core.memory;

import io.tidings.core.notification.Event;
import io.tidings.core.notification.GatheringStore;
import io.tidings.core.notification.KeyedAnswer;
import io.tidings.core.notification.Notification;
import io.tidings.core.notification.PostNotification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class MemoryGatherings implements GatheringStore {

    private final Map<Key, Open> open = new HashMap<>();
    private final Map<String, List<Event>> events = new HashMap<>();
    private final MemoryNotifications notifications;

    MemoryGatherings(MemoryNotifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public Optional<Open> find(Key key) {
        synchronized (notifications) {
            return Optional.ofNullable(open.get(key));
        }
    }

    @Override
    public Joined join(Open seen, Event event, @Nullable KeyedAnswer answer) {
        synchronized (notifications) {
            Open now = open.get(seen.key());
            if (now == null
                    || !now.id().equals(seen.id())
                    || now.events() >= PostNotification.MOST_EVENTS
                    || now.size() + event.size() > PostNotification.MOST_SIZE) {
                return new Moved();
            }
            if (!notifications.keep(answer)) {
                return new KeyUsed();
            }
            open.put(
                    now.key(),
                    new Open(now.key(), now.id(), now.endsAt(), now.events() + 1, now.size() + event.size()));
            events.computeIfAbsent(now.id(), _ -> new ArrayList<>()).add(event);
            return new Stored();
        }
    }

    @Override
    public Joined begin(@Nullable Open seen, Key key, Notification digest, Event first, @Nullable KeyedAnswer answer) {
        synchronized (notifications) {
            Open now = open.get(key);
            boolean same =
                    now == null ? seen == null : seen != null && seen.id().equals(now.id());
            if (!same) {
                return new Moved();
            }
            if (!notifications.keep(answer)) {
                return new KeyUsed();
            }
            notifications.add(digest, List.of(), null);
            open.put(key, new Open(key, digest.id(), digest.terms().notBefore(), 1, first.size()));
            events.computeIfAbsent(digest.id(), _ -> new ArrayList<>()).add(first);
            return new Stored();
        }
    }

    @Override
    public void close(Key key, String id) {
        synchronized (notifications) {
            open.computeIfPresent(key, (_, now) -> now.id().equals(id) ? null : now);
        }
    }

    @Override
    public List<Event> events(String id) {
        synchronized (notifications) {
            return events.getOrDefault(id, List.of()).stream()
                    .sorted(Comparator.comparing(Event::at).thenComparing(Event::id))
                    .toList();
        }
    }
}
