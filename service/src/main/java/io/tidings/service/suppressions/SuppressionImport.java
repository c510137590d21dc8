package io.tidings.service.suppressions;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.audience.ImportContacts.Row;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.SuppressionScope;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.service.web.Problem.FieldError;
import io.tidings.service.web.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Reads rows as they come; one that cannot be taken costs only itself, and who is stopped already stays as he is. */
final class SuppressionImport {

    private static final int TOGETHER = 16;
    private static final int LISTED_ERRORS = 100;

    private final SuppressionStore store;
    private final SuppressionPolicy policy;
    private final Instant now;
    private final String by;

    private long rows;
    private long added;
    private long already;
    private long rejected;
    private final List<LineError> errors = new ArrayList<>();

    SuppressionImport(SuppressionStore store, SuppressionPolicy policy, Instant now, String by) {
        this.store = store;
        this.policy = policy;
        this.now = now;
        this.by = by;
    }

    @Serdeable
    @Schema(name = "SuppressionLineError")
    record LineError(long line, String field, String message) {}

    /** @param errors the first hundred */
    @Serdeable
    @Schema(name = "SuppressionImport")
    record Result(long rows, long added, long already, long rejected, List<LineError> errors) {}

    Result run(Iterator<Row> lines) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Suppression> slice = new ArrayList<>(TOGETHER);
            while (lines.hasNext()) {
                read(lines.next(), slice);
                if (slice.size() == TOGETHER) {
                    store(slice, threads);
                }
            }
            store(slice, threads);
        }
        return new Result(rows, added, already, rejected, List.copyOf(errors));
    }

    private void read(Row row, List<Suppression> slice) {
        rows++;
        try {
            slice.add(suppression(row));
        } catch (ProblemException e) {
            rejected++;
            for (FieldError error : e.problem().errors()) {
                if (errors.size() < LISTED_ERRORS) {
                    errors.add(new LineError(row.line(), error.field(), error.message()));
                }
            }
        }
    }

    private Suppression suppression(Row row) {
        EmailAddress address = Words.address("email", row.address());
        String scope = cell(row, "scope");
        String reason = cell(row, "reason");
        String note = cell(row, "note");
        Instant since = time(row, "since");
        if (since != null && since.isAfter(now)) {
            throw ProblemException.invalid("since", "is in the future");
        }
        return new Suppression(
                address,
                scope == null ? SuppressionScope.EVERYTHING : Words.scope("scope", scope),
                // Which bounces those were is not in the file, so as such they would be nothing to count from.
                reason == null || reason.equals("softBounces") ? Reason.MANUAL : Words.reason("reason", reason),
                "imported by " + by + (note == null ? "" : ": " + note),
                since == null ? now : since,
                time(row, "expiresAt"));
    }

    private void store(List<Suppression> slice, ExecutorService threads) throws InterruptedException {
        List<Future<Boolean>> writes = new ArrayList<>();
        slice.forEach(one -> writes.add(threads.submit(() -> store(one))));
        for (Future<Boolean> write : writes) {
            try {
                if (write.get()) {
                    added++;
                } else {
                    already++;
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("suppressions could not be stored", e.getCause());
            }
        }
        slice.clear();
    }

    private boolean store(Suppression one) {
        boolean holds = store.find(one.address()).active(now, policy).stream()
                .anyMatch(active -> active.scope().equals(one.scope()) && active.reason() == one.reason());
        if (!holds) {
            store.add(one);
        }
        return !holds;
    }

    private static @Nullable Instant time(Row row, String column) {
        String text = cell(row, column);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(column, "must be a time like 2026-03-01T12:00:00Z");
        }
    }

    private static @Nullable String cell(Row row, String column) {
        return row.attributes().entrySet().stream()
                .filter(cell -> cell.getKey().toLowerCase(Locale.ROOT).equals(column.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
