package io.tidings.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Books;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignLife.Changed;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.Settings;
import io.tidings.core.campaign.Settings.GuardLimits;
import io.tidings.core.campaign.Settings.UnknownPolicy;
import io.tidings.core.sending.Figure;
import io.tidings.core.sending.FindPeople;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.core.suppression.Suppression;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * Whatever crashes, repeats or answers nothing: nobody is lost, nobody gets two, and the books balance at every step. So it is with a
 * campaign that is scheduled or held, limited in speed, that leaves the unknown alone, and that is sent to those it missed.
 */
class CampaignSimulationProperty {

    private static final int MOST_STEPS = 300_000;

    @Property(tries = 150)
    void nobodyIsLostAndNobodyGetsTwo(@ForAll long seed) throws InterruptedException {
        Play play = new Play(new Random(seed), UnknownPolicy.SEND_AGAIN);
        play.launch();
        play.untilFinished();
        play.world.settleFeedback();

        assertThat(play.world.ses.accepted()).doesNotHaveDuplicates();
        assertThat(new HashSet<>(play.world.ses.accepted())).isEqualTo(play.reachable);
        assertThat(play.books())
                .isEqualTo(
                        new Books(play.people, play.reachable.size(), play.people - play.reachable.size(), 0, 0, 0, 0));
    }

    @Property(tries = 100)
    void whoWasMissedIsReachedAndNobodyGetsTwo(@ForAll long seed) throws InterruptedException {
        Play play = new Play(new Random(seed), UnknownPolicy.SEND_AGAIN);
        play.world.ses.refuseForNow(seed % 3 == 0 ? 1 : 0.2);
        play.launch();
        play.untilFinished();
        play.invite(play.random.nextInt(100));
        play.world.ses.refuseForNow(0.1);
        for (int round = 0; round < 40 && play.anybodyMissed(); round++) {
            if (round > 20) {
                play.world.ses.refuseForNow(0);
            }
            play.retry(false, true);
            play.untilFinished();
        }
        play.world.settleFeedback();

        assertThat(play.world.ses.accepted()).doesNotHaveDuplicates();
        assertThat(new HashSet<>(play.world.ses.accepted())).isEqualTo(play.reachable);
        Books books = play.books();
        assertThat(books.accepted()).isEqualTo(play.reachable.size());
        assertThat(books.audience()).isEqualTo(play.people);
        assertThat(books.unknown() + books.waiting()).isZero();
    }

    @Property(tries = 100)
    void whoIsLeftUnknownIsFoundAndAskedAgainOnlyWhenThatIsMeant(@ForAll long seed) throws InterruptedException {
        Play play = new Play(new Random(seed), UnknownPolicy.LEAVE);
        play.launch();
        play.untilFinished();
        assertThat(play.world.ses.accepted()).doesNotHaveDuplicates();
        play.world.settleFeedback();

        Books left = play.books();
        assertThat(left.waiting()).isZero();
        assertThat(play.found(Figure.UNKNOWN)).hasSize((int) left.unknown());
        assertThat(play.found(Figure.UNCLAIMED)).isEmpty();
        assertThat(play.world.retry.preview(play.campaign()).unknown()).isEqualTo(left.unknown());
        assertThat(left.accepted()).isEqualTo(play.world.ses.accepted().size());

        play.world.ses.answerAlways();
        // A crash in the middle of asking again leaves somebody unknown again.
        for (int round = 0; round < 60 && play.books().unknown() > 0; round++) {
            play.retry(true, false);
            play.untilFinished();
            play.world.settleFeedback();
        }
        assertThat(play.books().unknown()).isZero();
        // What SES reports tells who got it, so whoever is still unknown did not.
        assertThat(play.world.ses.accepted()).doesNotHaveDuplicates();
        assertThat(new HashSet<>(play.world.ses.accepted())).isEqualTo(play.reachable);
    }

    @Property(tries = 300)
    void whoeverMayHaveBeenWrittenToIsFoundOutAfterACancelToo(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        UnknownPolicy policy = random.nextInt(4) == 0 ? UnknownPolicy.LEAVE : UnknownPolicy.SEND_AGAIN;
        Play play = new Play(random, policy);
        play.launch();
        int steps = random.nextInt(600);
        while (steps-- > 0 && play.world.state(play.draft) != CampaignState.FINISHED) {
            play.step();
        }
        if (!(play.world.life.cancel(play.draft.id(), World.ANA) instanceof Changed)) {
            return;
        }
        play.untilNobodyIsUnknown(policy);

        Books books = play.books();
        assertThat(books.balanced()).as("%s", books).isTrue();
        assertThat(play.world.ses.accepted()).doesNotHaveDuplicates().hasSize((int) books.accepted());
        assertThat(play.world.state(play.draft)).isEqualTo(CampaignState.CANCELLED);
    }

    /** One campaign in one world. */
    private static final class Play {
        private final Random random;
        private final World world;
        private final Campaign draft;
        private final Set<String> reachable = new HashSet<>();
        private int people;

