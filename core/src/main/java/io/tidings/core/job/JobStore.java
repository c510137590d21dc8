package io.tidings.core.job;

import java.util.List;
import java.util.Optional;

public interface JobStore {

    void add(Job job);

    Optional<Job> find(String id);

    /** Those that are not over; few. */
    List<Job> running();

    /** Replaces the revision just before; false when another process goes on with it. */
    boolean replace(Job next);
}
