package io.tidings.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.contract.Samples;
import io.tidings.core.ledger.MessageLedger.Entry;
import io.tidings.core.ledger.MessageLedger.Key;
import io.tidings.core.ledger.MessageLedger.Written;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.statistics.CounterChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** In any order, any number of times, in any batches, with crashes between: the same ledger and the same counters. */
class FactsCommuteProperty {

    private static final List<EmailAddress> PEOPLE = IntStream.range(0, 12)
            .mapToObj(i -> EmailAddress.of("p" + i + "@example" + i % 3 + ".com"))
            .toList();
    private static final List<String> STATUSES = List.of("", "5.1.1", "4.2.2", "5.7.515", "nonsense");
    private static final Origin CAMPAIGN = new Origin.OfCampaign("spring");
    private static final Origin NOTIFICATION = new Origin.OfNotification("n1");

    @Property(tries = 200)
    void anyOrderGivesTheSameLedgerAndCounters(@ForAll long seed) {
        Random random = new Random(seed);
        List<News> stream = stream(random);
        Outcome straight = record(stream, new Random(1), stream.size() + 1, false);
        List<News> shaken = new ArrayList<>(stream);
        for (int i = 0; i < stream.size() / 3; i++) {
            shaken.add(stream.get(random.nextInt(stream.size())));
        }
        Collections.shuffle(shaken, random);
        assertThat(record(shaken, random, 1 + random.nextInt(120), true)).isEqualTo(straight);
    }

    @Property(tries = 50)
    void theCountersAreTheSumOfTheMessages(@ForAll long seed) {
        Outcome outcome = record(stream(new Random(seed)), new Random(seed), 10, true);
        CounterChanges sum = new CounterChanges();
        outcome.messages().values().forEach(message -> sum.addAll(message.tally(), 1));
        assertThat(outcome.counts()).isEqualTo(sum);
    }

    private record Outcome(Map<Key, Message> messages, CounterChanges counts) {}

    private static List<News> stream(Random random) {
        List<News> news = new ArrayList<>();
        int length = random.nextInt(500);
        for (int i = 0; i < length; i++) {
            FactKind kind = FactKind.values()[random.nextInt(FactKind.values().length)];
            Instant at = Samples.NOON.plusSeconds(random.nextInt(200_000));
            boolean reported = kind == FactKind.ACCEPTED && random.nextBoolean();
            String status = STATUSES.get(random.nextInt(STATUSES.size()));
            Fact fact = kind == FactKind.CLICKED_LINKS
                    ? Fact.linkFollowed("https://example.com/" + random.nextInt(20), at)
                    : reported
                            ? Fact.reportedAcceptance(at, "d" + random.nextInt(3))
                            : new Fact(kind, at, "d" + random.nextInt(3), status.isEmpty() ? null : status);
            boolean knowsWhatItIs = random.nextInt(5) > 0;
            Origin origin = random.nextInt(4) == 0 ? NOTIFICATION : CAMPAIGN;
            news.add(new News(
                    PEOPLE.get(random.nextInt(PEOPLE.size())),
                    origin,
                    knowsWhatItIs ? "t1" : null,
                    knowsWhatItIs ? "news" : null,
                    List.of(fact)));
        }
        return news;
    }

    private static Outcome record(List<News> stream, Random random, int together, boolean crashing) {
        MemoryPorts ports = new MemoryPorts();
        Recorder recorder = new Recorder(crashing ? new Crashing(ports.ledger(), random) : ports.ledger());
        for (int i = 0; i < stream.size(); i += together) {
            List<News> part = stream.subList(i, Math.min(stream.size(), i + together));
            while (true) {
                try {
                    recorder.record(part);
                    break;
                } catch (Crash e) {
                    // As after a kill: whoever comes next gets the same messages from the queue again.
                }
            }
        }
        List<Key> keys = PEOPLE.stream()
                .flatMap(address ->
                        List.of(CAMPAIGN, NOTIFICATION).stream().map(origin -> new Key(address.recipientId(), origin)))
                .toList();
        // How often it was written is no part of what is known.
        Map<Key, Message> messages = ports.ledger().find(keys).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> {
                    Message message = entry.getValue();
                    return new Message(
                            message.address(),
                            message.origin(),
                            message.templateId(),
                            message.topic(),
                            message.facts(),
                            1);
                }));
        return new Outcome(
                messages, ports.statistics().all(null, Integer.MAX_VALUE).items());
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Dies now and then, before a write or just after it. */
    private record Crashing(MessageLedger ledger, Random random) implements MessageLedger {

        @Override
        public Map<Key, Message> find(Collection<Key> keys) {
            return ledger.find(keys);
        }

        @Override
        public Written write(Entry entry) {
            int fate = random.nextInt(10);
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
        public Map<Key, Message> glance(Collection<Key> keys) {
            // What was read may be older than what is stored.
            Map<Key, Message> stale = new HashMap<>(ledger.find(keys));
            stale.keySet().removeIf(_ -> random.nextInt(4) == 0);
            return stale;
        }

        @Override
        public int capacity() {
            return ledger.capacity();
        }

        @Override
        public io.tidings.core.audience.Page<Message> wentWrong(
                Origin origin, FactKind outcome, @Nullable String cursor, int limit) {
            return ledger.wentWrong(origin, outcome, cursor, limit);
        }

        @Override
        public io.tidings.core.audience.Page<Message> of(
                io.tidings.core.address.RecipientId recipient, @Nullable String cursor, int limit) {
            return ledger.of(recipient, cursor, limit);
        }
    }
}
