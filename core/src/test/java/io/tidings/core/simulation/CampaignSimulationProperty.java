package io.tidings.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.audience.Audience;
import io.tidings.core.audience.Contact;
import io.tidings.core.campaign.Books;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignLife;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.PlanQueue.PlanStep;
import io.tidings.core.contract.Samples;
import io.tidings.core.feedback.RecordFeedback;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.ledger.BatchKey;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.pacing.SendPacer;
import io.tidings.core.pacing.SendQuota;
import io.tidings.core.sending.BatchResult;
import io.tidings.core.sending.ComposeBatch;
import io.tidings.core.sending.FeedbackBacklog;
import io.tidings.core.sending.FeedbackSilence;
import io.tidings.core.sending.FrozenTemplates;
import io.tidings.core.sending.HandOver;
import io.tidings.core.sending.PlanCampaign;
import io.tidings.core.sending.SendBatch;
import io.tidings.core.sending.SendSettings;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Scope;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.template.RenderedContent;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateContent;
import io.tidings.core.template.TemplateEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever crashes, repeats or answers nothing: nobody is lost, nobody gets two, and the books balance at every step. */
class CampaignSimulationProperty {

    private static final int MOST_STEPS = 200_000;

    @Property(tries = 150)
    void nobodyIsLostAndNobodyGetsTwo(@ForAll long seed) throws InterruptedException {
        World world = new World(new Random(seed));
        world.launch();
        int steps = 0;
        while (world.state() != CampaignState.FINISHED && steps++ < MOST_STEPS) {
            world.step();
            assertThat(world.books().balanced()).as("%s", world.books()).isTrue();
        }
        world.settleFeedback();

        assertThat(world.state()).isEqualTo(CampaignState.FINISHED);
        assertThat(world.ses.accepted()).doesNotHaveDuplicates();
        assertThat(new HashSet<>(world.ses.accepted())).isEqualTo(world.reachable);
        assertThat(world.books())
                .isEqualTo(new Books(world.people.size(), world.reachable.size(), world.suppressed, 0, 0, 0, 0));
    }

    private static final class World {
        private final Random random;
        private final MemoryPorts ports = new MemoryPorts();
        private final SimulatedQueue<PlanStep> planQueue;
        private final SimulatedQueue<BatchKey> batchQueue;
        private final SimulatedQueue<Happened> feedback;
        private final FakeSes ses;
        private final CampaignLife life;
        private final PlanCampaign plan;
        private final SendBatch send;
        private final RecordFeedback record;
        private final List<Contact> people = new ArrayList<>();
        private final Set<String> reachable = new HashSet<>();
        private final Campaign draft;
        private long suppressed;
        private Instant now = Samples.NOON;

        World(Random random) {
            this.random = random;
            InstantSource clock = () -> now;
            Crash.Dice dice = new Crash.Dice(random, 40);
            CrashingPorts crashing = new CrashingPorts(ports, dice);
            planQueue = new SimulatedQueue<>(random);
            batchQueue = new SimulatedQueue<>(random);
            feedback = new SimulatedQueue<>(random);
            ses = new FakeSes(random, clock, dice, feedback);
            SendQuota quota = new SendQuota(20 + random.nextInt(300), OptionalDouble.empty(), 0, false, true);
            life = new CampaignLife(ports.campaigns(), ports.templates(), this::post, clock);
            plan = new PlanCampaign(
                    ports.campaigns(),
                    ports.audiences(),
                    crashing.plans(),
                    crashing.batches(),
                    this::post,
                    keys -> keys.forEach(key -> batchQueue.post(key, now)),
                    () -> quota,
                    clock);
            send = new SendBatch(
                    ports.campaigns(),
                    life,
                    crashing.batches(),
                    crashing.ledger(),
                    new ComposeBatch(
                            ports.contacts(),
                            ports.suppressions(),
                            SuppressionPolicy.DEFAULT,
                            (recipient, campaign) -> "https://tidings.example/u/" + recipient + campaign,
                            new FrozenTemplates(ports.templates(), World::compiled),
                            clock),
                    new HandOver(
                            new SendPacer(ports.permits(), () -> quota, clock, 0.1),
                            ses,
                            ports.campaigns(),
                            this::sleep,
                            clock),
                    new FeedbackSilence(
                            () -> new FeedbackBacklog.Depth(feedback.size(), 0), clock, SendSettings.DEFAULT),
                    clock,
                    SendSettings.DEFAULT);
            record = new RecordFeedback(crashing.ledger(), ports.suppressions(), clock, false);
            draft = Samples.draft();
        }

