package io.tidings.bench.pace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.bench.Api;
import io.tidings.bench.load.Figures;
import io.tidings.bench.load.Times;
import io.tidings.bench.processes.Installation;
import io.tidings.bench.processes.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Five notifications a second beside a campaign that takes all of the rate: how long each waits for SES. */
final class Notifications {

    private static final int COUNT = 200;
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Installation tidings;
    private final Figures figures;

    Notifications(Installation tidings, Figures figures) {
        this.tidings = tidings;
        this.figures = figures;
    }

    void measure() {
        Api api = new Api(tidings.url());
        String key = tidings.firstLogin("apiKey");
        Map<String, Instant> taken = new HashMap<>();
        for (int i = 0; i < COUNT; i++) {
            Instant next = Instant.now().plus(BETWEEN);
            String id = api.postWithKey("/api/v1/notifications", key, mention(i))
                    .path("id")
                    .asText();
            taken.put(id, Instant.now());
            Duration rest = Duration.between(Instant.now(), next);
            Wait.sleep(rest.isPositive() ? rest : Duration.ZERO);
        }
        Map<String, Instant> sent = new HashMap<>();
        Wait.until(LONGEST, "all notifications", () -> {
            sent.putAll(sent(taken));
            return sent.size() == COUNT;
        });
        List<Long> waits = new ArrayList<>();
        sent.forEach((id, at) ->
                waits.add(Math.max(0, Duration.between(taken.get(id), at).toMillis())));
        Times times = new Times(waits);
        figures.heading(String.format(
                "Notifications at 5 a second beside a campaign at 100 a second, %d of the service",
                tidings.services()));
        figures.atMost("from accepted to SES, p95, with " + tidings.services(), times.within(0.95), "ms", 1_000);
        figures.add("from accepted to SES, longest, with " + tidings.services(), times.longest(), "ms");
    }

    private Map<String, Instant> sent(Map<String, Instant> taken) {
        Map<String, Instant> sent = new HashMap<>();
        for (JsonNode mail : new Api(tidings.aws()).lines("/_inbox/accepted?campaign=notification&limit=10000")) {
            String id = mail.path("tags").path("origin-id").asText();
            if (taken.containsKey(id)) {
                sent.put(id, Instant.parse(mail.path("time").asText()));
            }
        }
        return sent;
    }

    private static ObjectNode mention(int i) {
        ObjectNode body = Api.object().put("category", "conversation");
        body.putObject("recipient").put("email", "reader" + i + "@example.com");
        body.putObject("content").put("subject", "You were mentioned").put("html", "<p>Emil wrote: lunch at noon?</p>");
        return body;
    }
}
