package io.tidings.bench.lane;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.bench.Api;
import io.tidings.bench.lane.Requests.Answer;
import io.tidings.bench.load.Figures;
import io.tidings.bench.processes.Installation;
import io.tidings.bench.processes.Wait;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A chat server goes on asking while the service is killed again and again. It asks again, with the same key, until it has its 202. */
public final class KilledLane {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration DOWN = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final int MOST_SHOWN = 5;
    private static final Duration ASK_AGAIN = Duration.ofMillis(250);
    private static final int MOST_DOUBLINGS = 6;

    private final Installation tidings;
    private final Figures figures;
    private final Requests requests;
    private final AtomicInteger kills = new AtomicInteger();

    public KilledLane(Installation tidings, Figures figures) {
        this.tidings = tidings;
        this.figures = figures;
        this.requests = new Requests(tidings);
    }

    /** @param perSecond requests */
    public void run(double perSecond, Duration time) {
        Queue<String> taken = new ConcurrentLinkedQueue<>();
        AtomicInteger repeated = new AtomicInteger();
        AtomicInteger given = new AtomicInteger();
        Thread killer = Thread.ofVirtual().start(() -> kill(time));
        Steady.run(perSecond, time, (i, due) -> {
            long end = System.nanoTime() + PATIENCE.toNanos();
            Answer answer = requests.ask("reader." + i);
            for (int tries = 0; !answer.taken() && System.nanoTime() < end; tries++) {
                repeated.incrementAndGet();
                Thread.sleep(pause(tries));
                answer = requests.ask("reader." + i);
            }
            if (answer.taken()) {
                taken.add(answer.id());
            } else {
                given.incrementAndGet();
            }
        });
        join(killer);
        awaitMails(taken);
        report(perSecond, time, taken, repeated.get(), given.get());
    }

    /** Longer each time and with a good share of chance, as every client should: or those who wait would keep the service from its start. */
    private static Duration pause(int tries) {
        long most = ASK_AGAIN.toMillis() << Math.min(tries, MOST_DOUBLINGS);
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most));
    }

    private void report(double perSecond, Duration time, Collection<String> taken, int repeated, int given) {
        JsonNode mails = mails();
        List<String> lost = lost(taken, mails);
        figures.heading(String.format(
                "%,.0f requests a second for %d s, the service killed %d times",
                perSecond, time.toSeconds(), kills.get()));
        figures.add("requests asked again with the same key", repeated, "");
        figures.atMost("requests that never had an answer", given, "", 0);
        figures.add("notifications taken over (202)", taken.size(), "");
        figures.atMost("lost, by SES's own log", lost.size(), "", 0);
        figures.atMost(
                "sent twice, by SES's own log",
                tidings.witness("notification").path("duplicatedRecipients").asLong(),
                "",
                0);
        lost.stream().limit(MOST_SHOWN).forEach(id -> System.out.println(requests.life(id)));
    }

    /** How many mails carry which notification's id. */
    private JsonNode mails() {
        return new Api(tidings.aws()).get("/_inbox/summary?campaign=notification&by=origin-id");
    }

    private static List<String> lost(Collection<String> taken, JsonNode mails) {
        return taken.stream().filter(id -> !mails.has(id)).toList();
    }

    private void kill(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long next = System.nanoTime();
        while (true) {
            next += EVERY.toNanos();
            Wait.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            if (System.nanoTime() > end) {
                return;
            }
            tidings.killService(0);
            System.out.printf("kill %d of the service%n", kills.incrementAndGet());
            Wait.sleep(DOWN);
            tidings.startService(0);
            tidings.waitUntilHealthy();
        }
    }

    /** Those that do not come in time are lost. */
    private void awaitMails(Collection<String> taken) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!lost(taken, mails()).isEmpty() && System.nanoTime() < end) {
            Wait.sleep(LOOK_AGAIN);
        }
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