        Play(Random random, UnknownPolicy policy) {
            this.random = random;
            double rate = 20 + random.nextInt(300);
            world = new World(random, rate, 40);
            Double limit = random.nextInt(3) == 0 ? (Double) (1 + random.nextDouble(rate)) : null;
            Duration hold = Duration.ofSeconds(random.nextInt(3) == 0 ? random.nextInt(100) : 0);
            Duration spread = random.nextInt(4) == 0 ? Duration.ofSeconds(1 + random.nextInt(600)) : null;
            draft = world.draft(
                    new Settings(policy, hold, limit, 1 + random.nextInt(100), spread, GuardLimits.DEFAULT));
            invite(1 + random.nextInt(600));
        }

        void invite(int newcomers) {
            List<EmailAddress> invited = new ArrayList<>();
            for (int i = 0; i < newcomers; i++, people++) {
                EmailAddress address = EmailAddress.of("p" + people + "@example" + people % 7 + ".com");
                invited.add(address);
                if (random.nextInt(25) == 0) {
                    world.ports
                            .suppressions()
                            .add(new Suppression(address, Suppression.Reason.COMPLAINT, "earlier", world.now));
                } else {
                    reachable.add(address.toString());
                }
            }
            world.now = world.now.plusMillis(1);
            world.join(draft, invited);
            world.now = world.now.plusMillis(1);
        }

        void launch() {
            if (random.nextInt(3) == 0) {
                String later = world.now
                        .plusSeconds(1 + random.nextInt(200))
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDateTime()
                        .toString();
                assertThat(world.life.schedule(draft.id(), World.ANA, later, "UTC"))
                        .isInstanceOf(Changed.class);
            } else {
                world.life.launch(draft.id(), World.ANA);
            }
        }

        boolean anybodyMissed() {
            var missed = world.retry.preview(campaign());
            return missed.refused() + missed.newcomers() > 0;
        }

        void retry(boolean unknown, boolean newcomers) {
            try {
                world.retry.retry(draft.id(), World.ANA, unknown, newcomers);
            } catch (Crash e) {
                // Whoever pressed the button does not know; the sweep goes on with what was stored.
            }
        }

        void untilFinished() throws InterruptedException {
            int steps = 0;
            while (world.state(draft) != CampaignState.FINISHED && steps++ < MOST_STEPS) {
                step();
                assertThat(books().balanced()).as("%s", books()).isTrue();
            }
            assertThat(world.state(draft)).isEqualTo(CampaignState.FINISHED);
        }

        /** Whom SES did not answer is left unknown by the policy that says so; nobody else is. */
        void untilNobodyIsUnknown(UnknownPolicy policy) throws InterruptedException {
            for (int steps = 0; steps < MOST_STEPS; steps++) {
                step();
                assertThat(books().balanced()).as("%s", books()).isTrue();
                if (books().unknown() == leftUnknown(policy) && world.feedback.isEmpty()) {
                    return;
                }
            }
            assertThat(books().unknown()).isEqualTo(leftUnknown(policy));
        }

        private long leftUnknown(UnknownPolicy policy) {
            return policy == UnknownPolicy.LEAVE
                    ? world.ports
                            .statistics()
                            .read(Scope.campaign(draft.id()), Bucket.TOTAL)
                            .of(Metric.LEFT_UNKNOWN)
                    : 0;
        }

        /** One worker does one thing; or nothing is to be done, and time passes. */
        private void step() throws InterruptedException {
            world.silence.look();
            int who = random.nextInt(10);
            boolean worked = switch (who) {
                case 0, 1, 2 -> world.planSomething();
                case 3, 4, 5 -> world.sendSomething();
                case 6, 7, 8 -> world.recordSomething();
                default -> pauseOrSweep();
            };
            if (!worked) {
                // Reports may lie unread for far longer than the grace period.
                world.now = world.now.plusMillis(random.nextInt(3_000));
            }
        }

        private boolean pauseOrSweep() {
            if (random.nextInt(30) == 0) {
                world.life.pauseByHand(draft.id(), World.ANA);
            }
            if (random.nextInt(60) == 0 && world.life.takeBack(draft.id(), World.ANA) instanceof Changed) {
                launch();
            }
            if (random.nextInt(30) == 0) {
                world.life.limitSpeed(draft.id(), World.ANA, random.nextBoolean() ? null : 1 + random.nextDouble(50));
            }
            if (random.nextInt(3) == 0) {
                world.life.resume(draft.id(), World.ANA, null);
            }
            world.sweep();
            return false;
        }

        Books books() {
            return world.books(draft);
        }

        Campaign campaign() {
            return world.now(draft);
        }

        List<String> found(Figure figure) {
            List<String> found = new ArrayList<>();
            @Nullable String cursor = null;
            do {
                FindPeople.Found page = world.people().find(campaign(), figure, cursor, 50);
                page.people().forEach(person -> found.add(person.id().value()));
                cursor = page.next();
            } while (cursor != null);
            return found;
        }
    }
}
