package io.tidings.bench.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.bench.Api;
import io.tidings.bench.load.AwsClient;
import io.tidings.bench.load.Campaigns;
import io.tidings.bench.load.Figures;
import io.tidings.bench.processes.Installation;
import io.tidings.bench.processes.Plan;
import io.tidings.bench.processes.Wait;
import io.tidings.bench.statistics.Dashboard.Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the dashboard's reads cost, in read units and in time, after little mail and after a hundred times as much. */
@Command(name = "statistics", description = "read units and time of the dashboard's reads, at two volumes")
public final class StatisticsCommand implements Callable<Integer> {

    private static final int CAMPAIGNS = 20;
    private static final int TEMPLATES = 10;
    /** So many the API tells of. */
    private static final int DOMAINS = 20;

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final double MOST_MILLIS = 50;

    @Option(names = "--few", defaultValue = "10000", description = "messages at first: ${DEFAULT-VALUE}")
    int few;

    @Option(names = "--many", defaultValue = "1000000", description = "and then: ${DEFAULT-VALUE}")
    int many;

    @Option(names = "--rounds", defaultValue = "100", description = "how often each is asked: ${DEFAULT-VALUE}")
    int rounds;

    @Option(names = "--json")
    @Nullable
    Path json;

    /** What looks at the counters by itself looks seldom, and no campaign is stopped for what is filled in. */
    private static final Map<String, String> QUIET = Map.of(
            "TIDINGS_ALARMS_LOOK_EVERY", "10m",
            "TIDINGS_GUARD_BOUNCE_RATE", "1",
            "TIDINGS_GUARD_COMPLAINT_RATE", "1");

    private final Figures figures = new Figures();

    @Override
    public Integer call() throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Cost> small = measure(few, now);
        Map<String, Cost> large = measure(many, now);
        figures.heading(String.format(Locale.ROOT, "%,d messages and %,d messages", few, many));
        System.out.printf(
                "  %-28s %12s %12s   %22s   %22s%n",
                "", "read units", "read units", "ms p50/p95/p99", "ms p50/p95/p99");
        large.forEach((name, cost) -> {
            Cost before = small.getOrDefault(name, cost);
            System.out.printf(
                    Locale.ROOT,
                    "  %-28s %12.1f %12.1f   %22s   %22s%n",
                    name,
                    before.readUnits(),
                    cost.readUnits(),
                    shown(before),
                    shown(cost));
            keep(name, few, before);
            keep(name, many, cost);
        });
        System.out.println();
        figures.atMost(
                "calls whose read units differ",
                large.entrySet().stream()
                        .filter(entry -> entry.getValue().readUnits()
                                != small.getOrDefault(entry.getKey(), entry.getValue())
                                        .readUnits())
                        .count(),
                "",
                0);
        figures.atMost("slowest p95", Math.max(slowest(small), slowest(large)), "ms", MOST_MILLIS);
        return figures.finish(json);
    }

    private void keep(String name, int messages, Cost cost) {
        String at = name + " at " + messages;
        figures.keep(at + ", read units", cost.readUnits(), "");
        figures.keep(at + ", p50", cost.times().within(0.5), "ms");
        figures.keep(at + ", p95", cost.times().within(0.95), "ms");
        figures.keep(at + ", p99", cost.times().within(0.99), "ms");
    }

    private static String shown(Cost cost) {
        return String.format(
                Locale.ROOT,
                "%.1f / %.1f / %.1f",
                cost.times().within(0.5),
                cost.times().within(0.95),
                cost.times().within(0.99));
    }

    private static double slowest(Map<String, Cost> costs) {
        return costs.values().stream()
                .mapToDouble(cost -> cost.times().within(0.95))
                .max()
                .orElseThrow();
    }

    private Map<String, Cost> measure(int messages, Instant now) throws IOException {
        Plan plan = Plan.in(Files.createTempDirectory("tidings-bench")).roomy().settings(QUIET);
        try (Installation tidings = Installation.start(plan);
                DynamoDbClient dynamoDb = AwsClient.at(tidings.aws(), DynamoDbClient.builder())) {
            Api api = tidings.administrator();
            Campaigns campaigns = new Campaigns(api);
            List<String> templates = IntStream.range(0, TEMPLATES)
                    .mapToObj(_ -> campaigns.template())
                    .toList();
            String audience = campaigns.audience(1);
            List<String> ids = IntStream.range(0, CAMPAIGNS)
                    .mapToObj(i -> campaigns.draft("Campaign " + i, audience, templates.get(i % TEMPLATES)))
                    .toList();
            Volume volume = new Volume(now, ids, templates);
            Counters counters = volume.of(messages);
            counters.write(dynamoDb, "tidings-statistics");
            System.out.printf(Locale.ROOT, "%,d messages lie in %,d items of counters%n", messages, counters.size());
            launch(campaigns, volume, ids, dynamoDb);
            verify(api, messages);
            awaitRanking(api);
            return Dashboard.of(tidings, api, ids, now).measure(Math.max(1, rounds / 2), rounds);
        }
    }

    /** Each really sends its one mail, and then says that it was launched when its figures begin. */
    private static void launch(Campaigns campaigns, Volume volume, List<String> ids, DynamoDbClient dynamoDb) {
        ids.forEach(id -> campaigns.act(id, "launch"));
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            campaigns.awaitFinished(id, LONGEST);
            String launchedAt = volume.launchOf(i).toString();
            dynamoDb.updateItem(update -> update.tableName("tidings-campaigns")
                    .key(Map.of("id", AttributeValue.fromS(id)))
                    .updateExpression("SET launchedAt = :at")
                    .expressionAttributeValues(Map.of(":at", AttributeValue.fromS(launchedAt))));
        }
    }

    /** The service reads what was filled in as if it had counted it. */
    private static void verify(Api api, int messages) {
        Wait.until(LONGEST, "the last mails to be recorded", () -> {
            JsonNode counts = api.get("/api/v1/statistics/summary?days=" + (Volume.DAYS + 1))
                    .path("counts");
            return counts.path("accepted").asLong() == messages + CAMPAIGNS;
        });
    }

    /** The service ranks families and months one by one. */
    private static void awaitRanking(Api api) {
        Map.of("domain", DOMAINS, "template", TEMPLATES, "topic", Volume.TOPICS.size())
                .forEach((kind, most) -> Wait.until(
                        LONGEST,
                        "the ranking by " + kind,
                        () -> api.get("/api/v1/statistics/breakdown?by=" + kind)
                                        .path("items")
                                        .size()
                                >= most));
    }
}
