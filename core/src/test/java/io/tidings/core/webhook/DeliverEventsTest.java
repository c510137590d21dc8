package io.tidings.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.contract.Samples;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.webhook.Delivery.State;
import io.tidings.core.webhook.Webhook.Only;
import io.tidings.core.webhook.Webhook.Wishes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliverEventsTest {

    private final MemoryPorts ports = new MemoryPorts();
    private final List<List<String>> signedWith = new ArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions(ports.webhooks(), () -> this.now);
    private final Announce announce =
            new Announce(subscriptions, ports.deliveries(), ports.references(), Event::toString, () -> this.now);
    private final DeliverEvents deliver = new DeliverEvents(
            ports.webhooks(), ports.deliveries(), this::post, Duration.ofDays(1), () -> 0, () -> this.now);
    private Instant now = Samples.NOON;
    private Receiver.Answer answer = new Receiver.Took(200);

    private Receiver.Answer post(Webhook webhook, List<String> secrets, String eventId, String body) {
        signedWith.add(secrets);
        return answer;
    }

    @Test
    void afterADayOfNothingButFailuresItIsDisabledAndItsEventsWaitForIt() {
        Webhook webhook = webhook();
        announce.announce(List.of(event(0)));
        answer = new Receiver.Refused(500, "Internal Server Error", null);
        while (webhook(webhook).enabled()) {
            run();
            now = now.plus(Duration.ofMinutes(10));
            announce.announce(List.of(event(now.getEpochSecond())));
            assertThat(now).isBefore(Samples.NOON.plus(Duration.ofHours(26)));
        }
        assertThat(now).isAfter(Samples.NOON.plus(Duration.ofHours(24)));
        assertThat(webhook(webhook).disabled()).asString().contains("500 Internal Server Error", "2026-03-01T12:00");

        int before = signedWith.size();
        announce.announce(List.of(event(7)));
        run();
        assertThat(signedWith).hasSize(before);

        answer = new Receiver.Took(200);
        ports.webhooks().replace(webhook(webhook).enabledAgain());
        now = now.plus(Duration.ofDays(1));
        run();
        assertThat(ports.deliveries().due(webhook.id(), now.plus(Duration.ofDays(9)), 500))
                .isEmpty();
    }

    @Test
    void oneSuccessEndsARowOfFailures() {
        Webhook webhook = webhook();
        announce.announce(List.of(event(0), event(1)));
        answer = new Receiver.Unreached("no such host");
        run();
        assertThat(webhook(webhook).failingSince()).isEqualTo(Samples.NOON);
        now = now.plusSeconds(10);
        answer = new Receiver.Took(200);
        run();
        assertThat(webhook(webhook).failingSince()).isNull();
    }

    @Test
    void whoIsGoneIsLeftAloneAtOnce() {
        Webhook webhook = webhook();
        announce.announce(List.of(event(0)));
        answer = new Receiver.Gone(410);
        run();
        assertThat(webhook(webhook).enabled()).isFalse();
        assertThat(log(webhook, State.FAILED)).hasSize(1);
    }

    @Test
    void whatIsGivenUpCanBeReplayedUnderTheSameIdWordForWord() {
        Webhook webhook = webhook();
        announce.announce(List.of(event(0)));
        answer = new Receiver.Refused(400, "Bad Request", null);
        for (int i = 0; i < RetrySchedule.TRIES; i++) {
            run();
            now = now.plus(Duration.ofHours(11));
            ports.webhooks().replace(webhook(webhook).enabledAgain());
        }
        Delivery failed = log(webhook, State.FAILED).getFirst();
        assertThat(failed.tries()).isEqualTo(RetrySchedule.TRIES);
        assertThat(failed.status()).isEqualTo(400);

        ReplayDeliveries replay = new ReplayDeliveries(ports.deliveries(), () -> now);
        assertThat(replay.failedSince(webhook.id(), Samples.NOON.plusSeconds(1), null)
                        .events())
                .isZero();
        assertThat(replay.failedSince(webhook.id(), Samples.NOON, null).events())
                .isEqualTo(1);
        answer = new Receiver.Took(200);
        run();
        assertThat(log(webhook, State.DELIVERED)).singleElement().satisfies(arrived -> {
            assertThat(arrived.eventId()).isEqualTo(failed.eventId());
            assertThat(arrived.body()).isEqualTo(failed.body());
            assertThat(arrived.tries()).isEqualTo(1);
        });
        assertThat(replay.replay(webhook.id(), failed.eventId())).isPresent();
        assertThat(replay.replay(webhook.id(), "evt_none")).isEmpty();
        run();
        assertThat(log(webhook, State.DELIVERED)).hasSize(1);
    }

    @Test
    void whoIsSkippedIsAnEventBeforeItIsAFact() {
        Webhook webhook = webhook();
        AnnouncingLedger ledger = new AnnouncingLedger(ports.ledger(), new MessageEvents(announce));
        News skipped = new News(
                Samples.address(),
                new Origin.OfCampaign("c"),
                "t",
                "news",
                List.of(Fact.of(FactKind.SKIPPED, now, "unsubscribed")));
        new Recorder(ledger).record(List.of(skipped));
        new Recorder(ledger).record(List.of(skipped));
        assertThat(log(webhook, State.WAITING))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.body()).contains("unsubscribed", "OfCampaign[id=c]"));
    }

    @Test
    void whatSesRefusesIsAnEventBeforeItIsAFact() {
        Webhook webhook = webhook();
        AnnouncingLedger ledger = new AnnouncingLedger(new DyingLedger(ports.ledger()), new MessageEvents(announce));
        Recorder recorder = new Recorder(ledger);
        assertThatThrownBy(() -> recorder.recordFirst(List.of(outcome(FactKind.REFUSED_FOR_NOW, "later perhaps"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ports.ledger().newest(Samples.address().recipientId(), 9)).isEmpty();
        assertThat(log(webhook, State.WAITING))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.body())
                        .contains(new Event.Detail.Refusal("later perhaps", true).toString()));
    }

    @Test
    void whoIsRefusedTwiceIsTwoEventsAndWhoIsAcceptedThenIsNoThird() {
        Webhook webhook = webhook();
        Recorder recorder = new Recorder(new AnnouncingLedger(ports.ledger(), new MessageEvents(announce)));
        recorder.recordFirst(List.of(outcome(FactKind.REFUSED_FOR_NOW, "later perhaps")));
        now = now.plusSeconds(60);
        recorder.recordFirst(List.of(outcome(FactKind.REFUSED_FOR_NOW, "not yet")));
        now = now.plusSeconds(60);
        recorder.recordFirst(List.of(outcome(FactKind.ACCEPTED, "ses-1")));
        assertThat(log(webhook, State.WAITING))
                .extracting(Delivery::type)
                .containsExactly(EventType.REFUSED, EventType.REFUSED);
        assertThat(log(webhook, State.WAITING))
                .extracting(Delivery::body)
                .satisfiesExactlyInAnyOrder(
                        body -> assertThat(body).contains("later perhaps"),
                        body -> assertThat(body).contains("not yet"));
    }

    private News outcome(FactKind kind, String detail) {
        return new News(
                Samples.address(), new Origin.OfCampaign("c"), "t", "news", List.of(Fact.of(kind, now, detail)));
    }

    /** Whoever writes dies. */
    private record DyingLedger(MessageLedger ledger) implements MessageLedger {
        @Override
        public Written write(Entry entry) {
            throw new IllegalStateException("killed");
        }

        @Override
        public Map<Key, Message> find(Collection<Key> keys) {
            return ledger.find(keys);
        }

        @Override
        public int capacity() {
            return ledger.capacity();
        }

        @Override
        public Page<Message> wentWrong(Origin origin, FactKind outcome, @Nullable String cursor, int limit) {
            return ledger.wentWrong(origin, outcome, cursor, limit);
        }

        @Override
        public Page<Message> of(RecipientId recipient, @Nullable String cursor, int limit) {
            return ledger.of(recipient, cursor, limit);
        }
    }

    @Test
    void whatNobodyWantsCostsNothing() {
        announce.announce(List.of(event(0)));
        assertThat(announce.isWanted(EventType.BOUNCED)).isFalse();
        Webhook late = webhook();
        now = now.plus(Subscriptions.AS_OLD_AS);
        assertThat(announce.isWanted(EventType.BOUNCED)).isTrue();
        assertThat(log(late, State.WAITING)).isEmpty();
    }

    @Test
    void everyStateACampaignComesIntoIsToldOnce() {
        Webhook webhook = webhook();
        var campaign = Samples.draft();
        ports.campaigns().add(campaign);
        var launching = campaign.launching(new Campaign.Launch(now, "ada", 1));
        ports.campaigns().replace(launching);
        ports.campaigns().replace(launching.sending());
        AnnounceCampaigns states = new AnnounceCampaigns(ports.campaigns(), announce);
        states.sweep();
        states.sweep();
        assertThat(log(webhook, State.WAITING))
                .extracting(Delivery::body)
                .satisfiesExactlyInAnyOrder(
                        body -> assertThat(body).contains("state=launching", "revision=2"),
                        body -> assertThat(body).contains("state=sending", "revision=3"));
    }

    private void run() {
        for (Webhook webhook : ports.webhooks().list()) {
            List<Delivery> due = deliver.due(webhook, 500);
            due.forEach(one -> deliver.deliver(webhook, one));
        }
    }

    private Webhook webhook() {
        Webhook made = Webhook.made(
                Samples.id(),
                new Wishes(URI.create("https://chat.example"), Set.copyOf(EventType.all()), Only.ALL, "the chat"),
                "secret",
                now);
        ports.webhooks().add(made);
        return made;
    }

    private Webhook webhook(Webhook made) {
        return ports.webhooks().find(made.id()).orElseThrow();
    }

    private List<Delivery> log(Webhook webhook, State state) {
        return ports.deliveries().log(webhook.id(), state, null, null, 500).items();
    }

    private static Event event(long second) {
        Instant at = Samples.NOON.plusSeconds(second % 1_000_000);
        return new Event(
                EventIds.of(EventType.BOUNCED, at, List.of()),
                EventType.BOUNCED,
                at,
                new Event.OfMessage(
                        new Origin.OfNotification("n"), "ada@example.com", null, null, null, null, null, null));
    }
}
