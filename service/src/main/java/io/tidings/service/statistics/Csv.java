package io.tidings.service.statistics;

import java.util.List;
import java.util.stream.Collectors;

/** A table as RFC 4180 has it, which a spreadsheet can open without running what somebody wrote into a name. */
final class Csv {

    // OWASP: with one of these a spreadsheet takes a cell for a formula.
    private static final String FORMULA = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder();

    Csv row(List<?> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String cell(Object value) {
        String cell = value.toString();
        if (!(value instanceof Number) && !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0) {
            cell = '\'' + cell;
        }
        boolean quoted = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
