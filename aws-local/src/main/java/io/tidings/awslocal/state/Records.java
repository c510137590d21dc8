package io.tidings.awslocal.state;

import io.tidings.awslocal.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Records of one kind by their key: read from memory, written to the file before the call returns. */
public final class Records<T> {
    private final StateStore store;
    private final Map<String, String> file;
    private final Map<String, T> live = new ConcurrentSkipListMap<>();

    Records(StateStore store, Map<String, String> file, Class<T> type) {
        this.store = store;
        this.file = file;
        file.forEach((key, json) -> live.put(key, Json.read(json, type)));
    }

    public @Nullable T get(String key) {
        return live.get(key);
    }

    public boolean has(String key) {
        return live.containsKey(key);
    }

    /** In the order of their keys. */
    public List<T> all() {
        return List.copyOf(live.values());
    }

    public int size() {
        return live.size();
    }

    public synchronized void put(String key, T value) {
        file.put(key, Json.text(value));
        live.put(key, value);
        store.commit();
    }

    /** False, and nothing changed, if the key is taken. */
    public synchronized boolean add(String key, T value) {
        if (has(key)) {
            return false;
        }
        put(key, value);
        return true;
    }

    public synchronized @Nullable T change(String key, UnaryOperator<T> change) {
        var old = get(key);
        if (old == null) {
            return null;
        }
        var changed = change.apply(old);
        put(key, changed);
        return changed;
    }

    public synchronized @Nullable T remove(String key) {
        var old = live.remove(key);
        if (old != null) {
            file.remove(key);
            store.commit();
        }
        return old;
    }

    public synchronized void clear() {
        file.clear();
        live.clear();
        store.commit();
    }
}
