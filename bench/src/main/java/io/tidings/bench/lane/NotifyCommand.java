package io.tidings.bench.lane;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.bench.Api;
import io.tidings.bench.lane.Requests.Answer;
import io.tidings.bench.load.Figures;
import io.tidings.bench.load.Span;
import io.tidings.bench.load.Times;
import io.tidings.bench.processes.Installation;
import io.tidings.bench.processes.Plan;
import io.tidings.bench.processes.Program;
import io.tidings.bench.processes.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How soon the notifications API answers under load, and how soon a mail goes out when nothing else is to be done. */
@Command(name = "notify", description = "the notifications API under load, and the way to SES when idle")
public final class NotifyCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration BETWEEN = Duration.ofMillis(500);
    /** Above what is asked for: what is measured is the lane, not the quota. */
    private static final double SES_RATE = 1_000;

    @Option(names = "--rate", defaultValue = "200", description = "requests a second")
    double rate;

    @Option(names = "--seconds", defaultValue = "60")
    int seconds;

    @Option(names = "--warm-up", defaultValue = "90", description = "seconds before, at a growing rate")
    int warmUp;

    @Option(names = "--idle", defaultValue = "100", description = "notifications one at a time")
    int idle;

    @Option(names = "--profile", description = "a folder for a recording of the service under load")
    @Nullable
    Path profile;

    @Option(names = "--json")
    @Nullable
    Path json;

    private final Figures figures = new Figures();

    @Override
    public Integer call() throws IOException {
        Path home = Files.createTempDirectory("tidings-bench");
        try (Installation tidings =
                Installation.start(Plan.in(home).rate(SES_RATE).aws("--keep-bodies", "8"))) {
            Requests requests = new Requests(tidings);
            int before = warmUp(requests);
            awaitMails(tidings, before);
            idle(tidings, requests);
            loaded(tidings, requests, before + idle);
        }
        return figures.finish(json);
    }

    /** What came of asking steadily. */
    private record Load(Queue<Double> millis, Queue<String> taken, AtomicInteger errors) {}

    /** A quarter of the rate, half, and all of it. */
    private int warmUp(Requests requests) {
        int taken = 0;
        for (double share : new double[] {0.25, 0.5, 1}) {
            Load load = load(requests, "warm" + share, rate * share, Duration.ofSeconds(warmUp / 3));
            System.out.printf(
                    "warming up at %.0f a second: %d taken, %d errors, p99 %.0f ms%n",
                    rate * share, load.taken.size(), load.errors.get(), new Times(load.millis).within(0.99));
            taken += load.taken.size();
        }
        return taken;
    }

    private static Load load(Requests requests, String name, double rate, Duration time) {
        Load load = new Load(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>(), new AtomicInteger());
        Steady.run(rate, time, (i, due) -> {
            Answer answer = requests.ask(name + "." + i);
            load.millis.add((System.nanoTime() - due) / 1e6);
            if (answer.taken()) {
                load.taken.add(answer.id());
            } else {
                load.errors.incrementAndGet();
            }
        });
        return load;
    }

    private void idle(Installation tidings, Requests requests) {
        Map<String, Instant> asked = new HashMap<>();
        for (int i = 0; i < idle; i++) {
            Instant now = Instant.now();
            Answer answer = ask(requests, "idle." + i);
            if (!answer.taken()) {
                throw new IllegalStateException("an idle service answered " + answer.status());
            }
            asked.put(answer.id(), now);
            Wait.sleep(BETWEEN);
        }
        Map<String, Instant> sent = new HashMap<>();
        Wait.until(LONGEST, "the mails of an idle system", () -> {
            accepted(tidings, "idle.")
                    .forEach(mail ->
                            sent.put(id(mail), Instant.parse(mail.path("time").asText())));
            return sent.keySet().containsAll(asked.keySet());
        });
        List<Long> millis = new ArrayList<>();
        asked.forEach((id, at) -> millis.add(
                Duration.between(at, Objects.requireNonNull(sent.get(id))).toMillis()));
        Times times = new Times(millis);
        figures.heading("An idle system: from the request to SES");
        figures.add("half of the mails within", times.within(0.5), "ms");
        figures.atMost("95 % of the mails within", times.within(0.95), "ms", 300);
        figures.add("the last within", times.longest(), "ms");
    }

    private void loaded(Installation tidings, Requests requests, int before) {
        Program service = Objects.requireNonNull(tidings.programs().get("service"));
        if (profile != null) {
            service.startProfile();
        }
        Span.Mark from = Span.mark(tidings);
        Load load = load(requests, "load", rate, Duration.ofSeconds(seconds));
        Span span = Span.since(from, tidings);
        if (profile != null) {
            service.stopProfile(profile.resolve("service-notify.jfr"));
        }
        Times times = new Times(load.millis);
        figures.heading(String.format("%,.0f requests a second for %d seconds", rate, seconds));
        figures.add("answered with 202", load.taken.size(), "");
        figures.atMost("errors", load.errors.get(), "", 0);
        figures.add("p50", times.within(0.5), "ms");
        figures.add("p95", times.within(0.95), "ms");
        figures.atMost("p99", times.within(0.99), "ms", 50);
        figures.add("the longest", times.longest(), "ms");
        for (String process : List.of("service", "bounce-processor", "aws-local")) {
            figures.add("CPU of " + process, span.cpuMicros(process, load.taken.size()), "us a notification");
        }
        awaitMails(tidings, before + load.taken.size());
        JsonNode witness = tidings.witness("notification");
        figures.heading("By SES's own log, of all that were asked for");
        figures.atMost(
                "lost",
                before + load.taken.size() - witness.path("distinctRecipients").asLong(),
                "",
                0);
        figures.atMost("sent twice", witness.path("duplicatedRecipients").asLong(), "", 0);
    }

    private static void awaitMails(Installation tidings, int count) {
        Wait.until(
                LONGEST,
                count + " mails",
                () -> tidings.witness("notification").path("distinctRecipients").asLong() >= count);
    }

    private static List<JsonNode> accepted(Installation tidings, String recipient) {
        return new Api(tidings.aws()).lines("/_inbox/accepted?campaign=notification&to=" + recipient);
    }

    private static String id(JsonNode mail) {
        return mail.path("tags").path("origin-id").asText();
    }

    private static Answer ask(Requests requests, String reader) {
        try {
            return requests.ask(reader);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
