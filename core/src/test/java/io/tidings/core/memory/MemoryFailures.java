package io.tidings.core.memory;

import io.tidings.core.audience.Page;
import io.tidings.core.deadletter.FailureLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class MemoryFailures implements FailureLog {

    private final Map<String, Cause> causes = new HashMap<>();
    private final List<Discarded> discarded = new ArrayList<>();

    @Override
    public synchronized void note(String id, String cause, Instant at) {
        causes.merge(
                id,
                new Cause(cause, 1, at, at),
                (before, now) -> new Cause(cause, before.tries() + 1, before.first(), now.last()));
    }

    @Override
    public synchronized Map<String, Cause> causes(Collection<String> ids) {
        Map<String, Cause> found = new HashMap<>(causes);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public synchronized void keep(Discarded one) {
        discarded.addFirst(one);
    }

    @Override
    public synchronized Page<Discarded> discarded(@Nullable String cursor, int limit) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(discarded.size(), from + limit);
        return new Page<>(List.copyOf(discarded.subList(from, to)), to < discarded.size() ? String.valueOf(to) : null);
    }
}
