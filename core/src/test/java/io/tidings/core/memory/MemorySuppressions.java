package io.tidings.core.memory;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Page;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.suppression.Suppressions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

final class MemorySuppressions implements SuppressionStore {

    private final TreeMap<String, Suppressions> byAddress = new TreeMap<>();
    private final Map<RecipientId, Suppressions> byId = new HashMap<>();

    @Override
    public synchronized Map<RecipientId, Suppressions> find(Collection<RecipientId> ids) {
        Map<RecipientId, Suppressions> found = new HashMap<>();
        ids.stream().filter(byId::containsKey).forEach(id -> found.put(id, byId.get(id)));
        return found;
    }

    @Override
    public synchronized boolean replace(Suppressions seen, Suppressions next) {
        Suppressions now = byId.get(seen.id());
        if ((now == null ? 0 : now.revision()) != seen.revision()) {
            return false;
        }
        Suppressions stored = new Suppressions(next.address(), next.entries(), next.softBounces(), seen.revision() + 1);
        byId.put(stored.id(), stored);
        byAddress.put(sorted(stored.address()), stored);
        return true;
    }

    @Override
    public synchronized Page<Suppressions> list(String prefix, @Nullable String cursor, int limit) {
        List<Suppressions> found = byAddress.tailMap(prefix, true).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .filter(entry -> cursor == null || entry.getKey().compareTo(cursor) > 0)
                .limit(limit + 1L)
                .map(Map.Entry::getValue)
                .toList();
        boolean more = found.size() > limit;
        List<Suppressions> page = more ? found.subList(0, limit) : found;
        return new Page<>(page, more ? sorted(page.getLast().address()) : null);
    }

    private static String sorted(EmailAddress address) {
        return address.toString().toLowerCase(Locale.ROOT);
    }
}
