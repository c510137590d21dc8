package io.tidings.core.simulation;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.audience.Audience;
import io.tidings.core.audience.Contact;
import io.tidings.core.campaign.Books;
import io.tidings.core.campaign.Brief;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignLife;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.PlanQueue.PlanStep;
import io.tidings.core.campaign.Settings;
import io.tidings.core.contract.Samples;
import io.tidings.core.feedback.RecordFeedback;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.pacing.SendPacer;
import io.tidings.core.pacing.SendQuota;
import io.tidings.core.pacing.SpeedLimits;
import io.tidings.core.sending.BatchQueue.Fed;
import io.tidings.core.sending.BatchResult;
import io.tidings.core.sending.ComposeBatch;
import io.tidings.core.sending.FeedbackSilence;
import io.tidings.core.sending.FindPeople;
import io.tidings.core.sending.FrozenTemplates;
import io.tidings.core.sending.HandOver;
import io.tidings.core.sending.PlanCampaign;
import io.tidings.core.sending.RecentCampaigns;
import io.tidings.core.sending.RetryMissed;
import io.tidings.core.sending.SendBatch;
import io.tidings.core.sending.SendSettings;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Scope;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.template.MergeFields;
import io.tidings.core.template.RenderedContent;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateContent;
import io.tidings.core.template.TemplateEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** The engine with all that it needs, in memory and in simulated time; one worker does one thing after the other. */
final class World {

    static final String ANA = "ana@example.com";

    private static final Duration SWEEP_EVERY = Duration.ofSeconds(10);

    final MemoryPorts ports = new MemoryPorts();
    final FakeSes ses;
    final CampaignLife life;
    final PlanCampaign plan;
    final RetryMissed retry;
    final SimulatedProcessors feedback;
    final FeedbackSilence silence;
    Instant now = Samples.NOON;
    /** What SES answers when it is asked for the quota; it may throw. */
    Supplier<SendQuota> quotas;
    /** What others do while a worker waits for permits. */
    Runnable meanwhile = () -> {};

    private final SimulatedQueue<PlanStep> planQueue;
    private final SimulatedQueue<Fed> batchQueue;
    private final SendBatch send;

    /** @param crashes how many of them there are at most; and a world without them has an SES without faults */
    World(Random random, double perSecond, int crashes) {
        InstantSource clock = () -> now;
        Crash.Dice dice = new Crash.Dice(random, crashes);
        CrashingPorts crashing = new CrashingPorts(ports, dice);
        planQueue = new SimulatedQueue<>(random);
        batchQueue = new SimulatedQueue<>(random);
        SendQuota quota = new SendQuota(perSecond, OptionalDouble.empty(), 0, false, true);
        quotas = () -> quota;
        life = new CampaignLife(ports.campaigns(), ports.templates(), this::post, clock);
        MessageLedger ledger = crashing.ledger();
        RecordFeedback record = new RecordFeedback(ledger, ports.suppressions(), clock, false);
        feedback = new SimulatedProcessors(random, clock, record, crashes > 0);
        silence = new FeedbackSilence(feedback, feedback, clock, SendSettings.DEFAULT);
        ses = new FakeSes(random, clock, dice, feedback::post, crashes > 0);
        plan = new PlanCampaign(
                ports.campaigns(),
                ports.audiences(),
                crashing.plans(),
                crashing.batches(),
                ledger,
                this::post,
                batches -> batches.forEach(fed -> batchQueue.post(fed, now)),
                () -> quotas.get(),
                clock);
        retry = new RetryMissed(
                ports.campaigns(), ports.audiences(), ports.statistics(), crashing.plans(), this::post, clock);
        RecentCampaigns recent = new RecentCampaigns(ports.campaigns(), clock);
        send = new SendBatch(
                recent,
                life,
                crashing.batches(),
                ledger,
                new ComposeBatch(
                        ports.contacts(),
                        ports.suppressions(),
                        SuppressionPolicy.DEFAULT,
                        (recipient, campaign) -> "https://tidings.example/u/" + recipient + campaign,
                        new FrozenTemplates(ports.templates(), World::compiled),
                        clock),
                _ -> () -> {},
                new HandOver(
                        new SendPacer(ports.permits(), () -> quotas.get(), clock, 0.1),
                        new SpeedLimits(ports::permits, clock),
                        ses,
                        recent,
                        this::sleep,
                        clock),
                silence,
                clock,
                SendSettings.DEFAULT);
    }

