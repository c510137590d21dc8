package io.tidings.core.pacing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Several processes in simulated time: one runs at a time, until it sleeps; then it is the turn of whoever wakes up first. */
final class SimulatedTime implements InstantSource {

    interface Process {
        void run() throws InterruptedException;
    }

    private static final class Sleeper {
        final Instant until;
        final long number;
        boolean awake;

        Sleeper(Instant until, long number) {
            this.until = until;
            this.number = number;
        }
    }

    private final PriorityQueue<Sleeper> asleep =
            new PriorityQueue<>(Comparator.comparing((Sleeper one) -> one.until).thenComparing(one -> one.number));
    private Instant now;
    private long sleepers;
    private int awake;

    SimulatedTime(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    void sleep(Duration delay) throws InterruptedException {
        sleepUntil(instant().plus(delay));
    }

    synchronized void sleepUntil(Instant until) throws InterruptedException {
        Sleeper me = new Sleeper(until.isBefore(now) ? now : until, sleepers++);
        asleep.add(me);
        rest();
        while (!me.awake) {
            wait();
        }
    }

    private synchronized void rest() {
        awake--;
        Sleeper next = awake == 0 ? asleep.poll() : null;
        if (next != null) {
            now = next.until;
            next.awake = true;
            awake++;
            notifyAll();
        }
    }

    void run(List<? extends Process> processes) throws InterruptedException {
        awake = processes.size();
        List<RuntimeException> failures = new ArrayList<>();
        List<Thread> threads = processes.stream()
                .map(process -> Thread.ofVirtual().unstarted(() -> {
                    try {
                        sleep(Duration.ZERO);
                        process.run();
                    } catch (RuntimeException e) {
                        failures.add(e);
                    } catch (InterruptedException e) {
                        failures.add(new IllegalStateException(e));
                    } finally {
                        rest();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }
}
