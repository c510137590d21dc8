package io.tidings.core.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Which keys were called off, and when. */
public interface CancellationStore {

    /** Of two times the later stays. */
    void add(String key, Instant at, Instant forgottenAt);

    /** Those of the keys that were called off, of any number. */
    Map<String, Instant> find(Collection<String> keys);
}
