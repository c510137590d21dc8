package io.tidings.bench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.bench.lane.KilledLane;
import io.tidings.bench.load.Campaigns;
import io.tidings.bench.load.Figures;
import io.tidings.bench.processes.Installation;
import io.tidings.bench.processes.Plan;
import io.tidings.bench.processes.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A campaign - or notifications - during which processes die, queues repeat and reorder, and SES accepts without answering. */
@Command(
        name = "crash",
        description = "kill -9 in the middle of a campaign, or of notifications; prints lost, duplicated, unknown")
public final class CrashCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** Two, so that one is at work on what the other just lost. */
    private static final int SERVICES = 2;
    /**
     * So short that what a crash left unknown is settled while one waits. The order of the times is that of the defaults: a message is sent
     * again only after a report that died with its reader had the time to come back.
     */
    private static final Map<String, String> IMPATIENT =
            Map.of("TIDINGS_GRACE", "20s", "TIDINGS_LEASE", "8s", "TIDINGS_TURN", "4s", "TIDINGS_SWEEP_EVERY", "1s");

    private static final double REQUESTS_A_SECOND = 200;
    private static final Duration HANDED_OUT_AGAIN = Duration.ofSeconds(6);
    private static final String DISORDER = """
            {"seed": %d,
             "rules": [{"domain": "*", "fault": "duplicate", "rate": 0.02},
                       {"domain": "*", "fault": "reorder", "rate": 0.02, "delayMs": 3000},
                       {"domain": "*", "fault": "time-out", "rate": 0.01}],
             "sqs": {"redeliver": 0.02, "duplicate": 0.02}
             %s}""";
    private static final String STORM = ", \"dynamodb\": {\"throttle\": 0.05, \"conflict\": 0.05}";

    @Option(names = "--recipients", defaultValue = "20000")
    int recipients;

    @Option(names = "--kills", defaultValue = "10")
    int kills;

    @Option(names = "--rate", defaultValue = "500", description = "messages a second that SES allows")
    double rate;

    @Option(names = "--seed", description = "of what is killed when, and of all disorder")
    long seed = System.nanoTime() % 1_000_000;

    @Option(
            names = "--storm",
            description = "DynamoDB throttles 5 % of the requests and lets 5 % of the transactions collide")
    boolean storm;

    @Option(
            names = "--notifications",
            description = "the lane instead: 200 requests a second for a minute, the service killed every 10 s")
    boolean notifications;

    @Option(names = "--seconds", defaultValue = "60", description = "how long notifications are asked for")
    int seconds;

    @Option(names = "--json")
    @Nullable
    Path json;

    private final Figures figures = new Figures();

    @Override
    public Integer call() throws IOException {
        System.out.printf("--seed %d%n", seed);
        Path home = Files.createTempDirectory("tidings-crash");
        Plan plan = Plan.in(home)
                .services(notifications ? 1 : SERVICES)
                .rate(rate)
                .aws("--keep-bodies", "8")
                .settings(IMPATIENT);
        try (Installation tidings = Installation.start(plan)) {
            tidings.handOutAgainAfter(HANDED_OUT_AGAIN);
            if (notifications) {
                tidings.faults(DISORDER.formatted(seed, storm ? STORM : ""));
                new KilledLane(tidings, figures).run(REQUESTS_A_SECOND, Duration.ofSeconds(seconds));
            } else {
                campaign(tidings);
            }
            if (!figures.right()) {
                System.out.println(tidings.lastWords());
            }
        }
        return figures.finish(json);
    }

    private void campaign(Installation tidings) {
        Campaigns campaigns = new Campaigns(tidings.administrator());
        String audience = campaigns.audience(recipients);
        String template = campaigns.template();
        tidings.faults(DISORDER.formatted(seed, storm ? STORM : ""));
        long began = System.nanoTime();
        String campaign = campaigns.launch("Crash", audience, template);
        new Killer(tidings, new Random(seed), campaign, recipients).kill(kills);
        campaigns.awaitFinished(campaign, LONGEST);
        awaitReports(campaigns, campaign);
        double seconds = (System.nanoTime() - began) / 1e9;
        report(campaigns, campaign, Witness.of(tidings, campaign), seconds);
    }

    private void awaitReports(Campaigns campaigns, String campaign) {
        Wait.until(
                LONGEST,
                "the last report",
                () -> campaigns.statistics(campaign).path("delivered").asLong() >= recipients);
    }

    private void report(Campaigns campaigns, String campaign, Witness witness, double seconds) {
        JsonNode books = campaigns.books(campaign);
        figures.heading(String.format(
                "%,d recipients, %d kills%s, %.0f s until all was settled",
                recipients, kills, storm ? ", a storm in DynamoDB" : "", seconds));
        figures.atMost("lost, by SES's own log", recipients - witness.people(), "people", 0);
        figures.atMost("duplicated, by SES's own log", witness.mails() - witness.people(), "mails", 0);
        figures.atMost("unknown, by the books", books.path("unknown").asLong(), "people", 0);
        figures.atLeast("accepted, by the books", books.path("accepted").asLong(), "people", recipients);
        figures.atLeast("the books balance", books.path("balanced").asBoolean() ? 1 : 0, "", 1);
        for (String none : new String[] {"skipped", "refused", "cancelled", "waiting"}) {
            figures.atMost(none + ", by the books", books.path(none).asLong(), "people", 0);
        }
        figures.atMost(
                "delivered more often than accepted",
                campaigns.statistics(campaign).path("delivered").asLong() - recipients,
                "",
                0);
    }
}
