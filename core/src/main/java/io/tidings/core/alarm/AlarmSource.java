package io.tidings.core.alarm;

import java.time.Instant;
import java.util.List;

/** Looks after one kind of alarm. */
public interface AlarmSource {

    Alarm.Kind kind();

    /**
     * @param open those of this kind that have begun and not ended
     * @return all that there are now
     */
    List<Alarm> look(Instant now, List<Alarm> open);
}
