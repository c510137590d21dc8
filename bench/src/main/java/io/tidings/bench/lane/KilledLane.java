package io.tidings.bench.lane;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.bench.lane.Requests.Answer;
import io.tidings.bench.load.Figures;
import io.tidings.bench.processes.Installation;
import io.tidings.bench.processes.Wait;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A chat server goes on asking while the service is killed again and again. It asks again, with the same key, until it has its 202. */
public final class KilledLane {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration DOWN = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration ASK_AGAIN = Duration.ofMillis(250);

    private final Installation tidings;
    private final Figures figures;
    private final AtomicInteger kills = new AtomicInteger();

    public KilledLane(Installation tidings, Figures figures) {
        this.tidings = tidings;
        this.figures = figures;
    }

    /** @param perSecond requests */
    public void run(double perSecond, Duration time) {
        Requests requests = new Requests(tidings);
        Queue<String> taken = new ConcurrentLinkedQueue<>();
        AtomicInteger repeated = new AtomicInteger();
        AtomicInteger given = new AtomicInteger();
        Thread killer = Thread.ofVirtual().start(() -> kill(time));
        Steady.run(perSecond, time, (i, due) -> {
            long end = System.nanoTime() + PATIENCE.toNanos();
            Answer answer = requests.ask("reader." + i);
            while (!answer.taken() && System.nanoTime() < end) {
                repeated.incrementAndGet();
                Thread.sleep(ASK_AGAIN);
                answer = requests.ask("reader." + i);
            }
            if (answer.taken()) {
                taken.add(answer.id());
            } else {
                given.incrementAndGet();
            }
        });
        join(killer);
        awaitMails(taken.size());
        report(perSecond, time, taken.size(), repeated.get(), given.get());
    }

    private void report(double perSecond, Duration time, int taken, int repeated, int given) {
        JsonNode witness = tidings.witness("notification");
        figures.heading(String.format(
                "%,.0f requests a second for %d s, the service killed %d times",
                perSecond, time.toSeconds(), kills.get()));
        figures.add("requests asked again with the same key", repeated, "");
        figures.atMost("requests that never had an answer", given, "", 0);
        figures.add("notifications taken over (202)", taken, "");
        figures.atMost(
                "lost, by SES's own log",
                taken - witness.path("distinctRecipients").asLong(),
                "",
                0);
        figures.atMost(
                "sent twice, by SES's own log",
                witness.path("duplicatedRecipients").asLong(),
                "",
                0);
    }

    private void kill(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Wait.sleep(EVERY);
        while (System.nanoTime() < end) {
            tidings.killService(0);
            System.out.printf("kill %d of the service%n", kills.incrementAndGet());
            Wait.sleep(DOWN);
            tidings.startService(0);
            Wait.sleep(EVERY.minus(DOWN));
        }
        tidings.waitUntilHealthy();
    }

    private void awaitMails(int count) {
        Wait.until(
                LONGEST,
                count + " mails",
                () -> tidings.witness("notification").path("distinctRecipients").asLong() >= count);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
