package io.tidings.core.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignLife;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.campaign.PauseReason;
import io.tidings.core.contract.Samples;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchKey;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.sending.SendSettings;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmSourcesTest {

    private static final String ANA = "ana@example.com";

    private final MemoryPorts ports = new MemoryPorts();
    private final CampaignLife life =
            new CampaignLife(ports.campaigns(), ports.templates(), (_, _) -> {}, () -> Samples.NOON);
    private final Campaign draft = Samples.draft();

    @BeforeEach
    void send() {
        ports.campaigns().add(draft);
        Campaign launching = draft.launching(new Campaign.Launch(Samples.NOON, ANA, 1));
        assertThat(ports.campaigns().replace(launching)).isTrue();
        assertThat(ports.campaigns().replace(launching.sending())).isTrue();
    }

    @Test
    void aCampaignThatAFaultPausedIsAnAlarmAndOneThatSomebodyPausedIsNot() {
        AlarmSource source = new PausedCampaignAlarms(ports.campaigns());
        assertThat(source.look(Samples.NOON, List.of())).isEmpty();
        life.pause(
                draft.id(),
                PauseReason.of(
                        new PauseReason.Halt(PauseKind.SENDER_NOT_VERIFIED, "Email address is not verified"),
                        Samples.NOON));
        assertThat(source.look(Samples.NOON.plusSeconds(90), List.of()))
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.since()).isEqualTo(Samples.NOON);
                    assertThat(alarm.words()).contains("Spring", "Email address is not verified");
                    assertThat(alarm.todo()).contains("Verify");
                    assertThat(alarm.link()).isEqualTo("/campaigns/" + draft.id());
                });
        life.resume(draft.id(), ANA, null);
        life.pause(draft.id(), PauseReason.byHand(ANA, Samples.NOON));
        assertThat(source.look(Samples.NOON, List.of())).isEmpty();
    }

    @Test
    void bouncesNearSesLimitAreAnAlarm() {
        AlarmSource source = new ReputationAlarms(ports.statistics());
        count(Scope.CAMPAIGNS, Bucket.hour(Samples.NOON), Metric.ACCEPTED, 1_000);
        count(Scope.CAMPAIGNS, Bucket.hour(Samples.NOON), Metric.BOUNCED_PERMANENT, 39);
        assertThat(source.look(Samples.NOON, List.of())).isEmpty();
        count(Scope.NOTIFICATIONS, Bucket.hour(Samples.NOON), Metric.BOUNCED_PERMANENT, 3);
        assertThat(source.look(Samples.NOON, List.of()))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.words()).contains("42 of 1000"));
        assertThat(source.look(Samples.NOON.plus(Duration.ofHours(30)), List.of()))
                .isEmpty();
    }

    @Test
    void messagesThatStayUnknownTooLongAreAnAlarm() {
        Batch asked = Batch.planned(new BatchKey(draft.id(), 0, 1), Samples.recipients(3), Samples.NOON)
                .claimed(Samples.NOON, Duration.ofSeconds(60));
        AlarmSource source = new UnknownMessageAlarms(
                ports.campaigns(), ports.statistics(), new OneOpen(asked), SendSettings.DEFAULT);
        Instant late = Samples.NOON.plus(Duration.ofMinutes(5)).plusSeconds(1);
        assertThat(source.look(late, List.of()))
                .describedAs("by its books nobody is unknown")
                .isEmpty();
        count(Scope.campaign(draft.id()), Bucket.TOTAL, Metric.AUDIENCE, 3);
        count(Scope.campaign(draft.id()), Bucket.TOTAL, Metric.CLAIMED, 3);
        assertThat(source.look(late.minusSeconds(2), List.of())).isEmpty();
        assertThat(source.look(late, List.of()))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.words()).contains("3 messages", "Spring"));
    }

    private void count(Scope scope, Bucket bucket, Metric metric, long n) {
        ports.statistics().mend(new CounterChanges().add(scope, bucket, metric, n));
    }

    private record OneOpen(Batch batch) implements BatchStore {
        @Override
        public Optional<Batch> find(BatchKey key) {
            return Optional.of(batch);
        }

        @Override
        public List<Batch> open(String campaignId, int shard, int limit) {
            return shard == batch.key().shard() ? List.of(batch) : List.of();
        }

        @Override
        public boolean replace(Batch seen, Batch next, CounterChanges counted) {
            return false;
        }
    }
}
