package io.tidings.awslocal.state;

import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** One file of small maps, or none of it on disk. */
public final class StateStore implements AutoCloseable {
    private final MVStore store;

    private StateStore(MVStore store) {
        this.store = store;
    }

    public static StateStore open(@Nullable Path file) {
        var builder = new MVStore.Builder().cacheSize(2).autoCommitDisabled();
        if (file != null) {
            builder.fileName(file.toString());
        }
        return new StateStore(builder.open());
    }

    public <T> Records<T> records(String name, Class<T> type) {
        return new Records<>(this, store.openMap(name), type);
    }

    /** After this, what was put is in the file and outlives the process. */
    void commit() {
        store.commit();
    }

    @Override
    public void close() {
        store.close();
    }
}
