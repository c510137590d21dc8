package io.tidings.core.feedback;

import io.tidings.core.audience.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What SES sent, word for word, for as long as it is kept: to be read again, and for people who must look. */
public interface EventStore {

    /** Bodies that came together, and when they came. */
    record Kept(Instant at, List<String> bodies) {}

    void keep(List<String> bodies, Instant at);

    /** What came on one day (UTC), a page of gatherings at a time. */
    Page<Kept> of(LocalDate day, @Nullable String cursor);

    /**
     * How far the queue is read.
     *
     * @param sent when what was read last was put into the queue
     * @param at when it was read
     */
    record Progress(Instant sent, Instant at) {}

    void noteProgress(Progress progress);

    Optional<Progress> progress();

    /** Somebody took a report at {@code at} that had been in the queue for long. */
    void noteLate(Instant at);

    /** When that was last. */
    Optional<Instant> lateSeenAt();
}
