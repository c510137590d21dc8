package io.tidings.core.ledger;

import io.tidings.core.audience.Page;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes every counter anew from the ledger and compares, while all goes on. A counter is read before and after the ledger; where the
 * two readings differ somebody was counting, and nothing is said of it. What differs from the ledger although it stood still is wrong.
 *
 * <p>How many a campaign's audience has and how many of it were claimed is not in the ledger, and is left as it is.
 */
public final class RebuildStatistics {

    /** Counters held in memory at once; where there are more, they are taken in turns, with a reading of the ledger each. */
    private static final int MOST_CELLS = 200_000;

    private static final int PAGE = 1_000;
    private static final int MENDED_TOGETHER = 50;

    private final MessageScan ledger;
    private final StatisticsStore statistics;
    private final int mostCells;

    public RebuildStatistics(MessageScan ledger, StatisticsStore statistics) {
        this(ledger, statistics, MOST_CELLS);
    }

    RebuildStatistics(MessageScan ledger, StatisticsStore statistics, int mostCells) {
        this.ledger = ledger;
        this.statistics = statistics;
        this.mostCells = mostCells;
    }

    public record Difference(Scope scope, Bucket bucket, Metric metric, long counted, long inLedger) {

        @Override
        public String toString() {
            return scope + ", " + bucket + ", " + metric.key() + ": counted " + counted + ", the ledger has "
                    + inLedger;
        }
    }

    /**
     * @param messages how many the ledger has
     * @param moving how many counters moved meanwhile and were not compared
     */
    public record Compared(List<Difference> differences, long messages, long moving) {}

    /** Called between any two pages; it may throw to end the work. */
    @FunctionalInterface
    public interface Progress {
        void stillHere();
    }

    public Compared compare(Progress progress) {
        for (int turns = 1; ; turns *= 2) {
            Compared all = compareIn(turns, progress);
            if (all != null) {
                return all;
            }
        }
    }

    /** Mends what two comparisons in a row find alike. */
    public Compared rebuild(Progress progress) {
        Compared first = compare(progress);
        if (first.differences().isEmpty()) {
            return first;
        }
        Compared second = compare(progress);
        Set<Difference> twice = new HashSet<>(first.differences());
        List<Difference> sure =
                second.differences().stream().filter(twice::contains).toList();
        for (int i = 0; i < sure.size(); i += MENDED_TOGETHER) {
            progress.stillHere();
            CounterChanges mending = new CounterChanges();
            sure.subList(i, Math.min(sure.size(), i + MENDED_TOGETHER))
                    .forEach(wrong -> mending.add(
                            wrong.scope(), wrong.bucket(), wrong.metric(), wrong.inLedger() - wrong.counted()));
            statistics.mend(mending);
        }
        return new Compared(sure, second.messages(), second.moving());
    }

    private @Nullable Compared compareIn(int turns, Progress progress) {
        List<Difference> differences = new ArrayList<>();
        long messages = 0;
        long moving = 0;
        for (int turn = 0; turn < turns; turn++) {
            CounterChanges before = counted(turn, turns, progress);
            CounterChanges sums = new CounterChanges();
            messages = sum(sums, turn, turns, progress);
            if (messages < 0 || before.cells() > mostCells) {
                return null;
            }
            CounterChanges moved = counted(turn, turns, progress).addAll(before, -1);
            moving += values(moved);
            CounterChanges wrong = new CounterChanges().addAll(sums, 1).addAll(before, -1);
            wrong.forEach((cell, counts) -> counts.forEach((metric, difference) -> {
                long counted = before.of(cell.scope(), cell.bucket()).of(metric);
                if (moved.of(cell.scope(), cell.bucket()).of(metric) == 0) {
                    differences.add(new Difference(cell.scope(), cell.bucket(), metric, counted, counted + difference));
                }
            }));
        }
        return new Compared(differences, messages, moving);
    }

    /** @return how many messages there are, or -1 when there is not room for their sums */
    private long sum(CounterChanges sums, int turn, int turns, Progress progress) {
        long messages = 0;
        @Nullable String cursor = null;
        do {
            progress.stillHere();
            Page<Message> page = ledger.page(0, 1, cursor);
            for (Message message : page.items()) {
                copy(message.tally(), sums, turn, turns);
            }
            messages += page.items().size();
            cursor = page.next();
            if (sums.cells() > mostCells) {
                return -1;
            }
        } while (cursor != null);
        return messages;
    }

    private CounterChanges counted(int turn, int turns, Progress progress) {
        CounterChanges counted = new CounterChanges();
        @Nullable String cursor = null;
        do {
            progress.stillHere();
            StatisticsStore.Cells page = statistics.all(cursor, PAGE);
            copy(page.items(), counted, turn, turns);
            cursor = page.next();
        } while (cursor != null && counted.cells() <= mostCells);
        return counted;
    }

    private static void copy(CounterChanges from, CounterChanges to, int turn, int turns) {
        from.forEach((cell, counts) -> {
            if (Math.floorMod(cell.hashCode(), turns) == turn) {
                counts.forEach((metric, n) -> {
                    if (metric != Metric.AUDIENCE && metric != Metric.CLAIMED) {
                        to.add(cell.scope(), cell.bucket(), metric, n);
                    }
                });
            }
        });
    }

    private static long values(CounterChanges changes) {
        long[] n = {0};
        changes.forEach((_, counts) -> n[0] += counts.size());
        return n[0];
    }
}
