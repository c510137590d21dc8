package io.tidings.awslocal.dynamodb.store;

import io.tidings.awslocal.dynamodb.wire.ByteBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Files of batches, each with its length and checksum, so that a batch whose writing was cut short is no batch. A
 * write hands it to the operating system and does not force it to the disk: the process may die at any moment without
 * loss, the machine may not.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // Only who holds the write lock changes the length; others read it.
final class WriteAheadLog {
    private static final String SUFFIX = ".log";
    private static final int HEADER = 8;

    private final Path folder;
    private long number;
    private @Nullable FileChannel file;
    private volatile long length;

    private WriteAheadLog(Path folder) {
        this.folder = folder;
    }

    static WriteAheadLog in(Path folder) {
        return new WriteAheadLog(folder);
    }

    /** A change as it was logged: the map only by name. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Logged(String map, byte[] key, byte @Nullable [] value) {}

    long length() {
        return length;
    }

    void append(List<Batch.Change> changes) throws IOException {
        var record = new ByteBuilder(512).putLong(0);
        record.putVarint(changes.size());
        for (var change : changes) {
            bytes(record, change.map().name().getBytes(StandardCharsets.UTF_8));
            bytes(record, change.key());
            record.put(change.value() == null ? 0 : 1);
            if (change.value() != null) {
                bytes(record, change.value());
            }
        }
        var all = record.bytes();
        var buffer = ByteBuffer.wrap(all)
                .putInt(0, all.length - HEADER)
                .putInt(4, checksum(all, HEADER, all.length - HEADER));
        write(current(), buffer);
        length += all.length;
    }

    /** A write that failed halfway, on a full disk, must not stay: nothing behind it would be read again. */
    private void write(FileChannel channel, ByteBuffer buffer) throws IOException {
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            channel.truncate(length);
            throw e;
        }
    }

    /** Goes on in a new file, and names those before it. */
    List<Path> rotate() throws IOException {
        var old = files();
        number = Math.max(number, old.isEmpty() ? 0 : number(old.getLast())) + 1;
        close();
        file = FileChannel.open(path(number), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        length = 0;
        return old;
    }

    /** Every change of every whole batch, in order. */
    void replay(Consumer<Logged> change) throws IOException {
        for (var path : files()) {
            replay(Files.readAllBytes(path), change);
        }
    }

    void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel current() {
        if (file == null) {
            throw new IllegalStateException("The log is not open");
        }
        return file;
    }

    private static void replay(byte[] bytes, Consumer<Logged> change) {
        var in = ByteBuffer.wrap(bytes);
        while (in.remaining() > HEADER) {
            var size = in.getInt();
            var checksum = in.getInt();
            if (size <= 0 || size > in.remaining() || checksum != checksum(bytes, in.position(), size)) {
                return;
            }
            for (var count = varint(in); count > 0; count--) {
                var map = new String(bytes(in), StandardCharsets.UTF_8);
                var key = bytes(in);
                change.accept(new Logged(map, key, in.get() == 0 ? null : bytes(in)));
            }
        }
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return new ArrayList<>(all.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted((a, b) -> Long.compare(number(a), number(b)))
                    .toList());
        }
    }

    private Path path(long number) {
        return folder.resolve(number + SUFFIX);
    }

    private static long number(Path path) {
        var name = path.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    private static int checksum(byte[] bytes, int from, int count) {
        var crc = new CRC32C();
        crc.update(bytes, from, count);
        return (int) crc.getValue();
    }

    private static void bytes(ByteBuilder out, byte[] bytes) {
        out.putVarint(bytes.length).put(bytes);
    }

    private static byte[] bytes(ByteBuffer in) {
        var bytes = new byte[varint(in)];
        in.get(bytes);
        return bytes;
    }

    private static int varint(ByteBuffer in) {
        var value = 0;
        for (var shift = 0; ; shift += 7) {
            var b = in.get();
            value |= (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }
}
