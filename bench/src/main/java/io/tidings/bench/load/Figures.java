package io.tidings.bench.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.bench.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures of a run, printed as they come, and written as JSON for machines in the end. */
public final class Figures {

    private final List<Figure> all = new ArrayList<>();

    /** @param right nothing where there is no bound to keep */
    private record Figure(
            String name,
            double value,
            String unit,
            @Nullable Boolean right) {}

    public void heading(String text) {
        System.out.printf("%n%s%n", text);
    }

    public void add(String name, double value, String unit) {
        add(new Figure(name, value, unit, null), "");
    }

    /** For machines alone: people see it in a table. */
    public void keep(String name, double value, String unit) {
        all.add(new Figure(name, value, unit, null));
    }

    public void atMost(String name, double value, String unit, double most) {
        add(new Figure(name, value, unit, value <= most), "at most " + shown(most));
    }

    public void atLeast(String name, double value, String unit, double least) {
        add(new Figure(name, value, unit, value >= least), "at least " + shown(least));
    }

    private void add(Figure figure, String bound) {
        all.add(figure);
        String verdict = figure.right() == null ? "" : figure.right() ? "ok, " + bound : "!! " + bound;
        System.out.printf("  %-56s %12s %-14s %s%n", figure.name(), shown(figure.value()), figure.unit(), verdict);
    }

    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e12
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%,.1f", value);
    }

    /** Whether each figure with a bound keeps it. */
    public boolean right() {
        return all.stream().allMatch(figure -> figure.right() == null || figure.right());
    }

    public int finish(@Nullable Path file) {
        if (file != null) {
            ObjectNode json = Api.object();
            for (Figure figure : all) {
                ObjectNode one = json.putObject(figure.name())
                        .put("value", figure.value())
                        .put("unit", figure.unit());
                if (figure.right() != null) {
                    one.put("right", figure.right());
                }
            }
            try {
                Files.writeString(file, json.toPrettyString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        System.out.println(right() ? "\nEvery bound is kept." : "\nA bound is NOT kept: see the lines with !!.");
        return right() ? 0 : 1;
    }
}
