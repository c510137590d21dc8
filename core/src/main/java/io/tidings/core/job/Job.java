package io.tidings.core.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of long work. Whoever does it writes down where it is; when nobody has for a while, another process goes on from there.
 *
 * @param from the first day it is about, where it is about days
 * @param cursor where it goes on
 * @param done how many of what it counts are behind it
 * @param findings what a person should read
 */
public record Job(
        String id,
        Kind kind,
        String by,
        @Nullable String from,
        Instant startedAt,
        Instant touchedAt,
        State state,
        @Nullable String cursor,
        long done,
        List<String> findings,
        long revision) {

    public enum Kind {
        REPLAY,
        COMPARE,
        REBUILD
    }

    public enum State {
        RUNNING,
        FINISHED,
        FAILED
    }

    /** Longer than a step of any job takes. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(60);

    public Job {
        findings = List.copyOf(findings);
    }

    public static Job started(String id, Kind kind, String by, @Nullable String from, Instant now) {
        return new Job(id, kind, by, from, now, now, State.RUNNING, null, 0, List.of(), 1);
    }

    public boolean orphanedAt(Instant now) {
        return state == State.RUNNING && touchedAt.plus(LEFT_ALONE).isBefore(now);
    }

    public Job at(@Nullable String nextCursor, long more, Instant now) {
        return changed(State.RUNNING, nextCursor, done + more, findings, now);
    }

    public Job finished(List<String> found, long more, Instant now) {
        return changed(State.FINISHED, null, done + more, found, now);
    }

    public Job failed(String why, Instant now) {
        return changed(State.FAILED, cursor, done, List.of(why), now);
    }

    private Job changed(State next, @Nullable String nextCursor, long count, List<String> found, Instant now) {
        return new Job(id, kind, by, from, startedAt, now, next, nextCursor, count, found, revision + 1);
    }
}
