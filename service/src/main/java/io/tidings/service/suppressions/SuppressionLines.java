package io.tidings.service.suppressions;

import io.tidings.core.audience.Page;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.suppression.Suppressions;
import io.tidings.core.suppression.Suppressions.Active;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The whole list as a CSV file, made page by page while it is read. */
final class SuppressionLines extends InputStream {

    private static final int PAGE = 200;

    private final SuppressionStore store;
    private final SuppressionPolicy policy;
    private final Instant now;
    private @Nullable String cursor;
    private boolean last;
    private byte[] lines =
            CsvLine.of("email", "scope", "reason", "since", "expiresAt", "note").getBytes(StandardCharsets.UTF_8);
    private int next;

    SuppressionLines(SuppressionStore store, SuppressionPolicy policy, Instant now) {
        this.store = store;
        this.policy = policy;
        this.now = now;
    }

    @Override
    public int read() {
        return fill() ? lines[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, lines.length - next);
        System.arraycopy(lines, next, into, offset, count);
        next += count;
        return count;
    }

    private boolean fill() {
        while (next == lines.length && !last) {
            Page<Suppressions> page = store.list("", cursor, PAGE);
            StringBuilder text = new StringBuilder();
            page.items()
                    .forEach(known -> known.active(now, policy).forEach(active -> text.append(line(known, active))));
            lines = text.toString().getBytes(StandardCharsets.UTF_8);
            next = 0;
            cursor = page.next();
            last = cursor == null;
        }
        return next < lines.length;
    }

    private static String line(Suppressions known, Active active) {
        return CsvLine.of(
                known.address().toString(),
                active.scope().key(),
                Words.name(active.reason()),
                active.since().toString(),
                active.until() == null ? null : active.until().toString(),
                active.evidence());
    }
}
