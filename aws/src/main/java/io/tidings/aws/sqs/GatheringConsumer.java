package io.tidings.aws.sqs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Takes messages from one queue, gathers what several receives bring within a short time, and works on each gathering as a whole. What
 * the work does not name as failed is deleted after it returned; work that throws leaves its gathering in the queue.
 */
public final class GatheringConsumer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GatheringConsumer.class);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);
    private static final Duration LONGEST_FINISH = Duration.ofSeconds(25);
    private static final long LOOK_MILLIS = 200;
    /** One after the other they bring some hundred messages a second each; more of them wait in vain when little comes. */
    private static final int POLLERS = 4;

    /** @return of those that failed the causes, by the message's id */
    @FunctionalInterface
    public interface Work {
        Map<String, String> on(List<Received> messages);
    }

    private final Queue queue;
    private final int most;
    private final Duration within;
    private final Work work;
    private final Semaphore places;
    private final BlockingQueue<Message> taken;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Thread> pollers = new ArrayList<>();
    private final Thread gatherer;
    private volatile boolean closing;
    private volatile boolean drained;

    /**
     * @param most how many messages a gathering has at most
     * @param within how long the first one waits for others
     * @param atOnce how many gatherings are worked on at the same time
     */
    public GatheringConsumer(Queue queue, int most, Duration within, int atOnce, Work work) {
        this.queue = queue;
        this.most = most;
        this.within = within;
        this.work = work;
        this.places = new Semaphore(atOnce);
        // What is taken and not worked on is hidden from everybody else, so it is not much.
        this.taken = new ArrayBlockingQueue<>(2 * most);
        for (int i = 0; i < POLLERS; i++) {
            pollers.add(
                    Thread.ofVirtual().name("poll-" + queue.name() + "-" + i).unstarted(this::poll));
        }
        this.gatherer = Thread.ofVirtual().name("gather-" + queue.name()).unstarted(this::gather);
    }

    public GatheringConsumer start() {
        pollers.forEach(Thread::start);
        gatherer.start();
        return this;
    }

    private void poll() {
        while (!closing) {
            try {
                for (Message message : queue.receive(Queue.MOST)) {
                    taken.put(message);
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

    private void gather() {
        try {
            while (true) {
                Message first = taken.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Message> gathering = gathering(first);
                    places.acquire();
                    threads.submit(() -> {
                        try {
                            workOn(gathering);
                        } finally {
                            places.release();
                        }
                    });
                } else if (drained) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Message> gathering(Message first) throws InterruptedException {
        List<Message> gathering = new ArrayList<>(most);
        gathering.add(first);
        long until = System.nanoTime() + within.toNanos();
        while (gathering.size() < most) {
            @Nullable Message next = taken.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            gathering.add(next);
        }
        return gathering;
    }

    private void workOn(List<Message> gathering) {
        try {
            Map<String, String> failed = work.on(gathering.stream()
                    .map(message -> new Received(message.messageId(), message.body(), Queue.sentAt(message)))
                    .toList());
            queue.delete(gathering.stream()
                    .filter(message -> !failed.containsKey(message.messageId()))
                    .toList());
        } catch (RuntimeException e) {
            LOG.error("work from the queue {} failed and will come back: {}", queue.name(), e.toString(), e);
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
            for (Thread poller : pollers) {
                if (!poller.join(LONGEST_FINISH)) {
                    poller.interrupt();
                }
            }
            drained = true;
            gatherer.join(LONGEST_FINISH);
            threads.shutdown();
            if (!threads.awaitTermination(LONGEST_FINISH.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("work from the queue {} did not finish in time; it will come back", queue.name());
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
