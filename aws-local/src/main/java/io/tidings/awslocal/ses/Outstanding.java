package io.tidings.awslocal.ses;

import io.tidings.awslocal.mail.Mail;
import io.tidings.awslocal.mail.MailStore;
import io.tidings.awslocal.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which events are still to be published. A file says what was, so that a restart publishes the rest: at worst a few
 * once more, never one too few.
 */
final class Outstanding implements AutoCloseable {
    private static final int RECORD = Long.BYTES + Integer.BYTES;
    private static final int BUFFER = 64 * 1024 / RECORD * RECORD;
    private static final long COMPACT_AT = 1024 * 1024;

    /** All mail before `upTo` is published but for what is listed. */
    record Checkpoint(long upTo, Map<Long, long[]> left) {}

    private final Path checkpointFile;
    private final FileChannel file;
    private final TreeMap<Long, BitSet> left = new TreeMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long upTo;

    Outstanding(Path folder) {
        checkpointFile = folder.resolve("events.json");
        try {
            file = FileChannel.open(
                    folder.resolve("events.log"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what an earlier run left and tells of it. */
    synchronized void recover(MailStore mails, Timeline.Left each) {
        try {
            if (Files.exists(checkpointFile)) {
                var checkpoint = Json.read(Files.readString(checkpointFile), Checkpoint.class);
                upTo = checkpoint.upTo();
                checkpoint.left().forEach((seq, bits) -> left.put(seq, BitSet.valueOf(bits)));
            }
            var published = readPublished();
            mails.each(upTo, (mail, seq) -> {
                if (!mail.events().isEmpty()) {
                    left.put(seq, all(mail));
                }
            });
            upTo = mails.size();
            published.forEach(this::remove);
            left.forEach((seq, events) -> {
                var mail = mails.find(seq);
                if (mail != null) {
                    each.events(mail, events);
                }
            });
            compact();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void add(List<Mail> accepted) {
        for (var mail : accepted) {
            upTo = mail.seq() + 1;
            if (!mail.events().isEmpty()) {
                left.put(mail.seq(), all(mail));
            }
        }
    }

    synchronized void published(long seq, int event) {
        if (buffer.remaining() < RECORD) {
            flush();
        }
        buffer.putLong(seq).putInt(event);
        var events = left.get(seq);
        if (events != null) {
            events.clear(event);
            if (events.isEmpty()) {
                left.remove(seq);
            }
        }
    }

    /** Puts down what was published since the last time. */
    synchronized void flush() {
        if (buffer.position() == 0) {
            return;
        }
        try {
            buffer.flip();
            while (buffer.hasRemaining()) {
                file.write(buffer, file.size());
            }
            buffer.clear();
            if (file.size() > COMPACT_AT) {
                compact();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void clear() {
        left.clear();
        buffer.clear();
        upTo = 0;
        try {
            compact();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        flush();
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A kill between the two steps does no harm: what the file says is then in the checkpoint already. */
    private void compact() throws IOException {
        var bits = new HashMap<Long, long[]>();
        left.forEach((seq, events) -> bits.put(seq, events.toLongArray()));
        var fresh = checkpointFile.resolveSibling("events.json.new");
        Files.write(fresh, Json.bytes(new Checkpoint(upTo, bits)));
        Files.move(fresh, checkpointFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        file.truncate(0);
    }

    private Map<Long, BitSet> readPublished() throws IOException {
        var published = new HashMap<Long, BitSet>();
        var bytes = ByteBuffer.allocate((int) (file.size() / RECORD * RECORD));
        while (bytes.hasRemaining() && file.read(bytes, bytes.position()) >= 0) {
            // Reads on.
        }
        bytes.flip();
        while (bytes.remaining() >= RECORD) {
            published.computeIfAbsent(bytes.getLong(), seq -> new BitSet()).set(bytes.getInt());
        }
        return published;
    }

    private void remove(long seq, BitSet published) {
        var events = left.get(seq);
        if (events != null) {
            events.andNot(published);
            if (events.isEmpty()) {
                left.remove(seq);
            }
        }
    }

    private static BitSet all(Mail mail) {
        var events = new BitSet();
        events.set(0, mail.events().size());
        return events;
    }
}
