package io.tidings.service.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Times as cells of a table; empty where there are none. */
final class TimesRow {

    static final List<String> HEAD = Stream.of("queueWait", "toAccepted", "toDelivered")
            .flatMap(time -> Stream.of(time + "Count", time + "P50Millis", time + "P95Millis"))
            .toList();

    private TimesRow() {}

    static List<Object> of(@Nullable TimesView times) {
        List<Object> cells = new ArrayList<>();
        if (times == null) {
            HEAD.forEach(_ -> cells.add(""));
        } else {
            for (TimesView.Times one : List.of(times.queueWait(), times.toAccepted(), times.toDelivered())) {
                cells.add(one.count());
                cells.add(cell(one.p50Millis(), one.p50OrMore()));
                cells.add(cell(one.p95Millis(), one.p95OrMore()));
            }
        }
        return cells;
    }

    private static Object cell(@Nullable Long millis, boolean orMore) {
        if (millis == null) {
            return "";
        }
        return orMore ? ">" + millis : millis;
    }
}
