package io.tidings.awslocal.dynamodb.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The maps, in memory or in a folder. In a folder every batch is in the log, handed to the operating system by one
 * write, before it counts as done: so it survives the end of this process, however sudden. MVStore alone would write
 * whole pages for each batch. The log is cut at checkpoints, when MVStore has written its pages.
 */
public final class Storage implements AutoCloseable {
    /** Megabytes of pages that a durable store keeps in memory. */
    private static final int LEAST_CACHE_MB = 16;
    /** What a small heap is for. */
    private static final long SMALL_HEAP_MB = 192;

    /** Items lie in no order, so nearly each write is of a page of its own: small ones are less to write and to read again. */
    private static final int PAGE_BYTES = 4 * 1024;

    /** Where less of the file is in use, a checkpoint moves some of that together. */
    private static final int MIN_FILL_PERCENT = 50;

    private static final int COMPACTED_BYTES = 16 * 1024 * 1024;

    private final MVStore store;
    private final @Nullable WriteAheadLog log;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock checkpointing = new ReentrantLock();
    private final ConcurrentHashMap<String, StoreMap> maps = new ConcurrentHashMap<>();

    private Storage(MVStore store, @Nullable WriteAheadLog log) {
        this.store = store;
        this.log = log;
    }

    /** Pages that are not in it are read from the file again and again, so a large heap is given to it in part. */
    private static int cacheMegabytes() {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        return (int) Math.max(LEAST_CACHE_MB, (heap - SMALL_HEAP_MB) / 4);
    }

    /** Null is in memory. */
    public static Storage open(@Nullable Path folder) {
        if (folder == null) {
            return new Storage(new MVStore.Builder().autoCommitDisabled().open(), null);
        }
        try {
            Files.createDirectories(folder);
            var store = new MVStore.Builder()
                    .fileName(folder.resolve("dynamodb.mv").toString())
                    .cacheSize(cacheMegabytes())
                    .pageSplitSize(PAGE_BYTES)
                    .autoCommitDisabled()
                    .open();
            store.setVersionsToKeep(0);
            var storage = new Storage(store, WriteAheadLog.in(folder));
            storage.recover();
            return storage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public StoreMap map(String name) {
        return maps.computeIfAbsent(name, it -> new StoreMap(it, openMap(it)));
    }

    /** Nobody else writes meanwhile; readers go on. */
    public ReentrantLock writing() {
        return writing;
    }

    /** To be called by the one who holds {@link #writing}. On return the batch is safe. */
    public void commit(Batch batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            if (log != null) {
                log.append(batch.changes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var change : batch.changes()) {
            apply(change);
        }
    }

    /**
     * Empties whole maps. Whoever still reads them finds nothing; they go when the store is opened next. What they held
     * is unreachable already, so no log tells of it.
     */
    public void drop(List<StoreMap> dropped) {
        for (var map : dropped) {
            maps.remove(map.name());
            map.map().clear();
        }
    }

    /** Removes the maps that nothing leads to: a log may bring back what was dropped. */
    public void dropUnless(Predicate<String> wanted) {
        for (var name : List.copyOf(store.getMapNames())) {
            if (!wanted.test(name)) {
                maps.remove(name);
                store.removeMap(name);
            }
        }
    }

    /** Bounds the log; for a background thread. */
    public void checkpointIfLongerThan(long bytes) {
        if (log != null && log.length() > bytes) {
            checkpoint(true);
        }
    }

    @Override
    public void close() {
        if (store.isClosed()) {
            return;
        }
        if (log != null) {
            checkpoint(false);
        }
        // Without compaction: after a kill, MVStore 2.4.240 may trip over itself when it moves chunks while closing.
        store.close(0);
        if (log != null) {
            log.close();
        }
    }

    /** Writes wait only while the log changes files. */
    private void checkpoint(boolean compact) {
        checkpointing.lock();
        try {
            var log = this.log;
            if (log == null) {
                return;
            }
            List<Path> old;
            writing.lock();
            try {
                old = log.rotate();
            } finally {
                writing.unlock();
            }
            store.commit();
            if (compact) {
                store.compact(MIN_FILL_PERCENT, COMPACTED_BYTES);
            }
            store.sync();
            for (var file : old) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            checkpointing.unlock();
        }
    }

    /** Changes that a checkpoint holds already are made again; the last one to each key wins either way. */
    private void recover() throws IOException {
        var log = this.log;
        if (log == null) {
            return;
        }
        log.replay(change -> {
            var map = map(change.map());
            if (change.value() == null) {
                map.map().remove(change.key());
            } else {
                map.map().put(change.key(), change.value());
            }
        });
        checkpoint(false);
    }

    private static void apply(Batch.Change change) {
        if (change.value() == null) {
            change.map().map().remove(change.key());
        } else {
            change.map().map().put(change.key(), change.value());
        }
    }

    private MVMap<byte[], byte[]> openMap(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>().keyType(BytesType.INSTANCE).valueType(BytesType.INSTANCE));
    }
}
