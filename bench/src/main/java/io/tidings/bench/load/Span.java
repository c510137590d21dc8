package io.tidings.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.bench.processes.Installation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What was used between two moments of a running installation: time, CPU of each process, DynamoDB's units, mails. */
public record Span(
        double seconds, Map<String, Duration> cpu, double readUnits, double writeUnits, long accepted, long throttled) {

    /** One moment. */
    public record Mark(long nanos, Map<String, Duration> cpu, JsonNode usage) {}

    public static Mark mark(Installation tidings) {
        Map<String, Duration> cpu = new HashMap<>();
        tidings.programs().forEach((name, program) -> cpu.put(name, program.cpu()));
        return new Mark(System.nanoTime(), cpu, tidings.usage());
    }

    public static Span since(Mark from, Installation tidings) {
        Mark to = mark(tidings);
        Map<String, Duration> cpu = new HashMap<>();
        to.cpu().forEach((name, used) -> cpu.put(name, used.minus(from.cpu().getOrDefault(name, Duration.ZERO))));
        return new Span(
                (to.nanos() - from.nanos()) / 1e9,
                cpu,
                units(to, "readUnits") - units(from, "readUnits"),
                units(to, "writeUnits") - units(from, "writeUnits"),
                ses(to, "accepted") - ses(from, "accepted"),
                ses(to, "throttled") - ses(from, "throttled"));
    }

    public double cpuMicros(String program, long messages) {
        return cpu.getOrDefault(program, Duration.ZERO).toNanos() / 1e3 / messages;
    }

    private static double units(Mark mark, String kind) {
        double sum = 0;
        for (JsonNode table : mark.usage().path("dynamodb")) {
            sum += table.path(kind).asDouble();
        }
        return sum;
    }

    private static long ses(Mark mark, String what) {
        return mark.usage().path("ses").path(what).asLong();
    }
}
