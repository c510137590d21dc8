package io.tidings.core.statistics;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Notes which domains a month's answers came from most, so that a reader of statistics asks for those by name however many there are.
 * The order may be a little old; the counts a reader gets never are.
 */
public final class RankDomains {

    public static final int TOP = 200;
    private static final int PAGE = 1_000;

    private record Ranked(String domain, long answered) {}

    private static final Comparator<Ranked> LEAST_FIRST =
            Comparator.comparingLong(Ranked::answered).thenComparing(Ranked::domain, Comparator.reverseOrder());

    private final StatisticsStore statistics;
    private final InstantSource clock;

    public RankDomains(StatisticsStore statistics, InstantSource clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    /** This month, and the last one while late events may still come in. */
    public void rank() {
        YearMonth now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        for (Stream stream : Stream.values()) {
            rank(stream, now);
            rank(stream, now.minusMonths(1));
        }
    }

    private void rank(Stream stream, YearMonth month) {
        PriorityQueue<Ranked> top = new PriorityQueue<>(LEAST_FIRST);
        @Nullable String cursor = null;
        do {
            StatisticsStore.Names page = statistics.domains(stream, month, cursor, PAGE);
            page.items().forEach((domain, counts) -> {
                top.add(new Ranked(domain, counts.of(Metric.ANSWERED)));
                if (top.size() > TOP) {
                    top.poll();
                }
            });
            cursor = page.next();
        } while (cursor != null);
        List<String> ranked =
                top.stream().sorted(LEAST_FIRST.reversed()).map(Ranked::domain).toList();
        if (!ranked.isEmpty() && !ranked.equals(statistics.topDomains(stream, month))) {
            statistics.rankDomains(stream, month, ranked);
        }
    }
}
