package io.tidings.bench.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.bench.Api;
import io.tidings.bench.load.Campaigns;
import io.tidings.bench.load.Figures;
import io.tidings.bench.processes.Installation;
import io.tidings.bench.processes.Plan;
import io.tidings.bench.processes.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** After a campaign with bounces and complaints, in a storm of faults: every counter against what the ledger says it must be. */
final class Rebuild {

    private static final int PEOPLE = 20_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration UNTIL_QUIET = Duration.ofSeconds(15);
    private static final String STORM = """
            {"seed": 11,
             "rules": [{"domain": "company1.example", "outcome": "bounce", "bounceType": "Permanent", "bounceSubType": "General"},
                       {"domain": "company2.example", "outcome": "bounce", "bounceType": "Transient", "bounceSubType": "MailboxFull"},
                       {"domain": "company3.example", "outcome": "complaint"},
                       {"domain": "icloud.com", "outcome": "open", "rate": 0.5},
                       {"domain": "*", "fault": "duplicate", "rate": 0.05},
                       {"domain": "*", "fault": "reorder", "rate": 0.05, "delayMs": 3000}],
             "sqs": {"redeliver": 0.02, "duplicate": 0.02},
             "dynamodb": {"throttle": 0.05, "conflict": 0.05}}""";

    /** The guard would rightly stop a campaign with so many bounces and complaints. */
    private static final Map<String, String> UNGUARDED =
            Map.of("TIDINGS_GUARD_BOUNCE_RATE", "1", "TIDINGS_GUARD_COMPLAINT_RATE", "1");

    private final Figures figures;

    Rebuild(Figures figures) {
        this.figures = figures;
    }

    void compare() throws IOException {
        Plan plan = Plan.in(Files.createTempDirectory("tidings-bench"))
                .settings(UNGUARDED)
                .aws("--keep-bodies", "8");
        try (Installation tidings = Installation.start(plan)) {
            Api api = tidings.administrator();
            Campaigns campaigns = new Campaigns(api);
            String audience = campaigns.audience(PEOPLE);
            String template = campaigns.template();
            tidings.faults(STORM);
            String campaign = campaigns.launch("Storm", audience, template);
            campaigns.awaitFinished(campaign, LONGEST);
            awaitQuiet(campaigns, campaign);
            tidings.noFaults();
            JsonNode job = api.post("/api/v1/statistics/rebuild", Api.object().put("dryRun", true));
            String path = "/api/v1/statistics/jobs/" + job.path("id").asText();
            Wait.until(
                    LONGEST,
                    "the comparison",
                    () -> !api.get(path).path("state").asText().equals("running"));
            JsonNode done = api.get(path);
            figures.heading("Every counter against the ledger, after a storm");
            figures.add("messages been through", done.path("done").asLong(), "");
            done.path("findings").forEach(finding -> System.out.println("  " + finding.asText()));
            figures.atLeast(
                    "no counter differs",
                    done.path("state").asText().equals("finished")
                                    && done.path("findings").size() <= 1
                            ? 1
                            : 0,
                    "",
                    1);
        }
    }

    private static String counted(Campaigns campaigns, String campaign) {
        ObjectNode figures = campaigns.statistics(campaign).deepCopy();
        return figures.remove(List.of("asOf", "rate", "allowedRate", "limit", "endsAt"))
                .toString();
    }

    /** Until no further report changes a figure. */
    private static void awaitQuiet(Campaigns campaigns, String campaign) {
        String before = "";
        while (true) {
            String now = counted(campaigns, campaign);
            if (now.equals(before)) {
                return;
            }
            before = now;
            Wait.sleep(UNTIL_QUIET);
        }
    }
}
