package io.tidings.core.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the messages of one queue park. A queue can be asked for some messages, not for a certain one or for all, and counts only
 * approximately.
 */
public interface DeadLetterQueue {

    /**
     * A message that nobody else gets for a while.
     *
     * @param sentAt when it was first put into the queue it comes from
     * @param receipt what giving back, sending back and removing need
     */
    record Held(String id, String body, Instant sentAt, String receipt) {}

    /**
     * All messages on their way back.
     *
     * @param moved how many went back, approximately
     * @param of how many there were at the beginning, approximately; nothing while that is not known
     * @param failure why it ended before its time
     */
    record Move(
            boolean running,
            long moved,
            @Nullable Long of,
            Instant startedAt,
            @Nullable String failure) {}

    /** Of the queue whose messages park here, as people know it. */
    String name();

    /** Approximately, with those that somebody holds. */
    long waiting();

    /** Some messages, fewer than asked for or none even where there are more. */
    List<Held> hold(int most, Duration howLong);

    void giveBack(List<Held> held);

    /** Puts it into the queue it comes from, where it has a new id; here it stays. */
    void repost(Held held);

    void remove(Held held);

    /** Begins to put all of them into the queue they come from; false when that is under way already. */
    boolean moveAll();

    /** The last one that was begun, for as long as the queue knows of it. */
    Optional<Move> lastMove();
}
