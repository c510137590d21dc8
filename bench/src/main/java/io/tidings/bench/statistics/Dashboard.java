package io.tidings.bench.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.bench.Api;
import io.tidings.bench.load.Times;
import io.tidings.bench.processes.Installation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the dashboard and the campaign pages ask, each by its name. */
record Dashboard(Installation tidings, Api api, Map<String, String> calls) {

    private static final List<String> KINDS = List.of(
            "stream", "campaign", "template", "topic", "category", "domain", "provider", "bounceType", "smtpStatus");
    private static final List<String> TABLES = List.of("tidings-statistics", "tidings-campaigns", "tidings-templates");
    /** The service looks at the same tables now and then by itself: of some tries the cheapest was alone. */
    private static final int TRIES = 5;

    private static final int DATE = "2026-11-29".length();

    record Cost(double readUnits, Times times) {}

    /** Of the same days and hours at every volume, as the pages ask by themselves: thirty of each up to now. */
    static Dashboard of(Installation tidings, Api api, List<String> campaigns, Instant now) {
        String hours = "/api/v1/statistics/timeline?bucket=hour&from=" + now.minus(Duration.ofHours(29)) + "&to=" + now;
        String from = now.minus(Duration.ofDays(29)).toString();
        String days =
                "from=" + from.substring(0, DATE) + "&to=" + now.toString().substring(0, DATE);
        Map<String, String> calls = new LinkedHashMap<>();
        calls.put("summary", "/api/v1/statistics/summary?days=30");
        calls.put("timeline by day", "/api/v1/statistics/timeline?bucket=day&from=" + from + "&to=" + now);
        calls.put("timeline by hour", hours);
        KINDS.forEach(
                kind -> calls.put("breakdown by " + kind, "/api/v1/statistics/breakdown?" + days + "&by=" + kind));
        calls.put("domains by status", "/api/v1/statistics/matrix?" + days);
        calls.put(
                "ten campaigns compared",
                "/api/v1/statistics/compare?hours=24&campaigns=" + String.join(",", campaigns.subList(0, 10)));
        calls.put("a campaign's figures", "/api/v1/campaigns/" + campaigns.getLast() + "/statistics");
        calls.put("a campaign's timeline", hours + "&campaignId=" + campaigns.getLast());
        return new Dashboard(tidings, api, calls);
    }

    /** In turns, so that no call has the caches for itself. */
    Map<String, Cost> measure(int warmUp, int rounds) {
        for (int i = 0; i < warmUp; i++) {
            calls.values().forEach(api::get);
        }
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            calls.forEach((name, path) -> {
                long from = System.nanoTime();
                api.get(path);
                times.computeIfAbsent(name, _ -> new ArrayList<>()).add((System.nanoTime() - from) / 1e6);
            });
        }
        Map<String, Cost> costs = new LinkedHashMap<>();
        times.forEach((name, millis) ->
                costs.put(name, new Cost(units(calls.getOrDefault(name, "")), new Times(millis))));
        return costs;
    }

    private double units(String path) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            double before = readUnits();
            api.get(path);
            least = Math.min(least, readUnits() - before);
        }
        return least;
    }

    private double readUnits() {
        JsonNode tables = tidings.usage().path("dynamodb");
        return TABLES.stream()
                .mapToDouble(table -> tables.path(table).path("readUnits").asDouble())
                .sum();
    }
}
