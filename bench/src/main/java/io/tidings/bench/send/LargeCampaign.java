package io.tidings.bench.send;

import io.tidings.bench.load.Campaigns;
import io.tidings.bench.load.Figures;
import io.tidings.bench.load.Span;
import io.tidings.bench.processes.Installation;
import io.tidings.bench.processes.Plan;
import io.tidings.bench.processes.Program;
import io.tidings.bench.processes.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A campaign far larger than the service's memory, and what is left on its heap after each full collection meanwhile. */
final class LargeCampaign {

    private static final Duration LONGEST = Duration.ofHours(2);
    private static final int SAMPLES = 10;
    private static final Pattern AFTER = Pattern.compile("Pause Full .*->(\\d+)M\\(");

    private final Figures figures;

    LargeCampaign(Figures figures) {
        this.figures = figures;
    }

    void run(int recipients) throws IOException {
        Path home = Files.createTempDirectory("tidings-bench");
        Path gc = home.resolve("gc.log");
        Plan plan = Plan.in(home)
                .roomy()
                .serviceJvm("-Xmx256m", "-Xlog:gc:file=" + gc)
                .aws("--ses-events", "off", "--keep-bodies", "1");
        try (Installation tidings = Installation.start(plan)) {
            Campaigns campaigns = new Campaigns(tidings.administrator());
            long importing = System.nanoTime();
            String audience = campaigns.audience(recipients);
            double imported = (System.nanoTime() - importing) / 1e9;
            Span.Mark from = Span.mark(tidings);
            String campaign = campaigns.launch("Large", audience, campaigns.template());
            List<Integer> live = sample(tidings, gc, campaign, campaigns, recipients);
            Span span = Span.since(from, tidings);

            figures.heading(String.format("%,d recipients with the service at -Xmx256m", recipients));
            figures.add("imported", recipients / imported, "people/s");
            figures.add("sent", span.accepted() / span.seconds(), "/s");
            figures.atLeast("mails that SES accepted", span.accepted(), "", recipients);
            figures.atMost("mails that SES accepted, at most", span.accepted(), "", recipients);
            figures.add("least that was live on the heap", Collections.min(live), "MB");
            figures.add("most that was live on the heap", Collections.max(live), "MB");
            figures.atMost(
                    "growth from the first tenth to the last", live.getLast() - (double) live.getFirst(), "MB", 8);
            figures.add(
                    "resident in the end",
                    Objects.requireNonNull(tidings.programs().get("service")).residentMegabytes(),
                    "MB");
        }
    }

    /** What is live, after each tenth of the campaign. */
    private static List<Integer> sample(
            Installation tidings, Path gc, String campaign, Campaigns campaigns, int recipients) {
        List<Integer> live = new ArrayList<>();
        for (int i = 1; i < SAMPLES; i++) {
            long share = (long) recipients * i / SAMPLES;
            Wait.until(
                    LONGEST,
                    Duration.ofSeconds(1),
                    "the campaign to go on",
                    () -> tidings.usage().path("ses").path("accepted").asLong() >= share);
            live.add(liveMegabytes(tidings, gc));
        }
        campaigns.awaitFinished(campaign, LONGEST);
        return live;
    }

    private static int liveMegabytes(Installation tidings, Path gc) {
        Program service = Objects.requireNonNull(tidings.programs().get("service"));
        int before = collections(gc).size();
        service.collectGarbage();
        Wait.until(
                Duration.ofSeconds(30),
                "a full collection",
                () -> collections(gc).size() > before);
        return collections(gc).getLast();
    }

    private static List<Integer> collections(Path gc) {
        try {
            return Files.readAllLines(gc).stream()
                    .map(AFTER::matcher)
                    .filter(Matcher::find)
                    .map(found -> Integer.valueOf(found.group(1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
