package io.tidings.awslocal.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The latest requests that brought mail, as they came, in files of a fixed size; the oldest file goes when there are too many. */
final class Bodies implements AutoCloseable {
    private static final long SEGMENT = 32L * 1024 * 1024;

    private final Path folder;
    private final int keep;
    private final ConcurrentSkipListMap<Long, FileChannel> segments = new ConcurrentSkipListMap<>();
    private long end;

    Bodies(Path folder, long keepBytes) {
        this.folder = folder;
        this.keep = (int) Math.max(2, keepBytes / SEGMENT);
        try {
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    segments.put(Long.parseLong(file.getFileName().toString()), open(file));
                }
            }
            var last = segments.lastEntry();
            end = last == null ? 0 : last.getKey() * SEGMENT + last.getValue().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it was put. A request is never split between two files. */
    synchronized long append(byte[] request) {
        var segment = end / SEGMENT;
        if (end % SEGMENT + request.length > SEGMENT) {
            segment++;
            end = segment * SEGMENT;
        }
        try {
            var channel = segments.get(segment);
            if (channel == null) {
                channel = open(folder.resolve(Long.toString(segment)));
                segments.put(segment, channel);
                dropOldest();
            }
            var position = end;
            Channels.writeFully(channel, ByteBuffer.wrap(request), position % SEGMENT);
            end += request.length;
            return position;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null if it is no longer kept. */
    byte @Nullable [] read(BodyRef ref) {
        var channel = segments.get(ref.position() / SEGMENT);
        if (channel == null) {
            return null;
        }
        try {
            var bytes = ByteBuffer.allocate(ref.length());
            return Channels.readFully(channel, bytes, ref.position() % SEGMENT) ? bytes.array() : null;
        } catch (IOException e) {
            return null;
        }
    }

    synchronized void clear() {
        while (!segments.isEmpty()) {
            drop(segments.firstEntry());
        }
        end = 0;
    }

    @Override
    public synchronized void close() {
        segments.values().forEach(Channels::close);
    }

    private void dropOldest() {
        while (segments.size() > keep) {
            drop(segments.firstEntry());
        }
    }

    private void drop(Map.Entry<Long, FileChannel> segment) {
        segments.remove(segment.getKey());
        Channels.close(segment.getValue());
        try {
            Files.deleteIfExists(folder.resolve(Long.toString(segment.getKey())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
