package io.tidings.service.suppressions;

import io.tidings.core.audience.Page;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.SuppressionScope;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.suppression.Suppressions;
import io.tidings.service.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of the list are wanted. A page reads at most so many, so one with few in it may come before the last. */
record SuppressionSearch(
        String prefix, @Nullable Reason reason, @Nullable SuppressionScope scope, boolean lifted) {

    private static final int MOST_READ = 1_000;

    Page<Suppressions> page(
            SuppressionStore store, SuppressionPolicy policy, Instant now, @Nullable String cursor, int limit) {
        List<Suppressions> found = new ArrayList<>();
        String at = decoded(cursor);
        for (int read = 0; read < MOST_READ; read += limit) {
            // Never more than are still wanted, so that the cursor is always that of the last one looked at.
            Page<Suppressions> page = store.list(prefix.toLowerCase(Locale.ROOT), at, limit - found.size());
            page.items().stream().filter(known -> matches(known, policy, now)).forEach(found::add);
            at = page.next();
            if (at == null || found.size() == limit) {
                break;
            }
        }
        return new Page<>(found, at == null ? null : encoded(at));
    }

    boolean matches(Suppressions known, SuppressionPolicy policy, Instant now) {
        boolean holds = known.active(now, policy).stream()
                .anyMatch(active -> (reason == null || active.reason() == reason)
                        && (scope == null || active.scope().equals(scope)));
        return holds || lifted && wasLifted(known);
    }

    private boolean wasLifted(Suppressions known) {
        return known.entries().entrySet().stream()
                .filter(entry -> scope == null || entry.getKey().equals(scope))
                .anyMatch(entry -> reason == null
                        ? !entry.getValue().seen().isEmpty()
                        : entry.getValue().seen().containsKey(reason));
    }

    private static String encoded(String address) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String decoded(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that this list gave; begin without one");
        }
    }
}
