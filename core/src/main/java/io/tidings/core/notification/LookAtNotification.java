package io.tidings.core.notification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far a notification has come, before SES says anything. What was called off shows at once, though no worker has looked yet. */
public final class LookAtNotification {

    private final NotificationStore notifications;
    private final GatheringStore gatherings;
    private final CancellationStore cancellations;
    private final InstantSource clock;

    public LookAtNotification(
            NotificationStore notifications,
            GatheringStore gatherings,
            CancellationStore cancellations,
            InstantSource clock) {
        this.notifications = notifications;
        this.gatherings = gatherings;
        this.cancellations = cancellations;
        this.clock = clock;
    }

    public enum State {
        /** Until a time that was asked for. */
        SCHEDULED,
        /** Until its window ends. */
        GATHERING,
        WAITING,
        /** Until the recipient's night ends. */
        QUIET,
        /** SES was asked, and did not answer yet. */
        UNKNOWN,
        SKIPPED,
        WITHDRAWN;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param dueAt when its turn comes, while it waits
     * @param events of a gathering: how many joined it
     */
    public record Seen(
            Notification notification,
            State state,
            @Nullable String why,
            @Nullable Instant dueAt,
            @Nullable Integer events,
            @Nullable Instant withdrawnAt) {}

    public Optional<Seen> at(String id) {
        return notifications.find(id).map(this::at);
    }

    public Seen at(Notification notification) {
        Progress progress = notification.progress();
        List<Event> events = notification.gathers() ? gatherings.events(notification.id()) : List.of();
        Integer count = notification.gathers() ? events.size() : null;
        if (progress.state() == Progress.State.WITHDRAWN) {
            return new Seen(notification, State.WITHDRAWN, null, null, count, progress.endedAt());
        }
        if (progress.refusal() != null) {
            return new Seen(notification, State.SKIPPED, progress.refusal().words(), null, count, null);
        }
        if (progress.askedAt() != null || notification.over()) {
            return new Seen(notification, State.UNKNOWN, null, null, count, null);
        }
        Instant calledOff = calledOff(notification, events);
        return calledOff == null
                ? new Seen(notification, waiting(notification), null, dueAt(notification), count, null)
                : new Seen(notification, State.WITHDRAWN, null, null, count, calledOff);
    }

    private State waiting(Notification notification) {
        if (isAhead(notification.progress().quietUntil())) {
            return State.QUIET;
        }
        if (!isAhead(notification.terms().notBefore())) {
            return State.WAITING;
        }
        return notification.gathers() ? State.GATHERING : State.SCHEDULED;
    }

    private static Instant dueAt(Notification notification) {
        Instant quiet = notification.progress().quietUntil();
        return quiet == null ? notification.terms().notBefore() : quiet;
    }

    private boolean isAhead(@Nullable Instant time) {
        return time != null && time.isAfter(clock.instant());
    }

    /** When the last of what it would tell was called off; nothing when some of it is still wanted. */
    private @Nullable Instant calledOff(Notification notification, List<Event> events) {
        String own = notification.terms().cancelKey();
        if (own != null) {
            Instant off = cancellations.find(List.of(own)).get(own);
            return GatherEvents.calledOff(off, notification.createdAt()) ? off : null;
        }
        if (events.isEmpty() || events.stream().anyMatch(event -> event.cancelKey() == null)) {
            return null;
        }
        var off = cancellations.find(
                events.stream().map(Event::cancelKey).filter(Objects::nonNull).collect(Collectors.toSet()));
        Instant last = null;
        for (Event event : events) {
            Instant one = off.get(String.valueOf(event.cancelKey()));
            if (!GatherEvents.calledOff(one, event.at())) {
                return null;
            }
            last = last == null || Objects.requireNonNull(one).isAfter(last) ? one : last;
        }
        return last;
    }
}
