package io.tidings.bench.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.bench.Api;
import io.tidings.bench.load.Campaigns;
import io.tidings.bench.load.Figures;
import io.tidings.bench.load.Times;
import io.tidings.bench.processes.Installation;
import io.tidings.bench.processes.Plan;
import io.tidings.bench.processes.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** From SES's delivery event to the dashboard's figure, at five hundred events a second. */
final class Lag {

    private static final int RATE = 250;
    private static final int PEOPLE = RATE * 40;
    /** What starts cold is not measured: a campaign goes before. */
    private static final int WARM = PEOPLE / 2;

    private static final long DELIVERY_AFTER_MILLIS = 50;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Figures figures;

    Lag(Figures figures) {
        this.figures = figures;
    }

    void measure() throws IOException {
        Plan plan =
                Plan.in(Files.createTempDirectory("tidings-bench")).rate(RATE).aws("--keep-bodies", "8");
        try (Installation tidings = Installation.start(plan)) {
            Campaigns campaigns = new Campaigns(tidings.administrator());
            String audience = campaigns.audience(PEOPLE);
            String template = campaigns.template();
            watch(campaigns, campaigns.launch("Warm", campaigns.audience(WARM), template), WARM);
            String campaign = campaigns.launch("Lag", audience, template);
            List<Instant> shown = watch(campaigns, campaign, PEOPLE);
            List<Instant> happened = new ArrayList<>();
            for (JsonNode mail : new Api(tidings.aws()).lines("/_inbox/accepted?campaign=" + campaign)) {
                happened.add(Instant.parse(mail.path("time").asText()).plusMillis(DELIVERY_AFTER_MILLIS));
            }
            happened.sort(null);
            List<Long> lags = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                lags.add(Duration.between(happened.get(i), shown.get(i)).toMillis());
            }
            Times times = new Times(lags);
            figures.heading("From SES's event to the dashboard, at 500 events a second");
            figures.add("half of them within", times.within(0.5), "ms");
            figures.atMost("99 of a hundred within", times.within(0.99), "ms", 2_000);
        }
    }

    /** When the dashboard first showed so many deliveries. */
    private static List<Instant> watch(Campaigns campaigns, String campaign, int people) {
        List<Instant> shown = new ArrayList<>();
        Wait.until(LONGEST, LOOK, "all deliveries", () -> {
            long delivered = campaigns.statistics(campaign).path("delivered").asLong();
            Instant now = Instant.now();
            while (shown.size() < delivered) {
                shown.add(now);
            }
            return delivered >= people;
        });
        return shown;
    }
}
