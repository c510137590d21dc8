package io.tidings.service.statistics;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.statistics.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Domains by the SMTP statuses their servers gave; the counts of a row are in the order of {@code statuses}. */
@Serdeable
@Schema(name = "StatusMatrix")
record Matrix(String stream, LocalDate from, LocalDate to, List<String> statuses, List<Row> items) {

    @Serdeable
    @Schema(name = "StatusMatrixRow")
    record Row(String domain, List<Long> counts) {}

    static Matrix of(String stream, Days days, List<String> domains, Map<String, Map<String, Long>> rows) {
        List<String> statuses = rows.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<Row> items = domains.stream()
                .filter(rows::containsKey)
                .map(domain -> new Row(
                        domain,
                        statuses.stream()
                                .map(status ->
                                        rows.getOrDefault(domain, Map.of()).getOrDefault(status, 0L))
                                .toList()))
                .toList();
        return new Matrix(stream, days.first(), days.last(), statuses, items);
    }
}
