package io.tidings.bench.pace;

import io.tidings.bench.load.Campaigns;
import io.tidings.bench.load.Figures;
import io.tidings.bench.load.Span;
import io.tidings.bench.processes.Installation;
import io.tidings.bench.processes.Plan;
import io.tidings.bench.processes.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much of SES's quota is used, whether it is ever exceeded, how soon a verb acts, and how long notifications wait meanwhile. */
@Command(name = "pace", description = "use of the quota, throttles, pause and resume, notifications beside a campaign")
public final class PaceCommand implements Callable<Integer> {

    /** The quota is read anew after ten seconds. */
    private static final Duration UNTIL_THE_QUOTA_IS_KNOWN = Duration.ofSeconds(12);

    private static final Duration WARM = Duration.ofSeconds(6);
    private static final int SLOW = 50;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int PEOPLE = 50_000;

    @Option(names = "--rates", split = ",", defaultValue = "14,100,500", description = "what SES allows a second")
    List<Integer> rates = List.of();

    @Option(names = "--services", split = ",", defaultValue = "1,3", description = "processes of the service")
    List<Integer> services = List.of();

    @Option(names = "--json")
    @Nullable
    Path json;

    private final Figures figures = new Figures();

    @Override
    public Integer call() throws IOException {
        for (int count : services) {
            Plan plan = Plan.in(Files.createTempDirectory("tidings-bench"))
                    .services(count)
                    .rate(rates.getFirst())
                    .aws("--keep-bodies", "8");
            try (Installation tidings = Installation.start(plan)) {
                run(tidings);
            }
        }
        return figures.finish(json);
    }

    private void run(Installation tidings) throws IOException {
        Campaigns campaigns = new Campaigns(tidings.administrator());
        String audience = campaigns.audience(PEOPLE);
        String template = campaigns.template();
        for (int rate : rates) {
            allow(tidings, rate);
            String campaign = campaigns.launch("Pace", audience, template);
            awaitBegun(tidings);
            measure(tidings, rate);
            if (rate >= 500) {
                new Verbs(tidings, campaigns, figures).measure(campaign);
            } else {
                campaigns.act(campaign, "cancel");
            }
        }
        allow(tidings, 100);
        String campaign = campaigns.launch("Beside notifications", audience, template);
        awaitBegun(tidings);
        new Notifications(tidings, figures).measure();
        campaigns.act(campaign, "cancel");
    }

    private static void allow(Installation tidings, int rate) {
        tidings.faults("{\"account\": {\"rate\": " + rate + "}}");
        Wait.sleep(UNTIL_THE_QUOTA_IS_KNOWN);
    }

    private static void awaitBegun(Installation tidings) {
        long before = accepted(tidings);
        Wait.until(LONGEST, "the campaign to begin", () -> accepted(tidings) > before);
        Wait.sleep(WARM);
    }

    private void measure(Installation tidings, int rate) {
        Span.Mark from = Span.mark(tidings);
        Wait.sleep(Duration.ofSeconds(rate < SLOW ? 60 : 20));
        Span span = Span.since(from, tidings);
        figures.heading(String.format("SES allows %d a second, %d of the service", rate, tidings.services()));
        figures.atLeast(
                name("of the quota used", rate, tidings), 100 * span.accepted() / span.seconds() / rate, "%", 97);
        figures.atMost(name("refused for the rate", rate, tidings), span.throttled(), "calls", 0);
    }

    private static String name(String what, int rate, Installation tidings) {
        return what + " at " + rate + "/s by " + tidings.services();
    }

    static long accepted(Installation tidings) {
        return tidings.usage().path("ses").path("accepted").asLong();
    }
}
