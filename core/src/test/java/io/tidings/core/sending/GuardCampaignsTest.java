package io.tidings.core.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignLife;
import io.tidings.core.campaign.CampaignLife.Incomplete;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.Guard;
import io.tidings.core.campaign.GuardBaseline;
import io.tidings.core.campaign.GuardEvidence;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.campaign.PauseReason;
import io.tidings.core.contract.Samples;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Scope;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardCampaignsTest {

    private static final String ANA = "ana@example.com";

    private final MemoryPorts ports = new MemoryPorts();
    private final CampaignLife life =
            new CampaignLife(ports.campaigns(), ports.templates(), (_, _) -> {}, () -> Samples.NOON);
    private final GuardCampaigns guard = new GuardCampaigns(
            ports.campaigns(),
            ports.statistics(),
            ports.ledger(),
            life,
            new Guard(0.04, 0.0008, 100),
            () -> Samples.NOON);
    private final Campaign draft = Samples.draft();
    private int people;

    @BeforeEach
    void send() {
        ports.campaigns().add(draft);
        Campaign launching = draft.launching(new Campaign.Launch(Samples.NOON, ANA, 1));
        assertThat(ports.campaigns().replace(launching)).isTrue();
        assertThat(ports.campaigns().replace(launching.sending())).isTrue();
    }

    @Test
    void aCampaignThatBouncesPausesItselfWithTheEvidence() {
        told(90, "example.com", FactKind.DELIVERED);
        told(15, "gone.example", FactKind.BOUNCED_PERMANENT);
        told(1, "example.com", FactKind.BOUNCED_PERMANENT);
        guard.sweep();
        guard.sweep();
        Campaign paused = stored();
        assertThat(paused.state()).isEqualTo(CampaignState.PAUSED);
        PauseReason pause = Objects.requireNonNull(paused.pause());
        assertThat(pause.kind()).isEqualTo(PauseKind.TOO_MANY_BOUNCES);
        assertThat(pause.since()).isEqualTo(Samples.NOON);
        GuardEvidence evidence = Objects.requireNonNull(pause.evidence());
        assertThat(evidence.count()).isEqualTo(16);
        assertThat(evidence.of()).isEqualTo(106);
        assertThat(evidence.domains())
                .containsExactly(
                        new GuardEvidence.DomainCount("gone.example", 15),
                        new GuardEvidence.DomainCount("example.com", 1));
        assertThat(evidence.examples())
                .hasSize(5)
                .allSatisfy(example -> assertThat(example.why()).isEqualTo("no such user"));
        assertThat(paused.history()).hasSize(1);
    }

    @Test
    void whatSesSuppressedIsNotInTheRate() {
        told(90, "example.com", FactKind.DELIVERED);
        told(60, "gone.example", FactKind.SUPPRESSED_BOUNCE);
        guard.sweep();
        assertThat(stored().state()).isEqualTo(CampaignState.SENDING);
    }

    @Test
    void simulatedBouncesStopNothing() {
        told(100, "example.com", FactKind.DELIVERED);
        told(50, "simulator.amazonses.com", FactKind.BOUNCED_PERMANENT);
        told(20, "simulator.amazonses.com", FactKind.COMPLAINED);
        guard.sweep();
        assertThat(stored().state()).isEqualTo(CampaignState.SENDING);
        told(20, "gone.example", FactKind.BOUNCED_PERMANENT);
        guard.sweep();
        GuardEvidence evidence =
                Objects.requireNonNull(Objects.requireNonNull(stored().pause()).evidence());
        assertThat(evidence.domains()).containsExactly(new GuardEvidence.DomainCount("gone.example", 20));
    }

    @Test
    void whoResumesItHasToHaveSeenTheEvidenceAndThenOnlyWhatComesAfterCounts() {
        told(90, "example.com", FactKind.DELIVERED);
        told(20, "gone.example", FactKind.BOUNCED_PERMANENT);
        guard.sweep();
        assertThat(life.resume(draft.id(), ANA, null)).isInstanceOf(Incomplete.class);
        assertThat(stored().state()).isEqualTo(CampaignState.PAUSED);

        GuardBaseline known = GuardBaseline.of(ports.statistics().read(Scope.campaign(draft.id()), Bucket.TOTAL));
        assertThat(life.resume(draft.id(), ANA, known)).isInstanceOf(CampaignLife.Changed.class);
        guard.sweep();
        assertThat(stored().state()).isEqualTo(CampaignState.SENDING);

        told(100, "example.com", FactKind.DELIVERED);
        guard.sweep();
        assertThat(stored().state()).isEqualTo(CampaignState.SENDING);
        told(25, "gone.example", FactKind.BOUNCED_PERMANENT);
        guard.sweep();
        assertThat(stored().state()).isEqualTo(CampaignState.PAUSED);
    }

    @Test
    void aPauseByHandIsResumedWithoutMore() {
        life.pauseByHand(draft.id(), ANA);
        assertThat(life.resume(draft.id(), ANA, null)).isInstanceOf(CampaignLife.Changed.class);
    }

    private void told(int count, String domain, FactKind kind) {
        Recorder recorder = new Recorder(ports.ledger());
        for (int i = 0; i < count; i++) {
            recorder.record(List.of(new Recorder.News(
                    EmailAddress.of("p" + people++ + "@" + domain),
                    new Origin.OfCampaign(draft.id()),
                    draft.templateId(),
                    draft.topic(),
                    List.of(Fact.of(kind, Samples.NOON, "no such user")))));
        }
    }

    private Campaign stored() {
        return ports.campaigns().find(draft.id()).orElseThrow();
    }
}
