package io.tidings.core.audience;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file on its way into an audience: what was read, what was taken, what was not and why. */
public record ImportJob(
        String id,
        String audienceId,
        String fileName,
        State state,
        long rows,
        long imported,
        long rejected,
        List<RowError> errors,
        @Nullable String problem,
        Instant startedAt,
        Instant touchedAt,
        @Nullable Instant finishedAt) {

    /** Errors beyond these are counted, not listed: the file that has more has one mistake made many times. */
    public static final int LISTED_ERRORS = 100;

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    public enum State {
        RUNNING,
        FINISHED,
        FAILED
    }

    public record RowError(long line, String field, String message) {}

    public static ImportJob started(String id, String audienceId, String fileName, Instant now) {
        return new ImportJob(id, audienceId, fileName, State.RUNNING, 0, 0, 0, List.of(), null, now, now, null);
    }

    public ImportJob progress(long moreImported, List<RowError> moreErrors, Instant now) {
        List<RowError> listed = new ArrayList<>(errors);
        moreErrors.stream().limit(Math.max(0, LISTED_ERRORS - listed.size())).forEach(listed::add);
        return new ImportJob(
                id,
                audienceId,
                fileName,
                state,
                rows + moreImported + moreErrors.size(),
                imported + moreImported,
                rejected + moreErrors.size(),
                listed,
                problem,
                startedAt,
                now,
                finishedAt);
    }

    /** Who was reading it died: nothing moved for a while. Uploading the file again imports nobody twice. */
    public ImportJob seenAt(Instant now) {
        return state == State.RUNNING && touchedAt.plus(LONGEST_SILENCE).isBefore(now)
                ? failed("the import was interrupted; upload the file again, nobody is imported twice", now)
                : this;
    }

    public ImportJob finished(Instant now) {
        return ended(State.FINISHED, null, now);
    }

    public ImportJob failed(String why, Instant now) {
        return ended(State.FAILED, why, now);
    }

    private ImportJob ended(State end, @Nullable String why, Instant now) {
        return new ImportJob(id, audienceId, fileName, end, rows, imported, rejected, errors, why, startedAt, now, now);
    }
}
