package io.tidings.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.MailboxProvider;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Family;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.Stream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading an item costs one unit however full it is, because it cannot get fuller than that. */
class CounterPlaceTest {

    /** DynamoDB: a read unit is 4 kB. */
    private static final int READ_UNIT = 4_096;

    private static final Set<Family> TIMED = Set.of(Family.STREAM, Family.TEMPLATE, Family.CATEGORY);

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    /** A counter of one shard and day: DynamoDB takes a byte for two digits and one more. */
    private static final int MILLION = 4;

    private static final int THOUSANDS = 3;
    private static final String LONG_NAME = "01890000-0000-7000-8000-000000000000";

    private final Map<CounterPlace.Key, Map<String, Integer>> items = new HashMap<>();

    @ParameterizedTest
    @EnumSource(
            value = Family.class,
            names = {"STREAM", "TEMPLATE", "TOPIC", "CATEGORY", "DOMAIN"})
    void withAMillionOfEverythingEachDayInEachShardAnItemIsReadForOneUnit(Family family) {
        for (Stream stream : Stream.values()) {
            Scope scope = family == Family.STREAM ? Scope.of(stream) : new Scope(family, stream, LONG_NAME);
            List<Metric> metrics = counted(stream == Stream.NOTIFICATION && TIMED.contains(family));
            for (int day = 0; day < 31; day++) {
                fill(scope, Bucket.day(FIRST.plusDays(day)), metrics, MILLION);
            }
        }
        assertThat(largest()).isLessThan(READ_UNIT);
    }

    @Test
    void soAreTheHoursOfACampaign() {
        for (int hour = 0; hour < 48; hour++) {
            Bucket bucket = Bucket.hour(Bucket.day(FIRST).start().plus(Duration.ofHours(hour)));
            fill(Scope.campaign(LONG_NAME), bucket, counted(false), MILLION);
        }
        assertThat(items).hasSize(4);
        assertThat(largest()).isLessThan(READ_UNIT);
    }

    @Test
    void thousandsAtAllProvidersOfWhatUsuallyHappensAreReadForOneUnit() {
        List<Metric> usual = List.of(
                Metric.ACCEPTED,
                Metric.SKIPPED,
                Metric.DELAYED,
                Metric.DELIVERED,
                Metric.BOUNCED_PERMANENT,
                Metric.BOUNCED_TRANSIENT,
                Metric.BOUNCED_UNDETERMINED,
                Metric.COMPLAINED,
                Metric.OPENED,
                Metric.OPENED_BY_HUMAN,
                Metric.OPENED_BY_MACHINE,
                Metric.CLICKED,
                Metric.CLICKED_BY_HUMAN,
                Metric.CLICKED_BY_MACHINE,
                Metric.UNSUBSCRIBED);
        for (MailboxProvider provider : MailboxProvider.values()) {
            fill(new Scope(Family.PROVIDER, Stream.CAMPAIGN, provider.key()), Bucket.day(FIRST), usual, THOUSANDS);
        }
        assertThat(items).hasSize(1);
        assertThat(largest()).isLessThan(READ_UNIT);
    }

    @Test
    void fortyStatusesADayAreReadForOneUnitAndTwentyOfADomain() {
        for (int status = 0; status < 40; status++) {
            for (int day = 0; day < 31; day++) {
                Bucket bucket = Bucket.day(FIRST.plusDays(day));
                String name = "5.7." + (10 + status);
                fill(
                        new Scope(Family.STATUS, Stream.CAMPAIGN, name),
                        bucket,
                        List.of(Metric.BOUNCED_PERMANENT),
                        THOUSANDS);
                if (status < 20) {
                    fill(
                            new Scope(Family.DOMAIN_STATUS, Stream.CAMPAIGN, LONG_NAME + " " + name),
                            bucket,
                            List.of(Metric.BOUNCED_PERMANENT),
                            THOUSANDS);
                }
            }
        }
        assertThat(largest()).isLessThan(READ_UNIT);
    }

    @Test
    void thePartitionsOfAMonthAreThoseOfItsDays() {
        assertThat(CounterPlace.partitions(Family.DOMAIN, Stream.CAMPAIGN, YearMonth.of(2026, 2)))
                .containsExactly("domain#campaign#2026-02-01", "domain#campaign#2026-02-17");
        assertThat(CounterPlace.partitions(Family.TEMPLATE, Stream.NOTIFICATION, YearMonth.of(2026, 12)))
                .containsExactly(
                        "template#notification#2026-12-01",
                        "template#notification#2026-12-09",
                        "template#notification#2026-12-17",
                        "template#notification#2026-12-25");
    }

    /** The audience and the claimed are counted in a campaign's total only. */
    private static List<Metric> counted(boolean timed) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric != Metric.AUDIENCE && metric != Metric.CLAIMED)
                .filter(metric -> timed || !metric.isTime())
                .toList();
    }

    private void fill(Scope scope, Bucket bucket, List<Metric> metrics, int bytes) {
        CounterPlace place = CounterPlace.of(scope, bucket);
        Map<String, Integer> item = items.computeIfAbsent(place.item(), _ -> new HashMap<>());
        metrics.forEach(metric -> assertThat(item.put(place.attribute(metric), bytes))
                .describedAs("two counters in one attribute")
                .isNull());
    }

    private int largest() {
        return items.entrySet().stream()
                .mapToInt(item -> size(item.getKey(), item.getValue()))
                .max()
                .orElseThrow();
    }

    private static int size(CounterPlace.Key key, Map<String, Integer> counters) {
        int names = "scope".length() + "bucket".length();
        return names
                + CounterPlace.sharded(key.partition(), 0).length()
                + key.sort().length()
                + counters.entrySet().stream()
                        .mapToInt(counter -> counter.getKey().length() + counter.getValue())
                        .sum();
    }
}
