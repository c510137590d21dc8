package io.tidings.bench.send;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a message costs in CPU, in time and in DynamoDB's units, beside a bare loop of SES calls in the same run. */
@Command(name = "send", description = "CPU, speed and units a message, beside a bare loop of SES calls")
public final class SendCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofMinutes(20);
    /** On demand, us-east-1, for a million write and read units. */
    private static final double DOLLARS_A_MILLION_WRITES = 0.625;

    private static final double DOLLARS_A_MILLION_READS = 0.125;
    private static final List<String> PROCESSES = List.of("service", "bounce-processor", "aws-local");

    @Option(names = "--recipients", description = "of one large campaign instead: planned and sent at -Xmx256m")
    int recipients;

    @Option(names = "--measured", defaultValue = "150000", description = "messages measured")
    int measured;

    @Option(names = "--warm-up", defaultValue = "3", description = "so many times as many messages go before")
    int warmUp;

    @Option(names = "--setting", description = "NAME=VALUE, an environment variable of the service")
    Map<String, String> settings = Map.of();

    @Option(names = "--profile", description = "a folder for a recording of each process")
    @Nullable
    Path profile;

    @Option(names = "--json")
    @Nullable
    Path json;

    private final Figures figures = new Figures();

    @Override
    public Integer call() throws IOException {
        if (recipients > 0) {
            new LargeCampaign(figures).run(recipients);
        } else {
            withoutEvents();
            withEvents();
        }
        return figures.finish(json);
    }

    private void withoutEvents() throws IOException {
        Path home = Files.createTempDirectory("tidings-bench");
        try (Installation tidings = Installation.start(
                Plan.in(home).roomy().settings(settings).aws("--ses-events", "off", "--keep-bodies", "8"))) {
            Campaigns campaigns = new Campaigns(tidings.administrator());
            String audience = campaigns.audience(measured);
            String template = campaigns.template();
            for (int i = 0; i < warmUp; i++) {
                Span.Mark warming = Span.mark(tidings);
                campaigns.awaitFinished(campaigns.launch("Warming up", audience, template), LONGEST);
                double micros = Span.since(warming, tidings).cpuMicros("service", measured);
                System.out.printf("warming up: the service took %.0f us a message%n", micros);
            }
            Span span = measure(
                    tidings,
                    "without-events",
                    () -> campaigns.awaitFinished(campaigns.launch("Measured", audience, template), LONGEST));

            figures.heading("Sending at an unlimited quota, SES's events off, all on this machine");
            figures.atLeast("messages a second", span.accepted() / span.seconds(), "/s", 8_000);
            cpu(span);
            double single = bare(tidings, home, "single");
            double bulk = bare(tidings, home, "bulk");
            double service = span.cpuMicros("service", measured);
            figures.heading("CPU a message, in the same run");
            figures.add("the service: read, check, claim, render, send, record", service, "us");
            figures.add("a bare loop of SendEmail", single, "us");
            figures.add("a bare loop of SendBulkEmail", bulk, "us");
            figures.atMost("the service to a bare loop of SendEmail", service / single, "", 0.65);
            figures.add("the service to a bare loop of SendBulkEmail", service / bulk, "");
        }
    }

    private double bare(Installation tidings, Path home, String kind) {
        Program loop = Program.startClass(
                "bare-" + kind,
                home,
                List.of("-Xmx256m"),
                BareLoop.class,
                List.of(
                        tidings.aws().toString(),
                        kind,
                        Integer.toString(measured),
                        Integer.toString(measured * warmUp)));
        if (!loop.ended(LONGEST)) {
            throw new IllegalStateException(loop.lastWords());
        }
        return loop.said().stream()
                .filter(line -> line.startsWith("micros="))
                .mapToDouble(line -> Double.parseDouble(line.substring("micros=".length())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(loop.lastWords()));
    }

    private void withEvents() throws IOException {
        Path home = Files.createTempDirectory("tidings-bench");
        try (Installation tidings =
                Installation.start(Plan.in(home).roomy().settings(settings).aws("--keep-bodies", "8"))) {
            Campaigns campaigns = new Campaigns(tidings.administrator());
            String audience = campaigns.audience(measured);
            String template = campaigns.template();
            for (int i = 0; i < warmUp; i++) {
                delivered(campaigns, campaigns.launch("Warming up", audience, template));
            }
            Span span = measure(
                    tidings,
                    "with-events",
                    () -> delivered(campaigns, campaigns.launch("Measured", audience, template)));

            figures.heading("From the launch until every Send and Delivery is recorded, all on this machine");
            figures.atLeast("messages a second, end to end", measured / span.seconds(), "/s", 1_500);
            cpu(span);
            figures.heading("DynamoDB, a message with its Send and Delivery events");
            figures.atMost("write units", span.writeUnits() / measured, "", 6);
            figures.atMost("read units", span.readUnits() / measured, "", 3);
            figures.add(
                    "dollars for a million messages",
                    (span.writeUnits() * DOLLARS_A_MILLION_WRITES + span.readUnits() * DOLLARS_A_MILLION_READS)
                            / measured,
                    "$");
        }
    }

    private Span measure(Installation tidings, String name, Runnable work) {
        List<Program> profiled = profile == null
                ? List.of()
                : PROCESSES.stream()
                        .map(process ->
                                Objects.requireNonNull(tidings.programs().get(process)))
                        .toList();
        profiled.forEach(Program::startProfile);
        Span.Mark from = Span.mark(tidings);
        work.run();
        Span span = Span.since(from, tidings);
        for (int i = 0; i < profiled.size(); i++) {
            profiled.get(i)
                    .stopProfile(Objects.requireNonNull(profile).resolve(PROCESSES.get(i) + "-" + name + ".jfr"));
        }
        return span;
    }

    private void delivered(Campaigns campaigns, String campaign) {
        Wait.until(
                LONGEST,
                "all deliveries",
                () -> campaigns.statistics(campaign).path("delivered").asLong() >= measured);
    }

    private void cpu(Span span) {
        double all = PROCESSES.stream()
                .mapToDouble(process -> span.cpuMicros(process, measured))
                .sum();
        for (String process : PROCESSES) {
            double micros = span.cpuMicros(process, measured);
            figures.add("CPU of " + process, micros, "us, " + Math.round(100 * micros / all) + " %");
        }
    }
}
