package io.tidings.core.sending;

import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignLife;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.campaign.Guard;
import io.tidings.core.campaign.GuardEvidence;
import io.tidings.core.campaign.GuardEvidence.DomainCount;
import io.tidings.core.campaign.GuardEvidence.Example;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.campaign.PauseReason;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Origin;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pauses a campaign that does harm to the account, with the evidence. It costs one read of counters for each that is sending; and as a
 * pause is a conditional change, it does no harm when several processes look at once.
 */
public final class GuardCampaigns {

    /** So many of the bounced or complaining are looked at for where they are; enough to see a pattern. */
    private static final int MOST_LOOKED_AT = 200;

    private final CampaignStore campaigns;
    private final StatisticsStore statistics;
    private final MessageLedger ledger;
    private final CampaignLife life;
    private final Guard limits;
    private final InstantSource clock;

    public GuardCampaigns(
            CampaignStore campaigns,
            StatisticsStore statistics,
            MessageLedger ledger,
            CampaignLife life,
            Guard limits,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.statistics = statistics;
        this.ledger = ledger;
        this.life = life;
        this.limits = limits;
        this.clock = clock;
    }

    public void sweep() {
        for (Campaign campaign : campaigns.underWay()) {
            if (campaign.state() == CampaignState.SENDING) {
                judge(campaign);
            }
        }
    }

    private void judge(Campaign campaign) {
        limits.with(campaign.settings().guard())
                .judge(statistics.read(Scope.campaign(campaign.id()), Bucket.TOTAL), campaign.acknowledged())
                .map(evidence -> withExamples(campaign, evidence))
                .ifPresent(evidence -> life.pause(campaign.id(), PauseReason.of(evidence, clock.instant())));
    }

    private GuardEvidence withExamples(Campaign campaign, GuardEvidence evidence) {
        FactKind kind =
                evidence.kind() == PauseKind.TOO_MANY_BOUNCES ? FactKind.BOUNCED_PERMANENT : FactKind.COMPLAINED;
        List<Message> found = found(new Origin.OfCampaign(campaign.id()), kind);
        Map<String, Long> byDomain = found.stream()
                .collect(Collectors.groupingBy(
                        message -> message.address().domain(), TreeMap::new, Collectors.counting()));
        return evidence.with(
                byDomain.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(GuardEvidence.MOST_DOMAINS)
                        .map(entry -> new DomainCount(entry.getKey(), entry.getValue()))
                        .toList(),
                found.stream()
                        .limit(GuardEvidence.MOST_EXAMPLES)
                        .map(message -> new Example(
                                message.address().toString(),
                                why(message.facts().get(kind))))
                        .toList());
    }

    private List<Message> found(Origin origin, FactKind kind) {
        List<Message> found = new ArrayList<>();
        String cursor = null;
        do {
            Page<Message> page = ledger.wentWrong(origin, kind, cursor, MOST_LOOKED_AT - found.size());
            found.addAll(page.items());
            cursor = page.next();
        } while (cursor != null && found.size() < MOST_LOOKED_AT);
        return found;
    }

    private static String why(@Nullable Fact fact) {
        String detail = fact == null ? null : fact.detail();
        return detail == null ? "" : detail;
    }
}
