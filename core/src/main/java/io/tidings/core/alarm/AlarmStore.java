package io.tidings.core.alarm;

import java.util.List;

/** The alarms that have begun and not ended; few. */
public interface AlarmStore {

    List<Alarm> open();

    /** False when it has begun already: of several processes that look, one begins it. */
    boolean begin(Alarm alarm);

    /** Says it in other words; nothing happens when it has ended. */
    void reword(Alarm alarm);

    /** False when it has ended already. */
    boolean end(Alarm alarm);
}
