package io.tidings.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.MailboxProvider;
import io.tidings.core.audience.Page;
import io.tidings.core.feedback.EventStore.Kept;
import io.tidings.core.feedback.EventStore.Progress;
import io.tidings.core.job.Job;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Days;
import io.tidings.core.statistics.Family;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Ranked;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.core.statistics.StatisticsStore.Names;
import io.tidings.core.statistics.Stream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public abstract class StatisticsContract {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    protected abstract Ports ports();

    private StatisticsStore statistics() {
        return ports().statistics();
    }

    @Test
    void daysAndHoursAreReadApartAndInSums() {
        Scope scope = Scope.campaign(Samples.id());
        Instant one = Instant.parse("2026-03-31T23:10:00Z");
        Instant two = Instant.parse("2026-04-01T00:10:00Z");
        count(scope, Bucket.hour(one), Metric.DELIVERED, 2);
        count(scope, Bucket.hour(two), Metric.DELIVERED, 3);
        count(scope, Bucket.TOTAL, Metric.DELIVERED, 5);
        assertThat(statistics().read(scope, List.of(Bucket.hour(one), Bucket.hour(two.plusSeconds(3_600)))))
                .isEqualTo(Map.of(Bucket.hour(one), Counts.of(Metric.DELIVERED, 2)));
        assertThat(statistics().read(scope, Bucket.TOTAL)).isEqualTo(Counts.of(Metric.DELIVERED, 5));
    }

    @Test
    void eachScopeIsSummedOverItsOwnBuckets() {
        Scope one = Scope.campaign(Samples.id());
        Scope two = Scope.campaign(Samples.id());
        Instant ten = Instant.parse("2026-03-31T10:00:00Z");
        Instant midnight = Instant.parse("2026-04-01T00:00:00Z");
        for (Scope scope : List.of(one, two)) {
            count(scope, Bucket.hour(ten), Metric.OPENED, 1);
            count(scope, Bucket.hour(midnight), Metric.OPENED, 2);
            count(scope, Bucket.TOTAL, Metric.OPENED, 3);
        }
        assertThat(statistics()
                        .sums(Map.of(
                                one, List.of(Bucket.hour(ten), Bucket.hour(midnight)), two, List.of(Bucket.hour(ten)))))
                .isEqualTo(Map.of(one, Counts.of(Metric.OPENED, 3), two, Counts.of(Metric.OPENED, 1)));
        assertThat(statistics().sums(Map.of(one, List.of(Bucket.TOTAL))))
                .isEqualTo(Map.of(one, Counts.of(Metric.OPENED, 3)));
    }

    @Test
    void theDaysAskedForAreSummedWhicheverItemsTheyShare() {
        for (Family family : List.of(Family.TEMPLATE, Family.TOPIC, Family.CATEGORY, Family.DOMAIN)) {
            for (Stream stream : Stream.values()) {
                Scope scope = new Scope(family, stream, Samples.id());
                LocalDate first = LocalDate.of(2026, 1, 30);
                for (int i = 0; i < 40; i++) {
                    count(scope, Bucket.day(first.plusDays(i)), Metric.OPENED, 1L << i);
                }
                Days days = new Days(first.plusDays(1), first.plusDays(33));
                assertThat(statistics().sums(List.of(scope, new Scope(family, stream, "nobody")), days))
                        .isEqualTo(Map.of(scope, Counts.of(Metric.OPENED, (1L << 34) - 2)));
            }
        }
    }

    @Test
    void providersAndStatusesShareAnItemAndStayApart() {
        Scope gmail = new Scope(Family.PROVIDER, Stream.NOTIFICATION, MailboxProvider.GMAIL.key());
        Scope other = new Scope(Family.PROVIDER, Stream.NOTIFICATION, MailboxProvider.OTHER.key());
        Scope one = new Scope(Family.STATUS, Stream.NOTIFICATION, "5.1.1");
        Scope two = new Scope(Family.STATUS, Stream.NOTIFICATION, "4.2.2");
        Days days = new Days(LocalDate.of(2032, 8, 31), LocalDate.of(2032, 9, 1));
        for (Bucket day : days.buckets()) {
            count(gmail, day, Metric.BOUNCED_PERMANENT, 1);
            count(other, day, Metric.BOUNCED_PERMANENT, 2);
            count(one, day, Metric.BOUNCED_PERMANENT, 3);
            count(two, day, Metric.BOUNCED_TRANSIENT, 4);
        }
        assertThat(statistics().sums(List.of(gmail, one), days))
                .isEqualTo(Map.of(
                        gmail, Counts.of(Metric.BOUNCED_PERMANENT, 2), one, Counts.of(Metric.BOUNCED_PERMANENT, 6)));
        assertThat(statistics().statuses(List.of(Stream.values()), days))
                .isEqualTo(Map.of(
                        one, Counts.of(Metric.BOUNCED_PERMANENT, 6), two, Counts.of(Metric.BOUNCED_TRANSIENT, 8)));
    }

    @Test
    void aDomainsStatusesAreReadByTheDomain() {
        String domain = Samples.id() + ".example";
        Scope full = new Scope(Family.DOMAIN_STATUS, Stream.CAMPAIGN, domain + " 4.2.2");
        Scope gone = new Scope(Family.DOMAIN_STATUS, Stream.CAMPAIGN, domain + " 5.7.*");
        count(full, Bucket.day(DAY), Metric.BOUNCED_TRANSIENT, 1);
        count(gone, Bucket.day(DAY), Metric.BOUNCED_PERMANENT, 2);
        assertThat(statistics().statuses(List.of(Stream.values()), List.of(domain), new Days(DAY, DAY)))
                .isEqualTo(Map.of(
                        full, Counts.of(Metric.BOUNCED_TRANSIENT, 1), gone, Counts.of(Metric.BOUNCED_PERMANENT, 2)));
    }

    @Test
    void namesComePageByPageEachWhole() {
        YearMonth month = YearMonth.of(2031, 5);
        Map<String, Counts> expected = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            String domain = "d" + i + ".example";
            for (int j = 0; j < 8; j++) {
                count(
                        new Scope(Family.DOMAIN, Stream.NOTIFICATION, domain),
                        Bucket.day(month.atDay(1 + 4 * j)),
                        Metric.ANSWERED,
                        i + 1);
            }
            expected.put(domain, Counts.of(Metric.ANSWERED, 8L * (i + 1)));
        }
        Map<String, Counts> found = new HashMap<>();
        @Nullable String cursor = null;
        do {
            Names page = statistics().names(Family.DOMAIN, Stream.NOTIFICATION, month, cursor, 3);
            page.items()
                    .forEach((domain, counts) ->
                            assertThat(found.put(domain, counts)).isNull());
            cursor = page.next();
        } while (cursor != null);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void rankingsOfSeveralMonthsAndStreamsAreReadTogether() {
        YearMonth month = YearMonth.of(2031, 6);
        List<YearMonth> months = List.of(month, month.plusMonths(1));
        List<Stream> streams = List.of(Stream.values());
        assertThat(statistics().ranked(Family.TOPIC, streams, months)).isEmpty();
        List<Ranked> june = List.of(new Ranked("two words", 12), new Ranked("news", 3));
        statistics().rank(Family.TOPIC, Stream.CAMPAIGN, month, june);
        assertThat(statistics().ranked(Family.TOPIC, streams, months)).isEqualTo(june);
        statistics().rank(Family.TOPIC, Stream.NOTIFICATION, month.plusMonths(1), List.of(new Ranked("news", 1)));
        assertThat(statistics().ranked(Family.TOPIC, streams, months))
                .containsExactlyInAnyOrder(june.get(0), june.get(1), new Ranked("news", 1));
    }

    @Test
    void everythingCountedIsFoundByWhoCompares() {
        CounterChanges counted = new CounterChanges();
        String name = Samples.id();
        for (Family family : Family.values()) {
            boolean campaign = family == Family.CAMPAIGN;
            if (family != Family.STREAM) {
                counted.add(
                        new Scope(family, Stream.CAMPAIGN, family == Family.DOMAIN_STATUS ? name + " 5.1.1" : name),
                        campaign ? Bucket.hour(Samples.NOON) : Bucket.day(DAY),
                        Metric.BOUNCED_PERMANENT,
                        7);
            }
        }
        statistics().mend(counted);
        CounterChanges found = new CounterChanges();
        @Nullable String cursor = null;
        do {
            StatisticsStore.Cells page = statistics().all(cursor, 10);
            page.items().forEach((cell, counts) -> {
                if (cell.scope().name().startsWith(name)) {
                    counts.forEach((metric, n) -> found.add(cell.scope(), cell.bucket(), metric, n));
                }
            });
            cursor = page.next();
        } while (cursor != null);
        assertThat(found).isEqualTo(counted);
    }

    @Test
    void whatSesSentIsReadBackWordForWord() {
        Instant at = Instant.parse("2031-07-01T10:00:00Z");
        List<String> long1 = List.of("{\"ä\":\"" + "x".repeat(900_000) + "\"}", "", "two\nlines");
        ports().events().keep(long1, at);
        ports().events().keep(List.of("next day"), at.plus(Duration.ofDays(1)));
        List<String> bodies = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Kept> page = ports().events().of(LocalDate.of(2031, 7, 1), cursor);
            page.items().forEach(kept -> {
                assertThat(kept.at()).isEqualTo(at);
                bodies.addAll(kept.bodies());
            });
            cursor = page.next();
        } while (cursor != null);
        assertThat(bodies).containsExactlyInAnyOrderElementsOf(long1);
    }

    @Test
    void howFarTheQueueIsReadIsKnown() {
        Progress progress = new Progress(Samples.NOON, Samples.NOON.plusSeconds(3));
        ports().events().noteProgress(new Progress(Samples.NOON.minusSeconds(9), Samples.NOON));
        ports().events().noteProgress(progress);
        assertThat(ports().events().progress()).contains(progress);
        ports().events().noteLate(Samples.NOON.plusSeconds(7));
        assertThat(ports().events().lateSeenAt()).contains(Samples.NOON.plusSeconds(7));
        assertThat(ports().events().progress()).contains(progress);
    }

    @Test
    void aJobIsGoneOnWithByOneProcess() {
        Job job = Job.started(Samples.id(), Job.Kind.REPLAY, "ana@example.com", "2026-03-01", Samples.NOON);
        ports().jobs().add(job);
        assertThat(ports().jobs().find(job.id())).contains(job);
        assertThat(ports().jobs().running()).contains(job);
        Job next = job.at("there", 5, Samples.NOON.plusSeconds(1));
        assertThat(ports().jobs().replace(next)).isTrue();
        assertThat(ports().jobs().replace(job.failed("lost", Samples.NOON))).isFalse();
        assertThat(ports().jobs().replace(next.finished(List.of("all well"), 1, Samples.NOON.plusSeconds(2))))
                .isTrue();
        assertThat(ports().jobs().running()).extracting(Job::id).doesNotContain(job.id());
    }

    private void count(Scope scope, Bucket bucket, Metric metric, long n) {
        statistics().mend(new CounterChanges().add(scope, bucket, metric, n));
    }
}
