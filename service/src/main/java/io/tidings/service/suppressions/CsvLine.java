package io.tidings.service.suppressions;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line of a CSV file that a spreadsheet shows as it is, and never runs. */
final class CsvLine {

    /** What makes a spreadsheet take a cell for a formula. */
    private static final String BEGINS_FORMULA = "=+-@\t\r";

    private CsvLine() {}

    static String of(@Nullable String... cells) {
        return Arrays.stream(cells).map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String harmless = BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
