package io.tidings.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.notification.Category;
import io.tidings.core.notification.LaneSettings;
import io.tidings.core.notification.PostNotification.Taken;
import io.tidings.core.notification.QuietHours;
import io.tidings.core.notification.WithdrawNotification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final EmailAddress ANA = EmailAddress.of("ana@example.com");

    private final LaneWorld world = new LaneWorld(new Random(7), 0, LaneSettings.DEFAULT);

    @BeforeEach
    void everybodyIsReached() {
        world.ses.deliverAll();
    }

    private static EmailAddress person(int i) {
        return EmailAddress.of("p" + i + "@example.com");
    }

    private String event(EmailAddress to, int number, String cancelKey) {
        return ((Taken) world.untilAnswered(world.event(to, "room", WINDOW, number, cancelKey), null))
                .posted()
                .id();
    }

    @Test
    void tenThousandEventsInAMinuteAreOneDigestForEachOfFiveHundred() throws InterruptedException {
        List<Integer> order = new ArrayList<>(IntStream.range(0, 10_000).boxed().toList());
        Collections.shuffle(order, new Random(1));
        for (int second = 0; second < 59; second++) {
            for (int i : order.subList(second * 10_000 / 59, (second + 1) * 10_000 / 59)) {
                event(person(i % 500), i, "unused");
            }
            world.run(Duration.ofSeconds(1));
        }
        assertThat(world.ses.accepted()).isEmpty();
        world.run(WINDOW.plusSeconds(5));

        assertThat(world.ses.accepted()).hasSize(500).doesNotHaveDuplicates();
        Map<String, List<String>> told = LaneSimulationProperty.told(world);
        assertThat(told.values()).allSatisfy(events -> assertThat(events).hasSize(20));
        assertThat(told.values().stream().flatMap(List::stream).distinct()).hasSize(10_000);
        assertThat(world.anythingWaits()).isFalse();
    }

    @Test
    void postedFromManyThreadsNoneIsMissing() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 4_000; i++) {
                int number = i;
                all.add(threads.submit(() -> event(person(number % 20), number, "unused")));
            }
            for (Future<String> one : all) {
                one.get();
            }
        }
        world.run(WINDOW.plusSeconds(5));
        assertThat(world.ses.accepted()).hasSize(20).doesNotHaveDuplicates();
        assertThat(LaneSimulationProperty.told(world).values().stream().flatMap(List::stream))
                .hasSize(4_000)
                .doesNotHaveDuplicates();
    }

    @Test
    void thereIsOneMailForAKeyInAWindow() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            event(ANA, i, "unused");
            world.run(Duration.ofSeconds(1));
        }
        world.run(WINDOW.multipliedBy(2));
        assertThat(world.ses.accepted().size()).isLessThanOrEqualTo(5);
        assertThat(LaneSimulationProperty.told(world).get(ANA.toString())).hasSize(300);
    }

    @Test
    void aFullGatheringIsFollowedByTheNextAndNothingIsLost() throws InterruptedException {
        IntStream.range(0, 2_500).forEach(i -> event(ANA, i, "unused"));
        world.run(WINDOW.plusSeconds(5));
        assertThat(world.ses.accepted()).hasSize(3);
        assertThat(LaneSimulationProperty.told(world).get(ANA.toString())).hasSize(2_500);
    }

    @Test
    void whatWasCalledOffIsNotToldAndWhatIsPostedLaterIs() throws InterruptedException {
        event(ANA, 1, "a");
        event(ANA, 2, "b");
        world.cancel.cancel("a");
        world.now = world.now.plusSeconds(1);
        event(ANA, 3, "a");
        world.run(WINDOW.plusSeconds(5));
        assertThat(LaneSimulationProperty.told(world).get(ANA.toString())).containsExactly("2", "3");
    }

    @Test
    void aGatheringOfWhichNothingIsLeftSendsNothing() throws InterruptedException {
        event(ANA, 1, "a");
        event(ANA, 2, "a");
        world.cancel.cancel("a");
        world.run(WINDOW.plusSeconds(5));
        assertThat(world.ses.accepted()).isEmpty();
        assertThat(world.anythingWaits()).isFalse();
    }

    @Test
    void afterAWithdrawalLaterEventsBeginTheNext() throws InterruptedException {
        String first = event(ANA, 1, "unused");
        assertThat(world.withdraw.withdraw(first)).isInstanceOf(WithdrawNotification.Withdrawn.class);
        assertThat(event(ANA, 2, "unused")).isNotEqualTo(first);
        world.run(WINDOW.plusSeconds(5));
        assertThat(LaneSimulationProperty.told(world).get(ANA.toString())).containsExactly("2");
        assertThat(world.withdraw.withdraw(first)).isInstanceOf(WithdrawNotification.Withdrawn.class);
    }

    @Test
    void theNightIsOverBeforeTheDigestIsSentAndEventsJoinUntilThen() throws InterruptedException {
        LaneSettings settings =
                new LaneSettings(Map.of(), QuietHours.parse("11:00-13:00"), false, LaneSettings.DEFAULT.zone(), 0);
        LaneWorld quiet = new LaneWorld(new Random(7), 0, settings);
        quiet.untilAnswered(quiet.event(ANA, "room", WINDOW, 1, null), null);
        quiet.run(Duration.ofMinutes(10));
        quiet.untilAnswered(quiet.event(ANA, "room", WINDOW, 2, null), null);
        quiet.untilAnswered(quiet.wanted(person(1), Category.ONE_TIME_CODE), null);
        quiet.run(Duration.ofMinutes(40));
        assertThat(quiet.ses.accepted()).containsExactly("p1@example.com");
        quiet.run(Duration.ofMinutes(12));
        assertThat(LaneSimulationProperty.told(quiet).get(ANA.toString())).containsExactly("1", "2");
    }
}
