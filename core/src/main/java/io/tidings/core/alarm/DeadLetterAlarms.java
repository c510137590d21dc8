package io.tidings.core.alarm;

import io.tidings.core.deadletter.DeadLetterQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Messages are parked. */
public final class DeadLetterAlarms implements AlarmSource {

    private final List<DeadLetterQueue> queues;

    public DeadLetterAlarms(List<DeadLetterQueue> queues) {
        this.queues = List.copyOf(queues);
    }

    @Override
    public Alarm.Kind kind() {
        return Alarm.Kind.DEAD_LETTERS;
    }

    @Override
    public List<Alarm> look(Instant now, List<Alarm> open) {
        List<Alarm> alarms = new ArrayList<>();
        for (DeadLetterQueue queue : queues) {
            long waiting = queue.waiting();
            if (waiting > 0) {
                alarms.add(new Alarm(
                        kind(),
                        queue.name(),
                        now,
                        waiting == 1
                                ? "About one message of the queue " + queue.name() + " could not be processed."
                                : "About " + waiting + " messages of the queue " + queue.name()
                                        + " could not be processed.",
                        "Look at the cause and mend it, then send them back; discard what nobody needs.",
                        "/dead-letters?queue=" + queue.name()));
            }
        }
        return alarms;
    }
}
