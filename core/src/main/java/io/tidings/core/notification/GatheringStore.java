package io.tidings.core.notification;

import io.tidings.core.address.RecipientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events on their way into one mail. For each recipient and key there is at most one gathering that takes more. */
public interface GatheringStore {

    record Key(RecipientId recipient, String key) {}

    /**
     * The gathering that takes events now.
     *
     * @param id the digest's
     * @param endsAt when it becomes a mail
     * @param size how many characters its events have together
     */
    record Open(Key key, String id, Instant endsAt, int events, long size) {}

    Optional<Open> find(Key key);

    sealed interface Joined {}

    record Stored() implements Joined {}

    /** It closed meanwhile, or has no room left; look again. */
    record Moved() implements Joined {}

    /** A request with this key was answered before; nothing was written. */
    record KeyUsed() implements Joined {}

    Joined join(Open seen, Event event, @Nullable KeyedAnswer answer);

    /** Begins a gathering in place of {@code seen}, which takes no more; stores its digest with it. */
    Joined begin(@Nullable Open seen, Key key, Notification digest, Event first, @Nullable KeyedAnswer answer);

    /** From now on no event joins it. It may be closed already. */
    void close(Key key, String id);

    /** All that joined, in the order of their time. Complete only when it is closed. */
    List<Event> events(String id);
}
