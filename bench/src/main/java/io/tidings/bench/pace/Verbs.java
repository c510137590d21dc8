package io.tidings.bench.pace;

import io.tidings.bench.load.Campaigns;
import io.tidings.bench.load.Figures;
import io.tidings.bench.processes.Installation;
import io.tidings.bench.processes.Wait;
import java.time.Duration;

/** From a marketer's click to the last mail, or the first. */
final class Verbs {

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration QUIET = Duration.ofSeconds(4);
    private static final double MOST_SECONDS = 2;

    private final Installation tidings;
    private final Campaigns campaigns;
    private final Figures figures;

    Verbs(Installation tidings, Campaigns campaigns, Figures figures) {
        this.tidings = tidings;
        this.campaigns = campaigns;
        this.figures = figures;
    }

    void measure(String campaign) {
        figures.heading(String.format("Verbs at 500 a second, %d of the service", tidings.services()));
        show("pause", lastAfter(campaign, "pause"));
        show("resume", firstAfter(campaign, "resume"));
        Wait.sleep(QUIET);
        show("cancel", lastAfter(campaign, "cancel"));
    }

    private void show(String verb, double seconds) {
        figures.atMost(verb + " acts after, with " + tidings.services(), seconds, "s", MOST_SECONDS);
    }

    private double lastAfter(String campaign, String verb) {
        long began = System.nanoTime();
        campaigns.act(campaign, verb);
        long seen = PaceCommand.accepted(tidings);
        long last = System.nanoTime();
        while (System.nanoTime() - last < QUIET.toNanos()) {
            Wait.sleep(LOOK);
            long now = PaceCommand.accepted(tidings);
            if (now != seen) {
                seen = now;
                last = System.nanoTime();
            }
        }
        return (last - began) / 1e9;
    }

    private double firstAfter(String campaign, String verb) {
        long before = PaceCommand.accepted(tidings);
        long began = System.nanoTime();
        campaigns.act(campaign, verb);
        Wait.until(Duration.ofSeconds(60), LOOK, "the campaign to go on", () -> PaceCommand.accepted(tidings) > before);
        return (System.nanoTime() - began) / 1e9;
    }
}
