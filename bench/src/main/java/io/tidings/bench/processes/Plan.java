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
 * @param awsJvm flags of the embedded AWS
 * @param aws options of the embedded AWS
 */
public record Plan(
        Path home,
        int services,
        List<String> serviceJvm,
        Map<String, String> settings,
        List<String> awsJvm,
        List<String> aws) {

    /** As {@code ./tidings up} starts it: one of each, data on disk, no limit on the rate. */
    public static Plan in(Path home) {
        return new Plan(
                home,
                1,
                List.of("-Xms24m", "-Xmx144m"),
                Map.of(),
                List.of("-Xms24m", "-Xmx256m"),
                List.of("--data", home + "/data"));
    }

    private static List<String> small(String heap) {
        return List.of("-Xms24m", heap, "-XX:MaxHeapFreeRatio=30", "-XX:MinHeapFreeRatio=15");
    }

    /** With room, so that what is measured is work and not the collecting of garbage in a tight place. */
    public Plan roomy() {
        return serviceJvm("-Xms256m", "-Xmx256m", "-Xmn128m").awsJvm("-Xms768m", "-Xmx768m", "-Xmn256m");
    }

    /** @param perSecond what SES allows */
    public Plan rate(double perSecond) {
        return aws("--rate", Double.toString(perSecond));
    }

    public Plan aws(String... more) {
        List<String> all = new ArrayList<>(aws);
        all.addAll(List.of(more));
        return new Plan(home, services, serviceJvm, settings, awsJvm, all);
    }

    public Plan services(int count) {
        return new Plan(home, count, serviceJvm, settings, awsJvm, aws);
    }

    public Plan serviceJvm(String... flags) {
        return new Plan(home, services, List.of(flags), settings, awsJvm, aws);
    }

    public Plan awsJvm(String... flags) {
        return new Plan(home, services, serviceJvm, settings, List.of(flags), aws);
    }

    public Plan setting(String name, String value) {
        return settings(Map.of(name, value));
    }

    public Plan settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return new Plan(home, services, serviceJvm, all, awsJvm, aws);
    }
}
