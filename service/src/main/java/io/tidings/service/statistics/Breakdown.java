package io.tidings.service.statistics;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some days' mail told apart by one thing.
 */
@Serdeable
@Schema(name = "Breakdown")
record Breakdown(String by, String stream, LocalDate from, LocalDate to, List<Part> items) {

    /**
     * @param key what it is called by; {@code name} is for people
     * @param times of notifications, where they are told apart by stream, category or template
     */
    @Serdeable
    @Schema(name = "BreakdownPart")
    record Part(
            String key,
            String name,
            CountsView counts,
            RatesView rates,
            @Nullable TimesView times) {
        Part with(@Nullable TimesView these) {
            return new Part(key, name, counts, rates, these);
        }
    }
}
