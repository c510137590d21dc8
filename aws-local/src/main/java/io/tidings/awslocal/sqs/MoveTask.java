package io.tidings.awslocal.sqs;

import org.jspecify.annotations.Nullable;

/** Moves parked messages on: to a named queue, or back to where each came from. */
final class MoveTask {
    enum Status {
        RUNNING,
        COMPLETED,
        CANCELLED,
        FAILED
    }

    private static final int AT_ONCE = 500;

    final String handle;
    final String source;
    final @Nullable String destination;
    final @Nullable Integer perSecond;
    final long started;
    final long toMove;
    long moved;
    Status status = Status.RUNNING;

    MoveTask(
            String handle,
            String source,
            @Nullable String destination,
            @Nullable Integer perSecond,
            long started,
            long toMove) {
        this.handle = handle;
        this.source = source;
        this.destination = destination;
        this.perSecond = perSecond;
        this.started = started;
        this.toMove = toMove;
    }

    boolean isRunning() {
        return status == Status.RUNNING;
    }

    /** Moves what is due by now; called under the lock. */
    void step(Queues queues) {
        if (!isRunning()) {
            return;
        }
        var from = queues.find(source);
        if (from == null) {
            status = Status.FAILED;
            return;
        }
        var allowed = perSecond == null ? AT_ONCE : (queues.now() - started) * perSecond / 1000 + 1 - moved;
        for (; allowed > 0 && moved < toMove; allowed--) {
            var message = from.next(queues.now());
            if (message == null) {
                break;
            }
            var to = queues.find(destination == null ? origin(queues, message) : destination);
            if (to == null) {
                from.show(message);
                status = Status.FAILED;
                return;
            }
            queues.move(from, to, message, -1);
            moved++;
        }
        if (moved >= toMove || from.counts(queues.now()).visible() == 0) {
            status = Status.COMPLETED;
        }
    }

    private static String origin(Queues queues, Message message) {
        var name = queues.nameOf(message.source);
        return name == null ? "" : name;
    }
}
