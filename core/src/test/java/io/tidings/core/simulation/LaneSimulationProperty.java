package io.tidings.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.notification.Category;
import io.tidings.core.notification.LaneSettings;
import io.tidings.core.notification.PostNotification.Known;
import io.tidings.core.notification.PostNotification.Outcome;
import io.tidings.core.notification.PostNotification.Taken;
import io.tidings.core.notification.PostNotification.Wanted;
import io.tidings.core.sending.Mail;
import io.tidings.core.statistics.Elapsed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever crashes, at any write, gets lost on its way or comes twice: each request is one mail, and each event is in one mail. */
class LaneSimulationProperty {

    private static final Duration WINDOW = Duration.ofSeconds(60);

    @Property(tries = 200)
    void eachRequestWithAKeyIsOneMail(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        LaneWorld world = new LaneWorld(random, 60, LaneSettings.DEFAULT);
        Set<String> people = new HashSet<>();
        Category[] categories = Category.values();
        for (int i = 0; i < 20; i++) {
            EmailAddress to = EmailAddress.of("p" + i + "@example.com");
            Category category = categories[random.nextInt(categories.length)];
            String key = "key-" + i;
            String first = idOf(world.untilAnswered(world.wanted(to, category), key));
            people.add(to.toString());
            if (random.nextInt(3) == 0) {
                world.run(Duration.ofSeconds(random.nextInt(20)));
                Wanted again = world.wanted(to, category);
                assertThat(idOf(world.untilAnswered(again, key))).isEqualTo(first);
            }
        }
        world.run(Duration.ofMinutes(5));
        world.ses.answerAlways();
        world.run(Duration.ofMinutes(60));

        assertThat(world.ses.accepted()).doesNotHaveDuplicates();
        assertThat(new HashSet<>(world.ses.accepted())).isEqualTo(people);
        assertThat(world.times(Elapsed.TO_ACCEPTED).count()).isEqualTo(people.size());
        assertThat(world.times(Elapsed.QUEUE_WAIT).count()).isEqualTo(people.size());
        assertThat(world.anythingWaits()).isFalse();
    }

    private static String idOf(Outcome outcome) {
        return switch (outcome) {
            case Taken(var posted) -> posted.id();
            case Known(var answer) -> answer.body();
            default -> throw new AssertionError("nothing is in flight: " + outcome);
        };
    }

    @Property(tries = 200)
    void eachEventIsInOneMail(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        LaneWorld world = new LaneWorld(random, 60, LaneSettings.DEFAULT);
        world.ses.deliverAll();
        Map<String, List<String>> sent = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            EmailAddress to = EmailAddress.of("p" + random.nextInt(4) + "@example.com");
            world.untilAnswered(world.event(to, "room", WINDOW, i, null), "key-" + i);
            sent.computeIfAbsent(to.toString(), _ -> new ArrayList<>()).add(Integer.toString(i));
            world.run(Duration.ofSeconds(random.nextInt(8)));
        }
        world.run(Duration.ofMinutes(5));
        world.ses.answerAlways();
        world.run(Duration.ofMinutes(60));

        Map<String, List<String>> told = told(world);
        assertThat(told.keySet()).isEqualTo(sent.keySet());
        told.forEach((person, events) -> assertThat(events).containsExactlyInAnyOrderElementsOf(sent.get(person)));
        assertThat(world.anythingWaits()).isFalse();
    }

    /** The events each person was told of, over all his mails. */
    static Map<String, List<String>> told(LaneWorld world) {
        Map<String, List<String>> told = new HashMap<>();
        for (Mail mail : world.ses.taken()) {
            told.computeIfAbsent(mail.to().toString(), _ -> new ArrayList<>())
                    .addAll(List.of(mail.content().text().toString().split(",")));
        }
        return told;
    }

    @Property(tries = 100)
    void nobodyGetsMoreThanTheCapAndNoAttemptCountsTwice(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        LaneSettings capped =
                new LaneSettings(Map.of(), LaneSettings.DEFAULT.quietHours(), false, LaneSettings.DEFAULT.zone(), 3);
        LaneWorld world = new LaneWorld(random, 40, capped);
        world.ses.deliverAll();
        EmailAddress to = EmailAddress.of("ana@example.com");
        IntStream.range(0, 8).forEach(i -> world.untilAnswered(world.wanted(to, Category.CONVERSATION), "c" + i));
        IntStream.range(0, 2).forEach(i -> world.untilAnswered(world.wanted(to, Category.ONE_TIME_CODE), "o" + i));
        world.run(Duration.ofMinutes(5));
        world.ses.answerAlways();
        world.run(Duration.ofMinutes(30));
        assertThat(world.anythingWaits()).isFalse();
        assertThat(world.ses.accepted().size()).isLessThanOrEqualTo(5);
        assertThat(world.ses.accepted().size()).isGreaterThanOrEqualTo(3);
    }
}
