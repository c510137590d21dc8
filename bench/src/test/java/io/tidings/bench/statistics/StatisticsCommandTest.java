package io.tidings.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.bench.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The benchmark itself: what it fills in is what the service counts, or it would wait in vain for the sums. */
class StatisticsCommandTest {

    @Test
    void theReadsOfTheDashboardAreMeasuredAtTwoVolumes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("figures.json");
        int code = new CommandLine(new StatisticsCommand())
                .execute("--few", "400", "--many", "2000", "--rounds", "3", "--json", file.toString());
        // On a small and busy machine the times are no figures; that all is measured is.
        assertThat(code).isIn(0, 1);
        JsonNode figures = Api.read(Files.readString(file));
        for (String call : new String[] {"summary", "breakdown by domain", "ten campaigns compared"}) {
            assertThat(figures.path(call + " at 2000, read units").path("value").asDouble())
                    .isPositive();
            assertThat(figures.path(call + " at 400, p95").path("value").asDouble())
                    .isPositive();
        }
        assertThat(figures.path("slowest p95").has("right")).isTrue();
        assertThat(figures.path("calls whose read units differ").path("value").asInt())
                .isZero();
    }
}
