package io.tidings.core.statistics;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Notes which domains, templates and topics a month's messages were of most, so that a reader of statistics asks for those by name however
 * many there are. The order may be a little old; the counts a reader gets never are.
 */
public final class RankMembers {

    public static final int TOP = 50;
    private static final int PAGE = 1_000;
    private static final List<Family> FAMILIES = List.of(Family.DOMAIN, Family.TEMPLATE, Family.TOPIC);

    private final StatisticsStore statistics;
    private final InstantSource clock;

    public RankMembers(StatisticsStore statistics, InstantSource clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    /** This month, and the last one while late events may still come in. */
    public void rank() {
        YearMonth now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        for (Family family : FAMILIES) {
            for (Stream stream : Stream.values()) {
                rank(family, stream, now);
                rank(family, stream, now.minusMonths(1));
            }
        }
    }

    private void rank(Family family, Stream stream, YearMonth month) {
        // Of a domain only answers are counted.
        Metric size = family == Family.DOMAIN ? Metric.ANSWERED : Metric.ACCEPTED;
        PriorityQueue<Ranked> top = new PriorityQueue<>(Ranked.LEAST_FIRST);
        @Nullable String cursor = null;
        do {
            StatisticsStore.Names page = statistics.names(family, stream, month, cursor, PAGE);
            page.items().forEach((name, counts) -> {
                top.add(new Ranked(name, counts.of(size)));
                if (top.size() > TOP) {
                    top.poll();
                }
            });
            cursor = page.next();
        } while (cursor != null);
        List<Ranked> ranked = top.stream().sorted(Ranked.LEAST_FIRST.reversed()).toList();
        if (!ranked.isEmpty() && !ranked.equals(statistics.ranked(family, List.of(stream), List.of(month)))) {
            statistics.rank(family, stream, month, ranked);
        }
    }
}
