package io.tidings.core.audience;

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
        @Nullable Instant finishedAt) {

    /** Errors beyond these are counted, not listed: the file that has more has one mistake made many times. */
    public static final int LISTED_ERRORS = 100;

    public enum State {
        RUNNING,
        FINISHED,
        FAILED
    }

    public record RowError(long line, String field, String message) {}

    public static ImportJob started(String id, String audienceId, String fileName, Instant now) {
        return new ImportJob(id, audienceId, fileName, State.RUNNING, 0, 0, 0, List.of(), null, now, null);
    }

    public ImportJob progress(long moreImported, List<RowError> moreErrors) {
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
                finishedAt);
    }

    public ImportJob finished(Instant now) {
        return ended(State.FINISHED, null, now);
    }

    public ImportJob failed(String why, Instant now) {
        return ended(State.FAILED, why, now);
    }

    private ImportJob ended(State end, @Nullable String why, Instant now) {
        return new ImportJob(id, audienceId, fileName, end, rows, imported, rejected, errors, why, startedAt, now);
    }
}
