package io.tidings.bench.feedback;

import io.tidings.bench.load.Campaigns;
import io.tidings.bench.load.Figures;
import io.tidings.bench.load.Span;
import io.tidings.bench.processes.Installation;
import io.tidings.bench.processes.Plan;
import io.tidings.bench.processes.Program;
import io.tidings.bench.processes.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What an event costs beside a bare loop that reads the same ones, how soon it shows, and whether the counters agree with the ledger. */
@Command(name = "feedback", description = "CPU and speed an event, lag to the dashboard, counters against the ledger")
public final class FeedbackCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int EVENTS_A_MESSAGE = 2;

    @Option(names = "--events", defaultValue = "100000", description = "events measured, after as many to warm up")
    int events;

    enum Part {
        COST,
        LAG,
        REBUILD
    }

    @Option(names = "--only", description = "some of the parts: ${COMPLETION-CANDIDATES}", split = ",")
    Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(names = "--json")
    @Nullable
    Path json;

    private final Figures figures = new Figures();

    @Override
    public Integer call() throws IOException {
        if (parts.contains(Part.COST)) {
            cost();
        }
        if (parts.contains(Part.LAG)) {
            new Lag(figures).measure();
        }
        if (parts.contains(Part.REBUILD)) {
            new Rebuild(figures).compare();
        }
        return figures.finish(json);
    }

    private void cost() throws IOException {
        Path home = Files.createTempDirectory("tidings-bench");
        Plan plan = Plan.in(home).roomy().aws("--keep-bodies", "8");
        try (Installation tidings = Installation.start(plan)) {
            SecondQueue second = SecondQueue.at(tidings.aws());
            Campaigns campaigns = new Campaigns(tidings.administrator());
            int people = events / EVENTS_A_MESSAGE;
            String audience = campaigns.audience(people);
            String template = campaigns.template();
            Program processor = Objects.requireNonNull(tidings.programs().get("bounce-processor"));

            heldBack(processor, campaigns, audience, template);
            processor.goOn();
            awaitRecorded(campaigns, people);
            Program bare = Program.startClass(
                    "bare-reader",
                    home,
                    List.of("-Xmx64m"),
                    BareReader.class,
                    List.of(
                            tidings.aws().toString(),
                            second.url(),
                            second.table(),
                            Integer.toString(events),
                            Integer.toString(events)));
            Wait.until(LONGEST, "the bare loop to be warm", () -> bare.said().contains("warm"));
            bare.hold();

            heldBack(processor, campaigns, audience, template);
            Span.Mark from = Span.mark(tidings);
            processor.goOn();
            awaitRecorded(campaigns, 2 * people);
            Span span = Span.since(from, tidings);
            bare.goOn();
            if (!bare.ended(LONGEST)) {
                throw new IllegalStateException(bare.lastWords());
            }
            double bareMicros = micros(bare);
            double micros = span.cpuMicros("bounce-processor", events);
            figures.heading(String.format("%,d events that waited in the queue", events));
            figures.add("events recorded a second", events / span.seconds(), "/s");
            figures.add("CPU of the processor an event", micros, "us");
            figures.add("CPU of a bare loop an event", bareMicros, "us");
            figures.atMost("the processor to the bare loop", micros / bareMicros, "", 2);
            figures.add("write units an event", span.writeUnits() / events, "");
            figures.add("read units an event", span.readUnits() / events, "");
        }
    }

    /** A campaign of which all events wait in the queue. */
    private static void heldBack(Program processor, Campaigns campaigns, String audience, String template) {
        processor.hold();
        campaigns.awaitFinished(campaigns.launch("Feedback", audience, template), LONGEST);
        Wait.sleep(Duration.ofSeconds(2));
    }

    private static void awaitRecorded(Campaigns campaigns, long delivered) {
        Wait.until(LONGEST, "all events to be recorded", () -> campaigns.deliveredInAll() >= delivered);
    }

    private static double micros(Program bare) {
        return bare.said().stream()
                .filter(line -> line.startsWith("micros="))
                .mapToDouble(line -> Double.parseDouble(line.substring("micros=".length())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(bare.lastWords()));
    }
}
