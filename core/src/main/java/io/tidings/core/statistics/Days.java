package io.tidings.core.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Some days in a row, both ends included. */
public record Days(LocalDate first, LocalDate last) {

    public Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the last day is before the first");
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    public List<Bucket> buckets() {
        return first.datesUntil(last.plusDays(1)).map(Bucket::day).toList();
    }

    public List<YearMonth> months() {
        return Stream.iterate(
                        YearMonth.from(first),
                        month -> !month.isAfter(YearMonth.from(last)),
                        month -> month.plusMonths(1))
                .toList();
    }
}
