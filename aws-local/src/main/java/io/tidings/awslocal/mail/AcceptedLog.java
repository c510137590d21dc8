package io.tidings.awslocal.mail;

import io.tidings.awslocal.wire.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON line for each accepted mail, written before SES answers. It is in the system's hands by then, so that a
 * kill of this process loses no line.
 */
final class AcceptedLog implements AutoCloseable {
    /** Every so many lines one offset is kept in memory; the lines between are found by reading. */
    private static final int STRIDE = 16;

    private static final int CHUNK = 64 * 1024;

    /** Gets a line's bytes; false ends the reading. */
    @FunctionalInterface
    interface LineReader {
        boolean line(long seq, byte[] bytes, int from, int to);
    }

    private final FileChannel channel;
    private long[] offsets = new long[1024];
    private long lines;
    private long end;

    AcceptedLog(Path file) {
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            end = channel.size();
            read(0, Long.MAX_VALUE, (seq, bytes, from, to) -> true);
            // What a kill left half written was never answered for.
            channel.truncate(end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized long size() {
        return lines;
    }

    /** The mails must be the next ones. */
    synchronized void append(List<Mail> mails) {
        var out = new ByteArrayOutputStream(mails.size() * 768);
        for (var mail : mails) {
            mark(lines++, end + out.size());
            out.writeBytes(Json.bytes(mail));
            out.write('\n');
        }
        try {
            Channels.writeFully(channel, ByteBuffer.wrap(out.toByteArray()), end);
            end += out.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    Mail read(long seq) {
        if (seq < 0 || seq >= size()) {
            return null;
        }
        var found = new Mail[1];
        lines(seq, STRIDE, (at, bytes, from, to) -> {
            found[0] = parse(bytes, from, to);
            return false;
        });
        return found[0];
    }

    static Mail parse(byte[] bytes, int from, int to) {
        return Json.read(new String(bytes, from, to - from, StandardCharsets.UTF_8), Mail.class);
    }

    /** The lines from that one on, in order, as far as the log goes now. */
    void lines(long fromSeq, LineReader reader) {
        lines(fromSeq, Long.MAX_VALUE / 2, reader);
    }

    /** As above, but not much further than so many lines. */
    private void lines(long fromSeq, long count, LineReader reader) {
        long start;
        long stop;
        synchronized (this) {
            if (fromSeq >= lines) {
                return;
            }
            start = offsets[(int) (fromSeq / STRIDE)];
            var after = fromSeq / STRIDE + count / STRIDE;
            stop = after * STRIDE < lines ? offsets[(int) after] : end;
        }
        var first = fromSeq / STRIDE * STRIDE;
        read(start, stop, first, (seq, bytes, from, to) -> seq < fromSeq || reader.line(seq, bytes, from, to));
    }

    synchronized void clear() {
        try {
            channel.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines = 0;
        end = 0;
    }

    @Override
    public void close() {
        Channels.close(channel);
    }

    /** At the start: finds every line, and where the last whole one ends. */
    private void read(long start, long stop, LineReader each) {
        var ends = new long[] {start};
        read(start, Math.min(stop, end), 0, (seq, bytes, from, to) -> {
            mark(seq, ends[0]);
            ends[0] += to - from + 1;
            lines = seq + 1;
            return each.line(seq, bytes, from, to);
        });
        end = ends[0];
    }

    private void read(long start, long stop, long firstSeq, LineReader reader) {
        var buffer = new byte[CHUNK];
        var held = 0;
        var seq = firstSeq;
        var position = start;
        try {
            while (position < stop) {
                if (held == buffer.length) {
                    buffer = Arrays.copyOf(buffer, buffer.length * 2);
                }
                var want = (int) Math.min(buffer.length - held, stop - position);
                var read = channel.read(ByteBuffer.wrap(buffer, held, want), position);
                if (read < 0) {
                    return;
                }
                position += read;
                var scan = held;
                held += read;
                var line = 0;
                for (; scan < held; scan++) {
                    if (buffer[scan] == '\n') {
                        if (!reader.line(seq++, buffer, line, scan)) {
                            return;
                        }
                        line = scan + 1;
                    }
                }
                System.arraycopy(buffer, line, buffer, 0, held - line);
                held -= line;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mark(long seq, long offset) {
        if (seq % STRIDE == 0) {
            var slot = (int) (seq / STRIDE);
            if (slot == offsets.length) {
                offsets = Arrays.copyOf(offsets, slot * 2);
            }
            offsets[slot] = offset;
        }
    }
}
