package io.tidings.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.contract.Samples;
import io.tidings.core.memory.MemoryPorts;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankMembersTest {

    private final StatisticsStore statistics = new MemoryPorts().statistics();
    private final RankMembers rank = new RankMembers(statistics, InstantSource.fixed(Samples.NOON));

    @Test
    void theLargestOfAMonthComeFirstHoweverManyThereAre() {
        for (int i = 0; i < 1_500; i++) {
            count("d" + i + ".example", LocalDate.of(2026, 3, 1 + i % 28), i);
        }
        count("february.example", LocalDate.of(2026, 2, 3), 1);
        rank.rank();
        List<Ranked> top = ranked(Family.DOMAIN, Stream.CAMPAIGN, YearMonth.of(2026, 3));
        assertThat(top)
                .hasSize(RankMembers.TOP)
                .startsWith(new Ranked("d1499.example", 1_499), new Ranked("d1498.example", 1_498));
        assertThat(ranked(Family.DOMAIN, Stream.CAMPAIGN, YearMonth.of(2026, 2)))
                .containsExactly(new Ranked("february.example", 1));
        assertThat(ranked(Family.DOMAIN, Stream.NOTIFICATION, YearMonth.of(2026, 3)))
                .isEmpty();
    }

    @Test
    void templatesAndTopicsAreRankedByWhatSesTook() {
        for (String name : List.of("small", "large")) {
            statistics.mend(new CounterChanges()
                    .add(
                            new Scope(Family.TOPIC, Stream.CAMPAIGN, name),
                            Bucket.day(Samples.NOON),
                            Metric.ACCEPTED,
                            name.equals("large") ? 9 : 2)
                    .add(
                            new Scope(Family.TEMPLATE, Stream.NOTIFICATION, name),
                            Bucket.day(Samples.NOON),
                            Metric.SKIPPED,
                            1));
        }
        rank.rank();
        YearMonth month = YearMonth.from(Bucket.day(Samples.NOON).day());
        assertThat(ranked(Family.TOPIC, Stream.CAMPAIGN, month))
                .containsExactly(new Ranked("large", 9), new Ranked("small", 2));
        assertThat(ranked(Family.TEMPLATE, Stream.NOTIFICATION, month))
                .extracting(Ranked::name)
                .containsExactly("large", "small");
    }

    @Test
    void theLargestOfSeveralRankingsIsTheLargestOfTheirSums() {
        assertThat(Ranked.largest(
                        List.of(new Ranked("a", 5), new Ranked("b", 4), new Ranked("c", 3), new Ranked("b", 4)), 2))
                .containsExactly("b", "a");
    }

    private List<Ranked> ranked(Family family, Stream stream, YearMonth month) {
        return statistics.ranked(family, List.of(stream), List.of(month));
    }

    private void count(String domain, LocalDate day, long n) {
        statistics.mend(new CounterChanges()
                .add(new Scope(Family.DOMAIN, Stream.CAMPAIGN, domain), Bucket.day(day), Metric.ANSWERED, n));
    }
}
