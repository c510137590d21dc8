package io.tidings.awslocal.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.awslocal.faults.Faults;
import io.tidings.awslocal.wire.Account;
import io.tidings.awslocal.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueuesTest {
    private static final long VISIBILITY = 30_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private long now = 1_000_000;

    /** Whatever is done, a restart at any moment finds the queue as it was left. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void queueIsTheSameAfterEveryRestart(long seed) {
        var random = new Random(seed);
        var queues = open();
        create(queues, "q");
        var expected = new HashMap<String, String>();
        var receipts = new HashMap<String, String>();
        for (var step = 0; step < 3_000; step++) {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> {
                    var body = "m" + step + "x".repeat(random.nextInt(3_000));
                    queues.send("q", body, Map.of("n", new Attribute("Number", Integer.toString(step))));
                    expected.put(body, body);
                }
                case 4, 5, 6 -> receive(queues, "q").forEach(got -> receipts.put(got.receipt(), got.body()));
                case 7, 8 -> {
                    var receipt = receipts.isEmpty()
                            ? null
                            : receipts.keySet().iterator().next();
                    if (receipt != null) {
                        var body = receipts.remove(receipt);
                        if (delete(queues, receipt)) {
                            expected.remove(body);
                        }
                    }
                }
                default -> now += random.nextInt(20_000);
            }
            if (random.nextInt(300) == 0) {
                queues.close();
                queues = open();
            }
        }
        queues.close();
        queues = open();
        now += VISIBILITY * 2;
        var left = new TreeSet<String>();
        for (var got = receive(queues, "q"); !got.isEmpty(); got = receive(queues, "q")) {
            got.forEach(message -> left.add(message.body()));
        }
        queues.close();
        assertThat(left).isEqualTo(new TreeSet<>(expected.keySet()));
    }

    @Test
    void journalShrinksWhenMostOfItIsOfThePast() throws IOException {
        var queues = open();
        create(queues, "q");
        queues.send("q", "stays", Map.of());
        receive(queues, "q");
        for (var i = 0; i < 600; i++) {
            queues.send("q", "y".repeat(50_000), Map.of());
            receive(queues, "q").forEach(got -> delete(queues, got.receipt()));
        }
        assertThat(Files.size(folder.resolve("queues.log"))).isLessThan(20_000_000);
        now += VISIBILITY * 2;
        assertThat(receive(queues, "q")).extracting(Received::body).containsExactly("stays");
        queues.close();
    }

    @Test
    void purgeOutlivesARestart() {
        var queues = open();
        create(queues, "q");
        queues.send("q", "gone", Map.of());
        queues.together(() -> {
            queues.clear(queues.existing("q"));
            return true;
        });
        queues.close();
        var again = open();
        assertThat(receive(again, "q")).isEmpty();
        again.close();
    }

    @Test
    void recordThatAKillLeftHalfWrittenIsCutOff() throws IOException {
        var queues = open();
        create(queues, "q");
        queues.send("q", "whole", Map.of());
        queues.close();
        Files.write(folder.resolve("queues.log"), new byte[] {0, 0, 0, 99, 3, 0, 0}, StandardOpenOption.APPEND);
        var again = open();
        again.send("q", "after", Map.of());
        again.close();
        var third = open();
        assertThat(receive(third, "q")).extracting(Received::body).containsExactlyInAnyOrder("whole", "after");
        third.close();
    }

    @Test
    void handleOfAnEarlierReceiveDeletesNothing() {
        var queues = open();
        create(queues, "q");
        queues.send("q", "m", Map.of());
        var first = receive(queues, "q").getFirst();
        now += VISIBILITY + 1;
        var second = receive(queues, "q").getFirst();
        assertThat(second.receives()).isEqualTo(2);
        assertThat(delete(queues, first.receipt())).isFalse();
        assertThat(delete(queues, second.receipt())).isTrue();
        queues.close();
    }

    private Queues open() {
        InstantSource clock = () -> Instant.ofEpochMilli(now);
        return new Queues(Account.DEFAULT, new Faults(1, clock), clock, folder);
    }

    private static void create(Queues queues, String name) {
        queues.together(() -> queues.create(name, QueueAttributes.usual(), Map.of()));
    }

    private static List<Received> receive(Queues queues, String name) {
        return queues.together(() -> new ArrayList<>(queues.receive(queues.existing(name), 10, VISIBILITY)));
    }

    /** Whether there is one message less. */
    private static boolean delete(Queues queues, String receipt) {
        var actions = new MessageActions(queues, new QueueActions(queues));
        return queues.together(() -> {
            var before = queues.existing("q").size();
            actions.delete(Json.object().put("QueueUrl", "http://x/0/q").put("ReceiptHandle", receipt));
            return queues.existing("q").size() < before;
        });
    }
}