        void launch() {
            Template template = new Template(draft.templateId(), 1, "Spring", new TemplateContent("s", "h", "t"), now);
            ports.templates().add(template);
            ports.audiences().add(new Audience(draft.audienceId(), "Guests", 0, now));
            int size = 1 + random.nextInt(600);
            for (int i = 0; i < size; i++) {
                invite(EmailAddress.of("p" + i + "@example" + i % 7 + ".com"));
            }
            ports.contacts().upsert(people);
            ports.audiences()
                    .join(draft.audienceId(), people.stream().map(Contact::id).toList(), now);
            ports.campaigns().add(draft);
            life.launch(draft.id(), "ana@example.com");
        }

        private void invite(EmailAddress address) {
            people.add(new Contact(address, Map.of(), now));
            if (random.nextInt(25) == 0) {
                suppressed++;
                ports.suppressions().add(new Suppression(address, Suppression.Reason.COMPLAINT, "earlier", now));
            } else {
                reachable.add(address.toString());
            }
        }

        /** One worker does one thing; or nothing is to be done, and time passes. */
        void step() throws InterruptedException {
            int who = random.nextInt(10);
            boolean worked = switch (who) {
                case 0, 1, 2 -> planQueue.work(now, plan::take);
                case 3, 4, 5 -> batchQueue.work(now, this::send);
                case 6, 7, 8 -> recordSome();
                default -> pauseOrSweep();
            };
            if (!worked) {
                // Reports may lie unread for far longer than the grace period.
                now = now.plusMillis(random.nextInt(3_000));
            }
        }

        private boolean pauseOrSweep() {
            if (random.nextInt(30) == 0) {
                life.pause(draft.id(), null);
            }
            if (random.nextInt(3) == 0) {
                life.resume(draft.id());
            }
            try {
                plan.sweep();
            } catch (Crash e) {
                // The next sweep does it.
            }
            return false;
        }

        private void send(BatchKey key) throws InterruptedException {
            switch (send.send(key)) {
                case BatchResult.Settled(), BatchResult.Dropped() -> {}
                case BatchResult.Again(Duration delay, String _) -> batchQueue.post(key, now.plus(delay));
            }
        }

        private boolean recordSome() throws InterruptedException {
            return feedback.work(now, report -> record.record(List.of(report)));
        }

        void settleFeedback() throws InterruptedException {
            while (!feedback.isEmpty()) {
                recordSome();
            }
        }

        CampaignState state() {
            return ports.campaigns().find(draft.id()).orElseThrow().state();
        }

        Books books() {
            return Books.of(ports.statistics().read(Scope.campaign(draft.id()), Bucket.TOTAL), state());
        }

        private void post(PlanStep step, Duration delay) {
            planQueue.post(step, now.plus(delay));
        }

        private void sleep(Duration delay) {
            now = now.plus(delay);
        }

        private static TemplateEngine.Compilation compiled(TemplateContent content) {
            return new TemplateEngine.Compiled(new TemplateEngine.CompiledTemplate() {
                @Override
                public RenderedContent render(io.tidings.core.template.MergeFields fields) {
                    return new RenderedContent(content.subject(), content.html(), "text");
                }

                @Override
                public Set<String> fields() {
                    return Set.of();
                }
            });
        }
    }
}