    /** A draft for an audience of its own, still without members. */
    Campaign draft(Settings settings) {
        Campaign draft = Campaign.draft(
                Samples.id(), new Brief("Spring", Samples.id(), Samples.id(), Samples.SENDER, "news", settings), now);
        ports.templates().add(new Template(draft.templateId(), 1, "Spring", new TemplateContent("s", "h", "t"), now));
        ports.audiences().add(new Audience(draft.audienceId(), "Guests", 0, now));
        ports.campaigns().add(draft);
        return draft;
    }

    void join(Campaign campaign, List<EmailAddress> people) {
        ports.contacts()
                .upsert(people.stream()
                        .map(address -> new Contact(address, Map.of(), now))
                        .toList());
        ports.audiences()
                .join(
                        campaign.audienceId(),
                        people.stream().map(EmailAddress::recipientId).toList(),
                        now);
    }

    boolean planSomething() throws InterruptedException {
        return planQueue.work(now, plan::take);
    }

    boolean sendSomething() throws InterruptedException {
        return batchQueue.work(now, this::send);
    }

    boolean recordSomething() {
        return feedback.work();
    }

    /** Planning is quick and sending waits for permits, so all that can be planned is planned before each batch. */
    void run(Duration time) throws InterruptedException {
        Instant end = now.plus(time);
        Instant swept = now;
        while (now.isBefore(end)) {
            while (planSomething()) {}
            boolean worked = sendSomething();
            while (recordSomething()) {}
            if (!worked) {
                now = now.plusMillis(10);
            }
            if (now.isAfter(swept.plus(SWEEP_EVERY))) {
                sweep();
                swept = now;
            }
        }
    }

    /** As when processes die that have taken them all: the queue hands them out again only when nobody waits for it any more. */
    void loseBatchMessages() {
        batchQueue.clear();
    }

    int batchMessages() {
        return batchQueue.size();
    }

    void sweep() {
        silence.look();
        try {
            life.launchDue();
            plan.sweep();
        } catch (Crash e) {
            // The next sweep does it.
        }
    }

    private void send(Fed fed) throws InterruptedException {
        switch (send.send(fed)) {
            case BatchResult.Settled(), BatchResult.Dropped() -> {}
            case BatchResult.Again(Duration delay, String _) -> batchQueue.post(fed, now.plus(delay));
        }
    }

    void settleFeedback() {
        feedback.recordAll();
    }

    Campaign now(Campaign campaign) {
        return ports.campaigns().find(campaign.id()).orElseThrow();
    }

    CampaignState state(Campaign campaign) {
        return now(campaign).state();
    }

    Books books(Campaign campaign) {
        return Books.of(ports.statistics().read(Scope.campaign(campaign.id()), Bucket.TOTAL), state(campaign));
    }

    FindPeople people() {
        return new FindPeople(ports.audiences(), ports.ledger(), ports.batches());
    }

    private void post(PlanStep step, Duration delay) {
        planQueue.post(step, now.plus(delay));
    }

    private void sleep(Duration delay) {
        now = now.plus(delay);
        meanwhile.run();
    }

    private static TemplateEngine.Compilation compiled(TemplateContent content) {
        return new TemplateEngine.Compiled(new TemplateEngine.CompiledTemplate() {
            @Override
            public RenderedContent render(MergeFields fields) {
                return new RenderedContent(content.subject(), content.html(), "text");
            }

            @Override
            public Set<String> fields() {
                return Set.of();
            }
        });
    }
}
