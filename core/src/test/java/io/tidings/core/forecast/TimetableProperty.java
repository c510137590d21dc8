package io.tidings.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidings.core.contract.Samples;
import io.tidings.core.pacing.SendQuota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TimetableProperty {

    private static final Instant NOW = Samples.NOON;
    private static final double SHARE = 0.1;

    private static SendQuota account(double perSecond, double day, double sent) {
        return new SendQuota(
                perSecond, Double.isInfinite(day) ? OptionalDouble.empty() : OptionalDouble.of(day), sent, false, true);
    }

    private static Run run(String id, double people, Instant start) {
        return new Run(id, id, people, start, 10, OptionalDouble.empty());
    }

    private static Course course(List<Run> runs, SendQuota account) {
        return Objects.requireNonNull(
                Timetable.of(runs, account, SHARE, NOW).get(runs.getFirst().id()));
    }

    @Example
    void aloneItHasTheAccountsRate() {
        Course course = course(List.of(run("a", 1_000, NOW)), account(100, Double.POSITIVE_INFINITY, 0));
        assertThat(course.firstRate()).isEqualTo(100);
        assertThat(course.end()).isEqualTo(NOW.plusSeconds(10));
        assertThat(course.spentAt()).isNull();
    }

    @Example
    void twoShareTheRateAndWhoIsLeftHasItAll() {
        List<Run> runs = List.of(run("a", 1_000, NOW), run("b", 500, NOW));
        SendQuota account = account(100, Double.POSITIVE_INFINITY, 0);
        assertThat(course(runs, account).firstRate()).isEqualTo(50);
        assertThat(course(runs, account).end()).isEqualTo(NOW.plusSeconds(15));
        assertThat(Objects.requireNonNull(
                                Timetable.of(runs, account, SHARE, NOW).get("b"))
                        .end())
                .isEqualTo(NOW.plusSeconds(10));
    }

    @Example
    void whoStartsWithASpentQuotaIsKeptBackByNothingElse() {
        SendQuota spent = account(100, 10_000, 9_000);
        Course course = course(List.of(run("a", 1_000, NOW)), spent);
        assertThat(course.startsWithoutQuota()).isTrue();
        assertThat(course.leftBefore()).isZero();
        // A day later all of it came back.
        Course later = course(List.of(run("a", 1_000, NOW.plus(Duration.ofDays(1)))), spent);
        assertThat(later.startsWithoutQuota()).isFalse();
        assertThat(later.leftBefore()).isCloseTo(9_000, within(1e-3));
        assertThat(later.leftAfter()).isCloseTo(8_000, within(1e-3));
    }

    @Example
    void whatStartsInMonthsIsForecastToo() {
        Instant start = NOW.plus(Duration.ofDays(200));
        Course course = course(List.of(run("a", 1_000, start)), account(100, 50_000, 0));
        assertThat(course.firstRate()).isEqualTo(100);
        assertThat(course.end()).isEqualTo(start.plusSeconds(10));
    }

    @Example
    void whatWasSentBeforeComesBackEvenly() {
        // 900 may be sent, 900 were: 900 / 86,400 a second come back.
        Course course = course(List.of(run("a", 90, NOW)), account(100, 1_000, 900));
        assertThat(course.spentAt()).isEqualTo(NOW);
        assertThat(course.goesOnAt()).isEqualTo(NOW);
        assertThat(course.end()).isEqualTo(NOW.plusSeconds(8_640));
    }

    @Example
    void whatItSentItselfComesBackAfterADay() {
        Course course = course(List.of(run("a", 1_000, NOW)), account(100, 1_000, 0));
        assertThat(course.spentAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(course.goesOnAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(course.end()).isEqualTo(NOW.plus(Duration.ofDays(1)).plusSeconds(1));
        assertThat(course.leftAfter()).isEqualTo(0, within(0.01));
    }

    @Example
    void whatNotificationsOverdrewHasToComeBackFirst() {
        Course course = course(List.of(run("a", 10, NOW)), account(100, 1_000, 950));
        assertThat(Duration.between(NOW, course.goesOnAt()).toSeconds()).isBetween(4_500L, 4_600L);
    }

    @Example
    void nobodyToSendToIsOverAtOnce() {
        Course course = course(List.of(run("a", 0, NOW.plusSeconds(5))), account(100, 1_000, 0));
        assertThat(course.end()).isEqualTo(NOW.plusSeconds(5));
    }

    @Example
    void whatLastsLongerThanIsLookedAheadHasNoEnd() {
        Run slow = new Run("a", "a", 1e9, NOW, 10, OptionalDouble.of(1));
        assertThat(course(List.of(slow), account(100, Double.POSITIVE_INFINITY, 0))
                        .end())
                .isNull();
    }

    @Property(tries = 300)
    void theEndIsNeverBeforeTheStartAndMorePeopleNeverEndEarlier(@ForAll long seed) {
        Random random = new Random(seed);
        SendQuota account = randomAccount(random);
        List<Run> runs = randomRuns(random);
        Course course = course(runs, account);
        assertThat(course.start()).isAfterOrEqualTo(NOW);
        if (course.end() != null) {
            assertThat(course.end()).isAfterOrEqualTo(course.start());
        }
        Run first = runs.getFirst();
        List<Run> more = new ArrayList<>(runs);
        more.set(
                0,
                new Run(
                        "0",
                        "0",
                        first.people() + 1 + random.nextInt(5_000),
                        first.start(),
                        first.weight(),
                        first.limit()));
        Course longer = course(more, account);
        if (course.end() == null) {
            assertThat(longer.end()).isNull();
        } else if (longer.end() != null) {
            assertThat(longer.end()).isAfterOrEqualTo(course.end().minusMillis(5));
        }
    }

    @Property(tries = 300)
    void allTogetherStayWithinRateAndQuota(@ForAll long seed) {
        Random random = new Random(seed);
        SendQuota account = randomAccount(random);
        List<Run> runs = randomRuns(random);
        Map<String, Course> courses = Timetable.of(runs, account, SHARE, NOW);
        double people = 0;
        Instant last = NOW;
        for (Run run : runs) {
            Course course = Objects.requireNonNull(courses.get(run.id()));
            assertThat(course.firstRate()).isLessThanOrEqualTo(account.perSecond() + 1e-9);
            assertThat(course.firstRate()).isLessThanOrEqualTo(run.limit().orElse(Double.MAX_VALUE) + 1e-9);
            if (course.end() == null) {
                return;
            }
            people += run.people();
            last = course.end().isAfter(last) ? course.end() : last;
        }
        double seconds = Duration.between(NOW, last).toMillis() / 1000.0 + 0.002;
        assertThat(people).isLessThanOrEqualTo(account.perSecond() * seconds + 1);
        double days = Math.ceil(seconds / 86_400);
        assertThat(people).isLessThanOrEqualTo(account.per24Hours().orElse(1e18) * (1 - SHARE) * days + 1);
    }

    private static SendQuota randomAccount(Random random) {
        double day = random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : 100 + random.nextInt(100_000);
        return account(1 + random.nextInt(200), day, Double.isInfinite(day) ? 0 : random.nextDouble() * day);
    }

    private static List<Run> randomRuns(Random random) {
        List<Run> runs = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            runs.add(new Run(
                    Integer.toString(i),
                    Integer.toString(i),
                    random.nextInt(20_000),
                    NOW.plusSeconds(random.nextInt(100_000) - 1_000),
                    1 + random.nextInt(100),
                    random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(0.5 + random.nextInt(100))));
        }
        return runs;
    }
}
