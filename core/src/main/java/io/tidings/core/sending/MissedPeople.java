package io.tidings.core.sending;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.Campaign.Retry;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchKey;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Origin;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is to be written to when a campaign is sent to those who were missed: first whoever was refused for now, then, when asked for,
 * whoever was left unknown, then those who joined since. In this order nobody comes twice: who is refused for now never becomes left
 * unknown.
 */
final class MissedPeople {

    static final String START = "0:";

    private static final List<FactKind> KINDS = List.of(FactKind.REFUSED_FOR_NOW, FactKind.LEFT_UNKNOWN);
    /** Members are passed over in pages of this size until somebody new is among them. */
    private static final int PAGE = 500;

    private final AudienceStore audiences;
    private final MessageLedger ledger;

    MissedPeople(AudienceStore audiences, MessageLedger ledger) {
        this.audiences = audiences;
        this.ledger = ledger;
    }

    /** Whether this person may be asked for again. Looked at once more before the asking: reports come late, and indexes lag. */
    static boolean mayAskAgain(Message message, Retry retry) {
        if (message.has(FactKind.ACCEPTED) || message.has(FactKind.REFUSED)) {
            return false;
        }
        // Somebody who was refused first and left unknown when asked again may have got it too.
        return message.has(FactKind.LEFT_UNKNOWN) ? retry.unknown() : message.has(FactKind.REFUSED_FOR_NOW);
    }

    Slice next(Campaign campaign, Retry retry, ShardPlan plan, int people, Instant now) {
        return plan.missed() == null
                ? newcomers(campaign, retry, plan, people, now)
                : missed(campaign, retry, plan, plan.missed(), people, now);
    }

    private Slice missed(Campaign campaign, Retry retry, ShardPlan plan, String at, int people, Instant now) {
        int colon = at.indexOf(':');
        int kind = Integer.parseInt(at.substring(0, colon));
        String cursor = colon == at.length() - 1 ? null : at.substring(colon + 1);
        Page<Message> page = ledger.wentWrong(new Origin.OfCampaign(campaign.id()), KINDS.get(kind), cursor, people);
        List<RecipientId> wanted = page.items().stream()
                .filter(message -> mayAskAgain(message, retry))
                .map(Message::recipient)
                .toList();
        boolean more = page.next() != null || kind + 1 < KINDS.size() && retry.unknown();
        String next = !more ? null : page.next() == null ? (kind + 1) + ":" : kind + ":" + page.next();
        return wanted.isEmpty()
                ? new Slice(plan.walked(next, 0, now), null)
                : new Slice(plan.walked(next, 1, now), Batch.plannedAgain(key(plan), wanted, now));
    }

    private Slice newcomers(Campaign campaign, Retry retry, ShardPlan plan, int people, Instant now) {
        if (!retry.membersUntil().isAfter(retry.membersBefore())) {
            return new Slice(plan.exhausted(now), null);
        }
        String audience = campaign.audienceId();
        List<RecipientId> page = audiences.members(audience, plan.shard(), retry.membersUntil(), plan.cursor(), PAGE);
        if (page.isEmpty()) {
            return new Slice(plan.exhausted(now), null);
        }
        Set<RecipientId> before =
                new HashSet<>(audiences.members(audience, plan.shard(), retry.membersBefore(), plan.cursor(), PAGE));
        List<RecipientId> joined =
                page.stream().filter(id -> !before.contains(id)).limit(people).toList();
        if (joined.isEmpty()) {
            return new Slice(plan.passed(page.getLast(), now), null);
        }
        RecipientId last = joined.size() < people ? page.getLast() : joined.getLast();
        return new Slice(plan.fed(last, now), Batch.planned(key(plan), joined, now));
    }

    private static BatchKey key(ShardPlan plan) {
        return new BatchKey(plan.campaignId(), plan.shard(), plan.batches());
    }
}
