package io.tidings.awslocal.sqs;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;

/**
 * Everything that happens to queues and messages, in one file, in order. A record is in the system's hands when
 * {@link #flush} returns, so a kill loses nothing that was answered. When most of the file is of the past, what is
 * left is copied to a new one.
 */
final class Journal implements AutoCloseable {
    static final byte QUEUE = 1;
    static final byte QUEUE_DELETED = 2;
    static final byte MESSAGE = 3;
    static final byte STATE = 4;
    static final byte DELETED = 5;
    static final byte MOVED = 6;
    static final byte PURGED = 7;

    private static final long COMPACT_AT = 16L * 1024 * 1024;

    private final Path path;
    private FileChannel channel;
    private long end;
    private final Buffer buffer = new Buffer();
    private final DataOutputStream out = new DataOutputStream(buffer);

    Journal(Path path) {
        this.path = path;
        try {
            channel = open(path);
            end = channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what an earlier run wrote; what a kill left half written is cut off. */
    void replay(JournalReader reader) {
        try {
            end = reader.read(channel, end);
            channel.truncate(end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a message and says to it where it is. */
    void message(int queue, Message message, byte[] attributes, byte[] body) {
        record(MESSAGE, () -> {
            out.writeInt(queue);
            out.writeLong(message.seq);
            out.writeLong(message.id.getMostSignificantBits());
            out.writeLong(message.id.getLeastSignificantBits());
            out.write(message.md5);
            out.writeLong(message.sentAt);
            out.writeLong(message.visibleAt);
            out.writeInt(message.source);
            out.writeInt(attributes.length);
            out.writeInt(body.length);
            message.position = end + buffer.size();
            out.write(attributes);
            out.write(body);
        });
    }

    void state(Message message) {
        record(STATE, () -> {
            out.writeLong(message.seq);
            out.writeLong(message.visibleAt);
            out.writeLong(message.firstReceivedAt);
            out.writeInt(message.receives);
        });
    }

    void deleted(Message message) {
        record(DELETED, () -> out.writeLong(message.seq));
    }

    void moved(Message message, int queue) {
        record(MOVED, () -> {
            out.writeLong(message.seq);
            out.writeInt(queue);
            out.writeInt(message.source);
        });
    }

    void queue(byte[] json) {
        record(QUEUE, () -> out.write(json));
    }

    void queueDeleted(int queue) {
        record(QUEUE_DELETED, () -> out.writeInt(queue));
    }

    void purged(int queue) {
        record(PURGED, () -> out.writeInt(queue));
    }

    void flush() {
        if (buffer.size() == 0) {
            return;
        }
        try {
            var bytes = buffer.view();
            var at = end;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            end = at;
            buffer.reset();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message's attributes and body, one behind the other. */
    byte[] read(Message message) {
        var bytes = ByteBuffer.allocate(message.length());
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, message.position + bytes.position()) < 0) {
                    throw new IllegalStateException("The journal ends before message " + message.id);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.array();
    }

    boolean isMostlyPast(long liveBytes) {
        return end > COMPACT_AT && end > 3 * liveBytes;
    }

    void compact(Collection<Queue> queues) {
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (var copy = new Journal(fresh)) {
                for (var queue : queues) {
                    copy.queue(QueueJson.write(queue));
                    for (var message : queue.all()) {
                        copyMessage(copy, queue, message);
                    }
                }
                copy.flush();
            }
            channel.close();
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            channel = open(path);
            end = channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyMessage(Journal copy, Queue queue, Message message) {
        var bytes = read(message);
        var body = new byte[message.bodyLength];
        System.arraycopy(bytes, message.attributesLength, body, 0, body.length);
        copy.message(queue.id, message, Arrays.copyOf(bytes, message.attributesLength), body);
        copy.state(message);
        if (copy.buffer.size() > 1 << 20) {
            copy.flush();
        }
    }

    @Override
    public void close() {
        flush();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private interface Writing {
        void write() throws IOException;
    }

    /** A record: its length, its kind, its content. */
    private void record(byte kind, Writing content) {
        try {
            var start = buffer.size();
            out.writeInt(0);
            out.writeByte(kind);
            content.write();
            buffer.putInt(start, buffer.size() - start - 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Buffer extends ByteArrayOutputStream {
        Buffer() {
            super(64 * 1024);
        }

        synchronized void putInt(int at, int value) {
            ByteBuffer.wrap(buf).putInt(at, value);
        }

        synchronized ByteBuffer view() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }
}
