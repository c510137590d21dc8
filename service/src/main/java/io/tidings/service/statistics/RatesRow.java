package io.tidings.service.statistics;

import java.util.ArrayList;
import java.util.List;

/** Rates as cells of a table: each with its denominator and what that is. */
final class RatesRow {

    static final List<String> HEAD = head();

    private RatesRow() {}

    private static List<String> head() {
        List<String> head = new ArrayList<>();
        for (String rate : List.of(
                "delivered",
                "bounced",
                "softBounced",
                "complained",
                "opened",
                "openedByHuman",
                "clicked",
                "clickedByHuman",
                "unsubscribed")) {
            head.addAll(List.of(rate + "Rate", rate + "Of", rate + "Denominator"));
        }
        return List.copyOf(head);
    }

    static List<Object> of(RatesView rates) {
        List<Object> cells = new ArrayList<>();
        for (RateView rate : List.of(
                rates.delivered(),
                rates.bounced(),
                rates.softBounced(),
                rates.complained(),
                rates.opened(),
                rates.openedByHuman(),
                rates.clicked(),
                rates.clickedByHuman(),
                rates.unsubscribed())) {
            Double value = rate.value();
            cells.add(value == null ? "" : value);
            cells.add(rate.of());
            cells.add(rate.denominator());
        }
        return cells;
    }
}
