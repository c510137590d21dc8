package io.tidings.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Page;
import io.tidings.core.contract.Samples;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.ledger.Origin;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.statistics.CounterChanges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** What SES reports, in any order, any number of times, in any batches, with crashes between any two writes: one and the same result. */
class FeedbackCommutesProperty {

    private static final List<EmailAddress> PEOPLE = IntStream.range(0, 40)
            .mapToObj(i -> EmailAddress.of("p" + i + "@example" + i % 7 + ".com"))
            .toList();
    private static final Origin CAMPAIGN = new Origin.OfCampaign("spring");
    private static final Origin NOTIFICATION = new Origin.OfNotification("n1");
    private static final List<String> STATUSES = List.of("5.1.1", "4.2.2", "5.7.515", "nonsense");
    private static final int TOGETHER = 140;

    @Property(tries = 1_000)
    void ledgerSuppressionsAndStatisticsAreTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        List<Happened> stream = stream(random);
        Outcome straight = record(stream, new Random(0), TOGETHER, false);
        List<Happened> shaken = new ArrayList<>(stream);
        for (int i = 0; i < stream.size() / 4; i++) {
            shaken.add(stream.get(random.nextInt(stream.size())));
        }
        Collections.shuffle(shaken, random);
        assertThat(record(shaken, random, 10 + random.nextInt(TOGETHER), true)).isEqualTo(straight);
    }

    private record Outcome(
            Map<MessageLedger.Key, Map<FactKind, Fact>> messages, CounterChanges counts, Set<RecipientId> suppressed) {}

    private static List<Happened> stream(Random random) {
        List<Happened> stream = new ArrayList<>();
        int length = random.nextInt(500);
        for (int i = 0; i < length; i++) {
            EmailAddress address = PEOPLE.get(random.nextInt(PEOPLE.size()));
            ReportKind kind = ReportKind.values()[random.nextInt(ReportKind.values().length)];
            stream.add(new Happened(
                    kind,
                    Samples.NOON.plusSeconds(random.nextInt(200_000)),
                    Samples.NOON,
                    "ses-" + address.local(),
                    List.of(address.toString()),
                    List.of(address.toString()),
                    "why " + random.nextInt(3),
                    random.nextBoolean() ? STATUSES.get(random.nextInt(STATUSES.size())) : null,
                    new MessageTags(
                            random.nextInt(4) == 0 ? NOTIFICATION : CAMPAIGN, address.recipientId(), "t", "news", 1)));
        }
        return stream;
    }

    private static Outcome record(List<Happened> stream, Random random, int together, boolean crashing) {
        MemoryPorts ports = new MemoryPorts();
        RecordFeedback recordFeedback = new RecordFeedback(
                crashing ? new Crashing(ports.ledger(), random) : ports.ledger(),
                ports.suppressions(),
                () -> Samples.NOON.plusSeconds(300_000),
                false);
        for (int i = 0; i < stream.size(); i += together) {
            List<Happened> part = stream.subList(i, Math.min(stream.size(), i + together));
            while (true) {
                try {
                    recordFeedback.record(part);
                    break;
                } catch (Crash e) {
                    // As after a kill: the queue hands the same reports out again.
                }
            }
        }
        Map<MessageLedger.Key, Map<FactKind, Fact>> messages = new HashMap<>();
        for (EmailAddress address : PEOPLE) {
            for (Origin origin : List.of(CAMPAIGN, NOTIFICATION)) {
                ports.ledger()
                        .find(List.of(new MessageLedger.Key(address.recipientId(), origin)))
                        .forEach((key, message) -> messages.put(key, message.facts()));
            }
        }
        Set<RecipientId> suppressed = new HashSet<>(ports.suppressions()
                .find(PEOPLE.stream().map(EmailAddress::recipientId).toList())
                .keySet());
        return new Outcome(
                messages, ports.statistics().all(null, Integer.MAX_VALUE).items(), suppressed);
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Dies now and then, before a write or just after it, and at times reads what is no longer so. */
    private record Crashing(MessageLedger ledger, Random random) implements MessageLedger {

        @Override
        public Map<Key, Message> find(Collection<Key> keys) {
            return ledger.find(keys);
        }

        @Override
        public Map<Key, Message> glance(Collection<Key> keys) {
            Map<Key, Message> stale = new HashMap<>(ledger.find(keys));
            stale.keySet().removeIf(_ -> random.nextInt(10) == 0);
            return stale;
        }

        @Override
        public Written write(Entry entry) {
            int fate = random.nextInt(12);
            if (fate == 0) {
                throw new Crash();
            }
            Written written = ledger.write(entry);
            if (fate == 1) {
                throw new Crash();
            }
            return written;
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
}
