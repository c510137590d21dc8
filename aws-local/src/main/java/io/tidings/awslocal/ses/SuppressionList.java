package io.tidings.awslocal.ses;

import io.tidings.awslocal.state.Records;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The account's suppression list. It is managed by the exact spelling, but sending looks at it without regard to case. */
final class SuppressionList {
    private final Records<SuppressedAddress> entries;
    private final Map<String, Integer> folded = new ConcurrentHashMap<>();

    SuppressionList(Records<SuppressedAddress> entries) {
        this.entries = entries;
        entries.all().forEach(entry -> count(entry.address(), 1));
    }

    boolean suppresses(String address) {
        return !folded.isEmpty() && folded.containsKey(fold(address));
    }

    /** The entry that keeps mail from an address, in whatever spelling. */
    @Nullable
    SuppressedAddress matching(String address) {
        var exact = entries.get(address);
        return exact != null
                ? exact
                : entries.all().stream()
                        .filter(entry -> fold(entry.address()).equals(fold(address)))
                        .findFirst()
                        .orElse(null);
    }

    @Nullable
    SuppressedAddress get(String address) {
        return entries.get(address);
    }

    List<SuppressedAddress> all() {
        return entries.all();
    }

    synchronized void put(SuppressedAddress entry) {
        if (!entries.has(entry.address())) {
            count(entry.address(), 1);
        }
        entries.put(entry.address(), entry);
    }

    synchronized boolean remove(String address) {
        if (entries.remove(address) == null) {
            return false;
        }
        count(address, -1);
        return true;
    }

    synchronized void clear() {
        entries.clear();
        folded.clear();
    }

    private void count(String address, int change) {
        folded.merge(fold(address), change, (a, b) -> a + b == 0 ? null : a + b);
    }

    private static String fold(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
