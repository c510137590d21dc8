package io.tidings.core.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.alarm.Alarm.Kind;
import io.tidings.core.alarm.WatchAlarms.Changes;
import io.tidings.core.contract.Samples;
import io.tidings.core.feedback.EventStore.Progress;
import io.tidings.core.memory.MemoryDeadLetters;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.sending.FeedbackBacklog.Depth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchAlarmsTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final MemoryPorts ports = new MemoryPorts();
    private final MemoryDeadLetters parked = new MemoryDeadLetters("feedback");
    private final AtomicLong waiting = new AtomicLong();
    private Instant now = Samples.NOON;
    private final WatchAlarms watch = process();

    private WatchAlarms process() {
        return new WatchAlarms(
                ports.alarms(),
                List.of(
                        new DeadLetterAlarms(List.of(parked)),
                        new UnreadReportAlarms(() -> new Depth(waiting.get(), 0, 0), ports.events(), LIMIT)),
                () -> now);
    }

    @Test
    void anAlarmBeginsOnceAndEndsOnceWhoeverLooks() {
        WatchAlarms other = process();
        assertThat(watch.look().begun()).isEmpty();
        parked.park("m", "body", now);
        assertThat(watch.look().begun()).extracting(Alarm::kind).containsExactly(Kind.DEAD_LETTERS);
        now = now.plusSeconds(60);
        assertThat(other.look().begun()).isEmpty();
        parked.park("n", "body", now);
        assertThat(watch.look().begun()).isEmpty();
        assertThat(ports.alarms().open()).singleElement().satisfies(alarm -> {
            assertThat(alarm.since()).isEqualTo(Samples.NOON);
            assertThat(alarm.words()).contains("2 messages");
        });
        parked.moveAll();
        assertThat(other.look().ended()).hasSize(1);
        assertThat(watch.look().ended()).isEmpty();
        assertThat(ports.alarms().open()).isEmpty();
    }

    @Test
    void aSourceThatCannotLookLeavesItsAlarmsAndHoldsUpNoOther() {
        AlarmSource broken = new AlarmSource() {
            @Override
            public Kind kind() {
                return Kind.REPUTATION;
            }

            @Override
            public List<Alarm> look(Instant at, List<Alarm> open) {
                throw new IllegalStateException("the table is away");
            }
        };
        Alarm known = new Alarm(Kind.REPUTATION, "bounces", now, "many", "look", "/statistics");
        ports.alarms().begin(known);
        parked.park("m", "body", now);
        Changes changes = new WatchAlarms(
                        ports.alarms(), List.of(broken, new DeadLetterAlarms(List.of(parked))), () -> now)
                .look();
        assertThat(changes.failed()).containsOnlyKeys(Kind.REPUTATION);
        assertThat(ports.alarms().open()).hasSize(2).contains(known);
    }

    @Test
    void reportsThatWaitLongWithoutAnyBeingReadAreAnAlarm() {
        waiting.set(40);
        assertThat(watch.look().begun()).isEmpty();
        now = now.plus(LIMIT).plusSeconds(1);
        assertThat(watch.look().begun()).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Kind.UNREAD_REPORTS);
            assertThat(alarm.since()).isEqualTo(Samples.NOON);
        });
        assertThat(process().look().ended())
                .describedAs("a process that has just begun to look does not know better")
                .isEmpty();
        waiting.set(0);
        assertThat(watch.look().ended()).hasSize(1);
    }

    @Test
    void aQueueThatIsNeverEmptyAndReadInTimeIsNone() {
        waiting.set(40);
        for (int i = 0; i < 30; i++) {
            ports.events().noteProgress(new Progress(now.minusSeconds(2), now));
            assertThat(watch.look().begun()).isEmpty();
            now = now.plusSeconds(30);
        }
        now = now.plus(LIMIT);
        assertThat(watch.look().begun()).hasSize(1);
        ports.events().noteProgress(new Progress(now.minus(LIMIT).plusSeconds(1), now));
        assertThat(watch.look().ended()).hasSize(1);
    }
}
