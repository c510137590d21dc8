package io.tidings.core.alarm;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at everything that can be wrong, and notes what begins and what ends. Any number of processes may look. */
public final class WatchAlarms {

    private final AlarmStore store;
    private final List<AlarmSource> sources;
    private final InstantSource clock;

    public WatchAlarms(AlarmStore store, List<AlarmSource> sources, InstantSource clock) {
        this.store = store;
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /**
     * @param begun and ended, each told to one process only
     * @param failed why a kind could not be looked at; its alarms stay as they are
     */
    public record Changes(List<Alarm> begun, List<Alarm> ended, Map<Alarm.Kind, RuntimeException> failed) {}

    public Changes look() {
        Instant now = clock.instant();
        Map<Alarm.Kind, List<Alarm>> open = store.open().stream().collect(Collectors.groupingBy(Alarm::kind));
        Changes changes = new Changes(new ArrayList<>(), new ArrayList<>(), new EnumMap<>(Alarm.Kind.class));
        for (AlarmSource source : sources) {
            List<Alarm> before = open.getOrDefault(source.kind(), List.of());
            try {
                compare(before, source.look(now, before), changes);
            } catch (RuntimeException e) {
                changes.failed().put(source.kind(), e);
            }
        }
        return changes;
    }

    private void compare(List<Alarm> before, List<Alarm> present, Changes changes) {
        Map<String, Alarm> left = before.stream().collect(Collectors.toMap(Alarm::id, Function.identity()));
        for (Alarm alarm : present) {
            Alarm known = left.remove(alarm.id());
            if (known == null) {
                if (store.begin(alarm)) {
                    changes.begun().add(alarm);
                }
            } else if (!known.words().equals(alarm.words())) {
                store.reword(alarm.since(known.since()));
            }
        }
        for (Alarm gone : left.values()) {
            if (store.end(gone)) {
                changes.ended().add(gone);
            }
        }
    }
}
