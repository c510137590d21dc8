package io.tidings.aws.sqs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Takes messages from one queue and works on so many at once, on virtual threads. A message is deleted only after its work returned;
 * work that throws is done again for each message alone, and what then throws stays in the queue, and after its tries it parks. Closing
 * finishes what is in hand.
 */
public final class QueueConsumer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueueConsumer.class);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);
    private static final Duration LONGEST_FINISH = Duration.ofSeconds(25);

    /** What is to become of a message. */
    public sealed interface Verdict {}

    public record Finished() implements Verdict {}

    /** The same work again, later. It is posted anew, so that waiting is not taken for failing. */
    public record Later(Duration delay) implements Verdict {}

    /** Left as it is: it comes back by itself, and parks after its tries. */
    public record Failed() implements Verdict {}

    /** Works on some messages' bodies together; one verdict for each, in order. */
    @FunctionalInterface
    public interface Work {
        List<Verdict> on(List<String> bodies) throws InterruptedException;
    }

    /** Is told why a message failed, by its id. */
    @FunctionalInterface
    public interface Failures {
        void note(String id, String cause);
    }

    private final Queue queue;
    private final Failures failures;
    private final int together;
    private final Duration gathering;
    private final Work work;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FinishedMessages finished;
    private final Thread poller;
    private volatile boolean closing;

    /**
     * @param together how many messages one piece of work takes at most
     * @param gathering how long those that come after some may gather; who comes after nobody waits for nobody
     * @param atOnce how many pieces of work run at the same time
     */
    public QueueConsumer(Queue queue, int together, Duration gathering, int atOnce, Failures failures, Work work) {
        this.queue = queue;
        this.failures = failures;
        this.together = Math.min(together, Queue.MOST);
        this.gathering = gathering;
        this.work = work;
        this.places = new Semaphore(atOnce);
        this.poller = Thread.ofVirtual().name("poll-" + queue.name()).unstarted(this::poll);
        this.finished = new FinishedMessages(queue);
    }

    public QueueConsumer start() {
        poller.start();
        finished.start();
        return this;
    }

    private void poll() {
        while (!closing) {
            try {
                // Only this thread takes places, so one that is seen free stays free until it is used below.
                places.acquire();
                places.release();
                List<Message> messages = queue.receive(places.availablePermits() * together);
                take(messages);
                if (!messages.isEmpty() && messages.size() < together) {
                    Thread.sleep(gathering);
                }
            } catch (InterruptedException e) {
                return;
            } catch (SdkException e) {
                if (!closing) {
                    LOG.warn("cannot read the queue {}: {}", queue.name(), e.getMessage());
                    pause();
                }
            }
        }
    }

    private void take(List<Message> messages) throws InterruptedException {
        for (int i = 0; i < messages.size(); i += together) {
            List<Message> part = messages.subList(i, Math.min(messages.size(), i + together));
            places.acquire();
            if (closing) {
                places.release();
                part.forEach(message -> queue.giveBack(message, Duration.ZERO));
            } else {
                threads.submit(() -> {
                    try {
                        workOn(part);
                    } finally {
                        places.release();
                    }
                });
            }
        }
    }

    private void workOn(List<Message> messages) {
        try {
            List<Verdict> verdicts =
                    work.on(messages.stream().map(Message::body).toList());
            List<Message> done = new ArrayList<>();
            for (int i = 0; i < messages.size(); i++) {
                switch (verdicts.get(i)) {
                    case Finished() -> done.add(messages.get(i));
                    case Later(Duration delay) -> {
                        queue.send(messages.get(i).body(), delay);
                        done.add(messages.get(i));
                    }
                    case Failed() -> {}
                }
            }
            finished.add(done);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (messages.size() > 1) {
                // One that cannot be worked on must not keep others from it.
                LOG.warn(
                        "work on {} of the queue {} is done for each alone: {}",
                        messages.size(),
                        queue.name(),
                        e.toString(),
                        e);
                messages.forEach(message -> workOn(List.of(message)));
            } else {
                LOG.error("work from the queue {} failed and will come back: {}", queue.name(), e.toString(), e);
                note(messages.getFirst(), e);
            }
        }
    }

    private void note(Message message, RuntimeException cause) {
        try {
            failures.note(message.messageId(), String.valueOf(cause));
        } catch (RuntimeException e) {
            LOG.warn("the cause cannot be noted: {}", e.getMessage());
        }
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_A_FAULT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes nothing new, and returns when what is in hand is finished. */
    @Override
    public void close() {
        closing = true;
        try {
            // Not interrupted: what SQS was just handing out would stay hidden from everybody until its time is over.
            if (!poller.join(LONGEST_FINISH)) {
                poller.interrupt();
            }
            threads.shutdown();
            if (!threads.awaitTermination(LONGEST_FINISH.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("work from the queue {} did not finish in time; it will come back", queue.name());
                threads.shutdownNow();
            }
            finished.close(LONGEST_FINISH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
