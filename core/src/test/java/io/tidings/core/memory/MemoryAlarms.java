package io.tidings.core.memory;

import io.tidings.core.alarm.Alarm;
import io.tidings.core.alarm.AlarmStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class MemoryAlarms implements AlarmStore {

    private final Map<String, Alarm> alarms = new ConcurrentHashMap<>();

    @Override
    public List<Alarm> open() {
        return List.copyOf(alarms.values());
    }

    @Override
    public boolean begin(Alarm alarm) {
        return alarms.putIfAbsent(alarm.id(), alarm) == null;
    }

    @Override
    public void reword(Alarm alarm) {
        alarms.replace(alarm.id(), alarm);
    }

    @Override
    public boolean end(Alarm alarm) {
        return alarms.remove(alarm.id()) != null;
    }
}
