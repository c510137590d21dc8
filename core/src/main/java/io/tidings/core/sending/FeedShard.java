package io.tidings.core.sending;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.Campaign.Retry;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchKey;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.pacing.QuotaSource;
import io.tidings.core.sending.BatchQueue.Fed;
import io.tidings.core.statistics.CounterChanges;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Cuts batches from one shard and puts them into the senders' queue: as many as lie ready for the campaign's share of the rate. */
final class FeedShard {

    static final int MOST_OPEN = 100;
    /** Where a campaign's own limit is what keeps it back, there is always a batch ready when the limit lets one pass. */
    private static final double LEEWAY = 1.5;

    /** Pages in which nobody is to be written to; the rest is for the next step. */
    private static final int MOST_PAGES = 20;
    /** Whoever claimed a batch so long ago waits for reports, or is gone; the sender has a place for another one. */
    private static final Duration IN_WORK = Duration.ofSeconds(10);
    /** A batch that was not taken for so long may have lost its queue message, with the process that was to post or to take it. */
    private static final Duration PERHAPS_LOST = Duration.ofSeconds(11);

    private final AudienceStore audiences;
    private final PlanStore plans;
    private final BatchStore batches;
    private final BatchQueue queue;
    private final QuotaSource quotas;
    private final RunningCampaigns running;
    private final MissedPeople missed;
    private final InstantSource clock;

    FeedShard(
            AudienceStore audiences,
            PlanStore plans,
            BatchStore batches,
            MessageLedger ledger,
            BatchQueue queue,
            QuotaSource quotas,
            RunningCampaigns running,
            InstantSource clock) {
        this.audiences = audiences;
        this.plans = plans;
        this.batches = batches;
        this.queue = queue;
        this.quotas = quotas;
        this.running = running;
        this.missed = new MissedPeople(audiences, ledger);
        this.clock = clock;
    }

    /** The plan as it is after feeding; its last part may not be stored yet. */
    ShardPlan feed(Campaign campaign, ShardPlan from, List<ShardPlan> all, List<Batch> open) {
        if (from.planned() || open.size() >= MOST_OPEN) {
            return from;
        }
        Ahead ahead = ahead(campaign);
        List<ShardPlan> unfinished =
                all.stream().filter(plan -> !plan.planned()).toList();
        Instant now = clock.instant();
        long ready = open.stream().filter(batch -> isReady(batch, now)).count();
        long room = ahead.batchesInShard(unfinished.indexOf(from), unfinished.size()) - ready;
        ShardPlan plan = from;
        for (int pages = 0; room > 0 && pages < MOST_PAGES && !plan.planned(); ) {
            int together = (int) Math.min(room, PlanStore.MOST_BATCHES);
            Slice slice = next(campaign, plan, ahead.people(), together);
            if (slice.batches().isEmpty()) {
                pages++;
            } else {
                if (!plans.advance(plan, slice.next(), slice.batches())) {
                    return plan;
                }
                queue.post(slice.batches().stream().map(Fed::of).toList());
                room -= slice.batches().size();
            }
            plan = slice.next();
        }
        return plan;
    }

    private Ahead ahead(Campaign campaign) {
        double rate = quotas.current().perSecond();
        double share = running.shareOf(campaign, rate);
        boolean ownLimitBinds = campaign.limitPerSecond().orElse(Double.MAX_VALUE) <= share;
        return Ahead.of(ownLimitBinds ? share * LEEWAY : share, rate);
    }

    private static boolean isReady(Batch batch, Instant now) {
        Instant askedAt = batch.askedAt();
        return batch.heldAt(now)
                ? askedAt != null && askedAt.plus(IN_WORK).isAfter(now)
                : !batch.waiting().isEmpty();
    }

    private Slice next(Campaign campaign, ShardPlan plan, int people, int together) {
        Instant now = clock.instant();
        Retry retry = campaign.launched().retry();
        if (retry != null) {
            return missed.next(campaign, retry, plan, people, now);
        }
        List<RecipientId> members = audiences.members(
                campaign.audienceId(),
                plan.shard(),
                campaign.launched().membersUntil(),
                plan.cursor(),
                people * together);
        if (members.isEmpty()) {
            return new Slice(plan.exhausted(now), List.of());
        }
        ShardPlan next = plan;
        List<Batch> planned = new ArrayList<>();
        for (int i = 0; i < members.size(); i += people) {
            List<RecipientId> some = members.subList(i, Math.min(members.size(), i + people));
            planned.add(Batch.planned(new BatchKey(campaign.id(), next.shard(), next.batches()), some, now));
            next = next.fed(some.getLast(), now);
        }
        return new Slice(next, planned);
    }

    /** After a pause, a crash or a lost message: whatever nobody holds is put into the queue. */
    void feedAgain(List<Batch> open) {
        Instant now = clock.instant();
        List<Fed> fed = new ArrayList<>();
        for (Batch batch : open) {
            if (!batch.heldAt(now)) {
                feedAgain(batch, now, fed);
            }
        }
        queue.post(fed);
    }

    /** What has not been taken for a while. */
    void feedLost(List<Batch> open) {
        Instant longAgo = clock.instant().minus(PERHAPS_LOST);
        feedAgain(open.stream().filter(batch -> batch.fedAt().isBefore(longAgo)).toList());
    }

    /**
     * A message with an older time than the batch's is not posted anew by its worker, so there is one at the end, however often it is
     * fed. From whoever held the batch longer than his lease it is taken over: its message may be parked, and he may be gone.
     */
    private void feedAgain(Batch batch, Instant now, List<Fed> fed) {
        Batch next = batch.leasedUntil() == null ? batch.fedAgain(now) : batch.takenOver(now);
        if (batches.replace(batch, next, new CounterChanges())) {
            fed.add(Fed.of(next));
        }
    }
}
