package io.tidings.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.audience.Page;
import io.tidings.core.contract.Samples;
import io.tidings.core.feedback.RecordFeedback;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.feedback.ReportKind;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.ledger.Origin;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.webhook.Webhook.Only;
import io.tidings.core.webhook.Webhook.Wishes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * A receiver that is down for an hour, workers that die at every write, reports that come twice: the receiver gets every event, and never
 * two contents under one id.
 */
class NothingIsLostProperty {

    private static final Duration DOWN = Duration.ofHours(1);
    /** Beyond the last try of an event whose answers got lost. */
    private static final Duration LONG_ENOUGH = Duration.ofHours(40);

    private static final int PEOPLE = 30;

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Property(tries = 60)
    void everyEventArrivesAndNoIdHasTwoContents(@ForAll long seed) {
        World world = new World(new Random(seed));
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < PEOPLE; i++) {
            for (Happened report : reports(i)) {
                expected.add(ReportEvents.event(report).orElseThrow().id());
                world.reportUntilRecorded(report);
            }
        }
        world.runFor(LONG_ENOUGH);

        assertThat(world.taken.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(world.taken.values()).allSatisfy(bodies -> assertThat(bodies).hasSize(1));
        assertThat(world.ports.deliveries().due("w", world.now.plus(Duration.ofDays(9)), 1_000))
                .isEmpty();

        // Its last answer may have got lost. The next one that comes through tells that it is there.
        world.calm = true;
        world.reportUntilRecorded(reports(PEOPLE).getFirst());
        world.runFor(Duration.ofMinutes(2));
        assertThat(world.ports.webhooks().find("w").orElseThrow().failingSince())
                .isNull();
    }

    @Property(tries = 20)
    void whatIsRecordedIsAnnounced(@ForAll long seed) {
        World world = new World(new Random(seed));
        Happened report = reports(0).getFirst();
        try {
            world.report(report);
        } catch (Died e) {
            // The queue message stays where it is.
            assertThat(e).isNotNull();
        }
        boolean announced = world.ports
                .deliveries()
                .find("w", ReportEvents.event(report).orElseThrow().id())
                .isPresent();
        assertThat(world.acknowledged.contains(report) && !announced).isFalse();
    }

    private static List<Happened> reports(int person) {
        EmailAddress address = EmailAddress.of("person" + person + "@example.com");
        List<ReportKind> kinds =
                List.of(ReportKind.SENT, person % 3 == 0 ? ReportKind.PERMANENT_BOUNCE : ReportKind.DELIVERED);
        List<Happened> reports = new ArrayList<>();
        for (ReportKind kind : kinds) {
            reports.add(new Happened(
                    kind,
                    Samples.NOON.plusMillis(person),
                    Samples.NOON,
                    "ses-" + person,
                    List.of(address.toString()),
                    List.of(),
                    "because",
                    null,
                    new MessageTags(new Origin.OfCampaign("c"), address.recipientId(), null, "news", 1)));
        }
        return reports;
    }

    private static final class World {
        private final Random random;
        private final MemoryPorts ports = new MemoryPorts();
        private final DeliveryStore deliveries = new Dying(ports.deliveries());
        private final Map<String, Set<String>> taken = new TreeMap<>();
        private final Set<Happened> acknowledged = new HashSet<>();
        private final Subscriptions subscriptions = new Subscriptions(ports.webhooks(), () -> this.now);
        private final RecordFeedback record;
        private final ReportEvents events;
        private final DeliverEvents deliver;
        private int crashesLeft = 40;
        private boolean calm;
        private Instant now = Samples.NOON;

        World(Random random) {
            this.random = random;
            ports.webhooks()
                    .add(Webhook.made(
                            "w",
                            new Wishes(
                                    URI.create("https://chat.example"),
                                    Set.copyOf(EventType.all()),
                                    Only.ALL,
                                    "the chat"),
                            "secret",
                            Samples.NOON));
            record = new RecordFeedback(ports.ledger(), ports.suppressions(), () -> now, false);
            // What the writer says depends on more than the event: the content that was stored first has to win.
            events = new ReportEvents(new Announce(
                    subscriptions, deliveries, ports.references(), event -> event + " " + random.nextInt(), () -> now));
            deliver = new DeliverEvents(
                    ports.webhooks(), deliveries, this::post, Duration.ofDays(1), random::nextDouble, () -> now);
        }

        /** As the queue does: it hands a report out until somebody says that it is recorded, and now and then once more. */
        void reportUntilRecorded(Happened report) {
            do {
                try {
                    report(report);
                } catch (Died e) {
                    now = now.plusMillis(10);
                }
            } while (!acknowledged.contains(report) || random.nextInt(5) == 0);
        }

        void report(Happened report) {
            record.record(List.of(report));
            events.announce(List.of(report));
            acknowledged.add(report);
        }

        void runFor(Duration length) {
            Instant end = now.plus(length);
            while (now.isBefore(end)) {
                for (Webhook webhook : subscriptions.all()) {
                    for (Delivery due : deliver.due(webhook, 10)) {
                        try {
                            deliver.deliver(webhook, due);
                        } catch (Died e) {
                            break;
                        }
                    }
                }
                now = now.plusSeconds(30);
            }
        }

        private Receiver.Answer post(Webhook webhook, List<String> secrets, String eventId, String body) {
            if (now.isBefore(Samples.NOON.plus(DOWN))) {
                return random.nextBoolean()
                        ? new Receiver.Unreached("connection refused")
                        : new Receiver.Refused(503, "Service Unavailable", null);
            }
            taken.computeIfAbsent(eventId, _ -> new HashSet<>()).add(body);
            // It may have taken the event although its answer got lost.
            return !calm && random.nextInt(10) == 0
                    ? new Receiver.Unreached("no answer in time")
                    : new Receiver.Took(204);
        }

        private void maybeDie() {
            if (!calm && crashesLeft > 0 && random.nextInt(8) == 0) {
                crashesLeft--;
                throw new Died();
            }
        }

        /** Whoever writes may die before or after. */
        private final class Dying implements DeliveryStore {
            private final DeliveryStore store;

            Dying(DeliveryStore store) {
                this.store = store;
            }

            @Override
            public void add(Collection<Delivery> all) {
                maybeDie();
                store.add(all);
                maybeDie();
            }

            @Override
            public boolean replace(Delivery next) {
                maybeDie();
                boolean replaced = store.replace(next);
                maybeDie();
                return replaced;
            }

            @Override
            public Optional<Delivery> find(String webhookId, String eventId) {
                return store.find(webhookId, eventId);
            }

            @Override
            public List<Delivery> due(String webhookId, Instant at, int most) {
                return store.due(webhookId, at, most);
            }

            @Override
            public Page<Delivery> log(
                    String webhookId,
                    Delivery.@Nullable State state,
                    @Nullable Instant since,
                    @Nullable String cursor,
                    int limit) {
                return store.log(webhookId, state, since, cursor, limit);
            }
        }
    }

    @Property(tries = 10)
    void factsAreRecordedBeforeAnybodyIsTold(@ForAll long seed) {
        World world = new World(new Random(seed));
        for (Happened report : reports(1)) {
            world.reportUntilRecorded(report);
        }
        EmailAddress address = EmailAddress.of("person1@example.com");
        assertThat(world.ports.ledger().newest(address.recipientId(), 5))
                .singleElement()
                .satisfies(
                        message -> assertThat(message.has(FactKind.DELIVERED)).isTrue());
    }
}
