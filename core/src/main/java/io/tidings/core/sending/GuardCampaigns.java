package io.tidings.core.sending;

import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignLife;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.campaign.Guard;
import io.tidings.core.campaign.GuardBaseline;
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
        Guard guard = limits.with(campaign.settings().guard());
        GuardBaseline seen = GuardBaseline.of(statistics.read(Scope.campaign(campaign.id()), Bucket.TOTAL));
        for (PauseKind kind : List.of(PauseKind.TOO_MANY_COMPLAINTS, PauseKind.TOO_MANY_BOUNCES)) {
            GuardEvidence evidence =
                    guard.judge(kind, seen, campaign.acknowledged()).orElse(null);
            if (evidence != null) {
                life.pause(campaign.id(), PauseReason.of(withExamples(campaign, evidence), clock.instant()));
                return;
            }
        }
    }

    private GuardEvidence withExamples(Campaign campaign, GuardEvidence evidence) {
        FactKind kind =
                evidence.kind() == PauseKind.TOO_MANY_BOUNCES ? FactKind.BOUNCED_PERMANENT : FactKind.COMPLAINED;
        List<Message> real = found(new Origin.OfCampaign(campaign.id()), kind).stream()
                .filter(message -> !message.address().isSimulator())
                .toList();
        return evidence.with(domains(real), examples(real, kind));
    }

    private static List<DomainCount> domains(List<Message> messages) {
        Map<String, Long> byDomain = messages.stream()
                .collect(Collectors.groupingBy(one -> one.address().domain(), TreeMap::new, Collectors.counting()));
        return byDomain.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(GuardEvidence.MOST_DOMAINS)
                .map(entry -> new DomainCount(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Example> examples(List<Message> messages, FactKind kind) {
        return messages.stream()
                .limit(GuardEvidence.MOST_EXAMPLES)
                .map(one ->
                        new Example(one.address().toString(), why(one.facts().get(kind))))
                .toList();
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
