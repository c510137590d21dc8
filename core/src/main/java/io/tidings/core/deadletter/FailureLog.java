package io.tidings.core.deadletter;

import io.tidings.core.audience.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why queue messages failed, by their ids, and which of them somebody discarded. */
public interface FailureLog {

    /**
     * @param words what went wrong last
     * @param tries how many tries failed
     */
    record Cause(String words, int tries, Instant first, Instant last) {}

    /**
     * A message that nobody will process any more.
     *
     * @param cause why it could not be processed, where that is known
     * @param by who discarded it
     */
    record Discarded(
            String queue,
            String id,
            String body,
            Instant sentAt,
            @Nullable String cause,
            String by,
            String why,
            Instant at) {}

    /** One more try failed; the last cause stays. */
    void note(String id, String cause, Instant at);

    Map<String, Cause> causes(Collection<String> ids);

    void keep(Discarded discarded);

    /** Newest first. */
    Page<Discarded> discarded(@Nullable String cursor, int limit);
}
