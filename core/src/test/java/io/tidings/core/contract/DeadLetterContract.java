package io.tidings.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.core.deadletter.DeadLetterQueue;
import io.tidings.core.deadletter.DeadLetters;
import io.tidings.core.deadletter.DeadLetters.Look;
import io.tidings.core.deadletter.FailureLog.Cause;
import io.tidings.core.deadletter.FailureLog.Discarded;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A dead-letter queue, and what people do with it. */
public abstract class DeadLetterContract {

    protected abstract Ports ports();

    protected abstract DeadLetterQueue queue();

    /** Parks these bodies, as they would after their tries. */
    protected abstract void park(List<String> bodies);

    /** The bodies in the queue they come from, once there are so many. */
    protected abstract List<String> reposted(int expected);

    private final InstantSource clock = InstantSource.fixed(Samples.NOON);

    private DeadLetters deadLetters() {
        return new DeadLetters(ports().failures(), clock);
    }

    private static List<String> bodies(int count) {
        return IntStream.range(0, count).mapToObj(i -> "body " + i).toList();
    }

    @Test
    void lookingTakesNothingAwayAndNamesTheCause() {
        park(bodies(23));
        Look first = deadLetters().look(queue(), 50);
        assertThat(first.waiting()).isEqualTo(23);
        assertThat(first.messages())
                .extracting(parked -> parked.message().body())
                .containsExactlyInAnyOrderElementsOf(bodies(23));
        String id = first.messages().getFirst().message().id();
        ports().failures().note(id, "not JSON", Samples.NOON);
        ports().failures().note(id, "still not JSON", Samples.NOON.plusSeconds(60));

        Look second = deadLetters().look(queue(), 50);
        assertThat(second.messages()).hasSize(23);
        assertThat(second.messages())
                .filteredOn(parked -> parked.message().id().equals(id))
                .singleElement()
                .satisfies(parked -> assertThat(parked.cause())
                        .isEqualTo(new Cause("still not JSON", 2, Samples.NOON, Samples.NOON.plusSeconds(60))));
        assertThat(deadLetters().look(queue(), 5).messages()).hasSize(5);
    }

    @Test
    void oneIsSentBackAndTheOthersStay() {
        park(bodies(15));
        assertThat(deadLetters().redrive(queue(), idOf("body 7"))).isTrue();
        assertThat(reposted(1)).containsExactly("body 7");
        assertThat(deadLetters().look(queue(), 50).messages())
                .hasSize(14)
                .noneMatch(parked -> parked.message().body().equals("body 7"));
        assertThat(deadLetters().redrive(queue(), Samples.id())).isFalse();
    }

    @Test
    void oneIsDiscardedWithATrail() {
        park(bodies(3));
        String id = idOf("body 1");
        ports().failures().note(id, "no such campaign", Samples.NOON);
        assertThat(deadLetters().discard(queue(), id, "ana@example.com", "a test"))
                .isPresent();
        Discarded trail = trailOf(id);
        assertThat(trail.body()).isEqualTo("body 1");
        assertThat(trail.queue()).isEqualTo(queue().name());
        assertThat(trail.cause()).isEqualTo("no such campaign");
        assertThat(trail.by()).isEqualTo("ana@example.com");
        assertThat(trail.why()).isEqualTo("a test");
        assertThat(trail.at()).isEqualTo(Samples.NOON);
        assertThat(deadLetters().look(queue(), 50).messages()).hasSize(2);
        assertThat(deadLetters().discard(queue(), id, "ana@example.com", "again"))
                .isEmpty();
    }

    @Test
    void allAreSentBack() {
        park(bodies(12));
        assertThat(queue().moveAll()).isTrue();
        assertThat(reposted(12)).containsExactlyInAnyOrderElementsOf(bodies(12));
        assertThat(queue().lastMove()).isPresent();
        assertThat(deadLetters().look(queue(), 50).messages()).isEmpty();
    }

    /** Whoever dies after storing leaves the message in both places, and never in none. */
    @Test
    void aCrashBeforeTheRemovalLosesNothing() {
        park(bodies(1));
        String id = idOf("body 0");
        DeadLetterQueue crashing = new CrashingQueue(queue());
        assertThatThrownBy(() -> deadLetters().redrive(crashing, id)).hasMessage("died");
        assertThat(reposted(1)).containsExactly("body 0");
        assertThatThrownBy(() -> deadLetters().discard(crashing, id(crashing), "ana", "a test"))
                .hasMessage("died");
        assertThat(trailOf(id).body()).isEqualTo("body 0");
        assertThat(deadLetters().look(queue(), 50).messages()).hasSize(1);
    }

    private String idOf(String body) {
        return deadLetters().look(queue(), 50).messages().stream()
                .map(DeadLetters.Parked::message)
                .filter(message -> message.body().equals(body))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String id(DeadLetterQueue of) {
        return deadLetters().look(of, 1).messages().getFirst().message().id();
    }

    private Discarded trailOf(String id) {
        return ports().failures().discarded(null, 50).items().stream()
                .filter(discarded -> discarded.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Its process dies instead of removing; what it held comes back as if its time were over. */
    private record CrashingQueue(DeadLetterQueue queue) implements DeadLetterQueue {
        @Override
        public String name() {
            return queue.name();
        }

        @Override
        public long waiting() {
            return queue.waiting();
        }

        @Override
        public List<Held> hold(int most, Duration howLong) {
            return queue.hold(most, howLong);
        }

        @Override
        public void giveBack(List<Held> held) {
            queue.giveBack(held);
        }

        @Override
        public void repost(Held held) {
            queue.repost(held);
        }

        @Override
        public void remove(Held held) {
            queue.giveBack(List.of(held));
            throw new IllegalStateException("died");
        }

        @Override
        public boolean moveAll() {
            return queue.moveAll();
        }

        @Override
        public Optional<Move> lastMove() {
            return queue.lastMove();
        }
    }
}
