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
import io.tidings.core.webhook.DeliverEvents;
import io.tidings.core.webhook.Delivery;
import io.tidings.core.webhook.Event;
import io.tidings.core.webhook.EventType;
import io.tidings.core.webhook.Receiver;
import io.tidings.core.webhook.Webhook;
import io.tidings.core.webhook.Webhook.Only;
import io.tidings.core.webhook.Webhook.Wishes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    void aWebhookThatNothingReachesIsAnAlarmUntilItIsEnabledOrGone() {
        AlarmSource source = new DisabledWebhookAlarms(ports.webhooks());
        Wishes wishes = new Wishes(
                URI.create("https://chat.example/hooks/secret-path"), Set.of(EventType.BOUNCED), Only.ALL, "the chat");
        Webhook webhook = Webhook.made("w", wishes, "secret", Samples.NOON);
        ports.webhooks().add(webhook);
        Webhook resting = webhook.disabledByHand(Samples.NOON);
        ports.webhooks().replace(resting);
        assertThat(source.look(Samples.NOON, List.of())).isEmpty();

        Webhook enabled = resting.enabledAgain();
        ports.webhooks().replace(enabled);
        goneReceiver()
                .deliver(
                        enabled,
                        stored(new Event(
                                "evt_1",
                                EventType.BOUNCED,
                                Samples.NOON,
                                new Event.OfCampaign("c", "Spring", "sending", 1))));
        assertThat(source.look(Samples.NOON.plusSeconds(90), List.of()))
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.since()).isEqualTo(Samples.NOON);
                    assertThat(alarm.words()).contains("chat.example", "410").doesNotContain("secret-path");
                    assertThat(alarm.todo()).contains("enable");
                    assertThat(alarm.link()).isEqualTo("/settings/webhooks?show=w");
                });

        Webhook disabled = ports.webhooks().find("w").orElseThrow();
        ports.webhooks().replace(disabled.enabledAgain());
        assertThat(source.look(Samples.NOON, List.of())).isEmpty();
        ports.webhooks().remove("w");
        assertThat(source.look(Samples.NOON, List.of())).isEmpty();
    }

    private Delivery stored(Event event) {
        Delivery delivery = Delivery.of("w", event, "{}", Samples.NOON);
        ports.deliveries().add(List.of(delivery));
        return delivery;
    }

    private DeliverEvents goneReceiver() {
        return new DeliverEvents(
                ports.webhooks(),
                ports.deliveries(),
                (_, _, _, _) -> new Receiver.Gone(410),
                Duration.ofDays(1),
                () -> 0,
                () -> Samples.NOON);
    }

    @Test
    void messagesThatStayUnknownTooLongAreAnAlarm() {
        Batch asked = Batch.planned(new BatchKey(draft.id(), 0, 1), Samples.recipients(3), Samples.NOON)
                .claimed(Samples.NOON, Duration.ofSeconds(60));
        AlarmSource source = new UnknownMessageAlarms(
                ports.campaigns(), ports.statistics(), new OneOpen(asked), SendSettings.DEFAULT);
        Instant late = Samples.NOON.plus(Duration.ofSeconds(690)).plusSeconds(1);
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
