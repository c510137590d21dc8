package io.tidings.bench.processes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param home where data and logs lie
 * @param services how many processes of the service
 * @param serviceJvm flags of each of them
 * @param settings environment variables of the service and the bounce processor
 * @param aws options of the embedded AWS
 */
public record Plan(Path home, int services, List<String> serviceJvm, Map<String, String> settings, List<String> aws) {

    /** As {@code ./tidings up} starts it: one of each, data on disk, no limit on the rate. */
    public static Plan in(Path home) {
        return new Plan(home, 1, List.of("-Xms24m", "-Xmx144m"), Map.of(), List.of("--data", home + "/data"));
    }

    /** @param perSecond what SES allows */
    public Plan rate(double perSecond) {
        return aws("--rate", Double.toString(perSecond));
    }

    public Plan aws(String... more) {
        List<String> all = new ArrayList<>(aws);
        all.addAll(List.of(more));
        return new Plan(home, services, serviceJvm, settings, all);
    }

    public Plan services(int count) {
        return new Plan(home, count, serviceJvm, settings, aws);
    }

    public Plan serviceJvm(String... flags) {
        return new Plan(home, services, List.of(flags), settings, aws);
    }

    public Plan setting(String name, String value) {
        return settings(Map.of(name, value));
    }

    public Plan settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return new Plan(home, services, serviceJvm, all, aws);
    }
}
