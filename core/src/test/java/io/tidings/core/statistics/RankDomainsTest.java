package io.tidings.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.contract.Samples;
import io.tidings.core.memory.MemoryPorts;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankDomainsTest {

    private final StatisticsStore statistics = new MemoryPorts().statistics();
    private final RankDomains rank = new RankDomains(statistics, InstantSource.fixed(Samples.NOON));

    @Test
    void theLargestOfAMonthComeFirstHoweverManyThereAre() {
        for (int i = 0; i < 1_500; i++) {
            count("d" + i + ".example", LocalDate.of(2026, 3, 1 + i % 28), i);
        }
        count("february.example", LocalDate.of(2026, 2, 3), 1);
        rank.rank();
        List<String> top = statistics.topDomains(Stream.CAMPAIGN, YearMonth.of(2026, 3));
        assertThat(top).hasSize(RankDomains.TOP).startsWith("d1499.example", "d1498.example");
        assertThat(statistics.topDomains(Stream.CAMPAIGN, YearMonth.of(2026, 2)))
                .containsExactly("february.example");
        assertThat(statistics.topDomains(Stream.NOTIFICATION, YearMonth.of(2026, 3)))
                .isEmpty();
    }

    private void count(String domain, LocalDate day, long n) {
        statistics.mend(new CounterChanges()
                .add(new Scope(Family.DOMAIN, Stream.CAMPAIGN, domain), Bucket.day(day), Metric.ANSWERED, n));
    }
}
