package io.tidings.aws.sqs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.model.Message;

/** Messages whose work is done. What several workers finish at about the same time is deleted by one call. */
final class FinishedMessages {

    private static final Logger LOG = LoggerFactory.getLogger(FinishedMessages.class);
    private static final Duration TOGETHER = Duration.ofMillis(20);
    private static final long LOOK_MILLIS = 200;

    private final Queue queue;
    private final BlockingQueue<Message> finished = new LinkedBlockingQueue<>();
    private final Thread deleter;
    private volatile boolean complete;

    FinishedMessages(Queue queue) {
        this.queue = queue;
        this.deleter = Thread.ofVirtual().name("delete-" + queue.name()).unstarted(this::delete);
    }

    void start() {
        deleter.start();
    }

    void add(List<Message> messages) {
        finished.addAll(messages);
    }

    private void delete() {
        try {
            while (!complete || !finished.isEmpty()) {
                Message first = finished.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    Thread.sleep(TOGETHER);
                    List<Message> together = new ArrayList<>(List.of(first));
                    finished.drainTo(together, Queue.MOST - 1);
                    delete(together);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void delete(List<Message> messages) {
        try {
            queue.delete(messages);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} messages of the queue {} come again, for they cannot be deleted: {}",
                    messages.size(),
                    queue.name(),
                    e.getMessage());
        }
    }

    /** Nothing is added any more; returns when all that was is deleted, or after so long. */
    void close(Duration longest) throws InterruptedException {
        complete = true;
        deleter.join(longest);
    }
}
