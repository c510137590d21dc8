package io.tidings.core.sending;

import io.tidings.core.address.RecipientId;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignLife;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.PauseReason;
import io.tidings.core.campaign.Settings.UnknownPolicy;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchKey;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.pacing.Permit;
import io.tidings.core.sending.BatchQueue.Fed;
import io.tidings.core.sending.FrontOfLine.Place;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes one batch from claim to record. Whoever comes second, or comes back after a crash, finds it claimed and settles what is left. */
public final class SendBatch {

    private static final Duration SOON = Duration.ofSeconds(1);
    /** What SES reports of an unknown message is looked for this often until the grace period ends. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final RecentCampaigns campaigns;
    private final CampaignLife life;
    private final BatchStore batches;
    private final MessageLedger ledger;
    private final Recorder recorder;
    private final ComposeBatch compose;
    private final FrontOfLine front;
    private final HandOver handOver;
    private final FeedbackSilence silence;
    private final InstantSource clock;
    private final SendSettings settings;
    private final Set<BatchKey> inHand = ConcurrentHashMap.newKeySet();

    public SendBatch(
            RecentCampaigns campaigns,
            CampaignLife life,
            BatchStore batches,
            MessageLedger ledger,
            ComposeBatch compose,
            FrontOfLine front,
            HandOver handOver,
            FeedbackSilence silence,
            InstantSource clock,
            SendSettings settings) {
        this.campaigns = campaigns;
        this.life = life;
        this.batches = batches;
        this.ledger = ledger;
        this.recorder = new Recorder(ledger);
        this.compose = compose;
        this.front = front;
        this.handOver = handOver;
        this.silence = silence;
        this.clock = clock;
        this.settings = settings;
    }

    public BatchResult send(Fed fed) throws InterruptedException {
        Batch batch = batches.find(fed.key()).orElse(null);
        if (batch == null) {
            return new BatchResult.Settled();
        }
        // Fed again while a worker of this process waits for permits with it: a second one would take permits and not
        // use them.
        if (!inHand.add(fed.key())) {
            return new BatchResult.Dropped();
        }
        BatchResult result;
        try {
            result = send(batch);
        } finally {
            inHand.remove(fed.key());
        }
        // Who was fed again since has a newer message, so this one need not come again.
        return result instanceof BatchResult.Again && fed.fedAt().isBefore(batch.fedAt())
                ? new BatchResult.Dropped()
                : result;
    }

    private BatchResult send(Batch batch) throws InterruptedException {
        Instant now = clock.instant();
        if (batch.heldAt(now)) {
            return again(Duration.between(now, batch.leasedUntil()), "another worker holds it");
        }
        Campaign campaign = sending(batch).orElse(null);
        if (campaign != null) {
            return batch.fence() == 0 && !batch.again() ? claim(campaign, batch) : settle(campaign, batch);
        }
        Campaign cancelled = batch.unknown().isEmpty()
                ? null
                : campaigns.cancelled(batch.key().campaignId()).orElse(null);
        return cancelled == null ? new BatchResult.Dropped() : settle(cancelled, batch);
    }

    /** Whom to ask again is told by the newest launch. */
    private Optional<Campaign> sending(Batch batch) {
        String campaignId = batch.key().campaignId();
        return batch.again() ? campaigns.sendingNow(campaignId) : campaigns.sending(campaignId);
    }

    /**
     * Some were asked for before. What the events have told since is taken over; of the others, those whose worker died, or to whom SES
     * did not answer, wait out the grace period.
     */
    private BatchResult settle(Campaign campaign, Batch batch) throws InterruptedException {
        boolean silent = silence.provesNotTaken(batch.askedAt());
        List<RecipientId> settled = settledOf(campaign, batch);
        Batch left = batch.without(settled);
        // Who waits was given back, and got it all the same: he was claimed.
        int givenBack = batch.waiting().size() - left.waiting().size();
        if (!settled.isEmpty() && !batches.replace(batch, left, claimedBy(batch, givenBack))) {
            return again(SOON, "another worker was quicker");
        }
        if (left.empty()) {
            return new BatchResult.Settled();
        }
        if (!left.unknown().isEmpty()) {
            if (!silent) {
                return again(LOOK_AGAIN, "waiting for what SES reports");
            }
            if (campaign.settings().unknownPolicy() == UnknownPolicy.LEAVE) {
                return leaveUnknown(campaign, left);
            }
        }
        return campaign.state() == CampaignState.CANCELLED ? cancelUnknown(left) : claim(campaign, left);
    }

    /** SES never took them, and nobody is asked for any more: they are cancelled like those who waited. */
    private BatchResult cancelUnknown(Batch batch) {
        Batch left = batch.givenBack(batch.unknown()).released();
        return batches.replace(batch, left, claimedBy(batch, -batch.unknown().size()))
                ? new BatchResult.Dropped()
                : again(SOON, "another worker was quicker");
    }

    private BatchResult leaveUnknown(Campaign campaign, Batch batch) {
        Batch left = recorder.settle(batch, compose.leftUnknown(campaign, batch.unknown()));
        if (left == null) {
            return again(SOON, "another worker took it over");
        }
        return left.empty() ? new BatchResult.Settled() : again(Duration.ZERO, "the others of it wait");
    }

    private List<RecipientId> settledOf(Campaign campaign, Batch batch) {
        Origin origin = new Origin.OfCampaign(campaign.id());
        Campaign.Retry retry = campaign.launched().retry();
        return ledger
                .find(Stream.concat(batch.unknown().stream(), batch.waiting().stream())
                        .map(id -> new MessageLedger.Key(id, origin))
                        .toList())
                .values()
                .stream()
                .filter(message ->
                        batch.again() && retry != null ? !MissedPeople.mayAskAgain(message, retry) : message.settled())
                .map(Message::recipient)
                .toList();
    }

    /** Who has a speed limit of its own has its own line, and keeps nobody from the account's. */
    private BatchResult claim(Campaign campaign, Batch batch) throws InterruptedException {
        if (campaign.limitPerSecond().isPresent()) {
            return claim(campaign, batch, () -> {});
        }
        Instant came = clock.instant();
        try (Place place = front.enter(settings.turn())) {
            if (place == null) {
                return again(Duration.ZERO, "others of this process are before it");
            }
            return clock.instant().isAfter(came.plus(SOON))
                    ? claimAfterAWait(batch, place)
                    : claim(campaign, batch, place);
        }
    }

    /** Much may have changed meanwhile. */
    private BatchResult claimAfterAWait(Batch batch, Place place) throws InterruptedException {
        Campaign campaign = sending(batch).orElse(null);
        if (campaign == null) {
            return new BatchResult.Dropped();
        }
        Batch now = batches.find(batch.key()).orElse(null);
        if (now == null || now.fence() != batch.fence()) {
            return now == null ? new BatchResult.Settled() : again(SOON, "another worker was quicker");
        }
        if (campaign.limitPerSecond().isPresent()) {
            place.close();
        }
        return claim(campaign, now, place);
    }

    private BatchResult claim(Campaign campaign, Batch batch, Place place) throws InterruptedException {
        Instant began = clock.instant();
        Instant turnEnds = began.plus(settings.turn());
        int people = batch.waiting().size() + batch.unknown().size();
        return switch (handOver.first(campaign, people, turnEnds, () -> stillFree(batch))) {
            case Permit.Later(Duration delay) -> again(delay, "waiting for its turn at the quota");
            case Permit.QuotaSpent(Duration delay) -> again(delay, HandOver.QUOTA_SPENT);
            case Permit.Granted first -> {
                if (clock.instant().isAfter(began.plus(SOON))
                        && campaigns.sending(campaign.id()).isEmpty()) {
                    yield new BatchResult.Dropped();
                }
                yield claim(campaign, batch, first, turnEnds, place);
            }
        };
    }

    private boolean stillFree(Batch seen) {
        return batches.find(seen.key()).filter(batch -> batch.isAs(seen)).isPresent();
    }

    private BatchResult claim(Campaign campaign, Batch batch, Permit.Granted first, Instant turnEnds, Place place)
            throws InterruptedException {
        if (first.count() >= batch.waiting().size() + batch.unknown().size()) {
            place.close();
        }
        Batch claimed = batch.claimed(clock.instant(), settings.lease());
        if (!batches.replace(batch, claimed, claimedBy(batch, batch.waiting().size()))) {
            return again(SOON, "another worker was quicker");
        }
        return ask(campaign, claimed, first, turnEnds, place);
    }

    private BatchResult ask(Campaign campaign, Batch all, Permit.Granted first, Instant turnEnds, Place place)
            throws InterruptedException {
        Batch claimed = all.fence() == 1 ? all : withoutSettled(campaign, all);
        if (claimed == null || claimed.empty()) {
            return claimed == null ? again(SOON, "another worker took it over") : new BatchResult.Settled();
        }
        ComposeBatch.Composed composed = composed(campaign, claimed);
        HandOver.Report report = handOver.run(campaign, composed.mails(), first, turnEnds, place);

        List<Recorder.News> outcomes = new ArrayList<>(composed.decided());
        outcomes.addAll(report.outcomes());
        Batch recorded = outcomes.isEmpty() ? claimed : recorder.settle(claimed, outcomes);
        if (recorded == null) {
            return again(SOON, "another worker took it over");
        }
        if (report.halted() != null) {
            life.pause(campaign.id(), PauseReason.of(report.halted(), clock.instant()));
        }
        BatchResult result = recorded.empty() ? new BatchResult.Settled() : leave(recorded, report);
        if (report.failure() != null) {
            throw report.failure();
        }
        return result;
    }

    /** It may have been long in the line since the ledger was read. */
    private @Nullable Batch withoutSettled(Campaign campaign, Batch claimed) {
        List<RecipientId> settled = settledOf(campaign, claimed);
        Batch left = claimed.without(settled);
        return settled.isEmpty() || batches.replace(claimed, left, new CounterChanges()) ? left : null;
    }

    /** Nobody was asked when that fails, so nobody becomes unknown by it. */
    private ComposeBatch.Composed composed(Campaign campaign, Batch claimed) {
        try {
            return compose.compose(campaign, claimed);
        } catch (RuntimeException e) {
            Batch left = claimed.givenBack(claimed.unknown()).released();
            batches.replace(claimed, left, claimedBy(claimed, -claimed.unknown().size()));
            throw e;
        }
    }

    /** Gives back who was surely not asked; who may have been stays unknown. */
    private BatchResult leave(Batch recorded, HandOver.Report report) {
        Batch left = recorded.givenBack(report.notAsked()).released();
        CounterChanges fewer = claimedBy(recorded, -report.notAsked().size());
        if (!batches.replace(recorded, left, fewer)) {
            return again(SOON, "another worker took it over");
        }
        return again(left.unknown().isEmpty() ? report.delay() : LOOK_AGAIN, report.why());
    }

    /** Who is asked once more was claimed the first time. */
    private static CounterChanges claimedBy(Batch batch, long people) {
        CounterChanges counted = new CounterChanges();
        return people == 0 || batch.again()
                ? counted
                : counted.add(Scope.campaign(batch.key().campaignId()), Bucket.TOTAL, Metric.CLAIMED, people);
    }

    private static BatchResult again(Duration delay, String why) {
        return new BatchResult.Again(delay, why);
    }
}
