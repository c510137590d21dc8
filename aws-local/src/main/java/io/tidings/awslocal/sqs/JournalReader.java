package io.tidings.awslocal.sqs;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes queues and messages out of a journal. */
final class JournalReader {
    private static final int MD5 = 16;
    private static final int MAX_RECORD = 64 * 1024 * 1024;

    private final Map<Integer, Queue> queues = new HashMap<>();
    private final Map<Long, Queue> homes = new HashMap<>();
    private final long now;
    private long nextSeq;

    JournalReader(long now) {
        this.now = now;
    }

    Map<Integer, Queue> queues() {
        return queues;
    }

    long nextSeq() {
        return nextSeq;
    }

    /** Where the last whole record ends. */
    long read(FileChannel channel, long size) throws IOException {
        channel.position(0);
        InputStream stream = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
        var in = new DataInputStream(stream);
        long position = 0;
        while (position + Integer.BYTES < size) {
            var length = in.readInt();
            if (length <= 0 || length > MAX_RECORD || position + Integer.BYTES + length > size) {
                return position;
            }
            try {
                record(in, length, position + Integer.BYTES);
            } catch (EOFException e) {
                return position;
            }
            position += Integer.BYTES + length;
        }
        return position;
    }

    private void record(DataInputStream in, int length, long position) throws IOException {
        switch (in.readByte()) {
            case Journal.QUEUE -> {
                var queue = QueueJson.read(in.readNBytes(length - 1));
                var known = queues.putIfAbsent(queue.id, queue);
                if (known != null) {
                    known.attributes = queue.attributes;
                    known.tags = queue.tags;
                    known.modified = queue.modified;
                }
            }
            case Journal.QUEUE_DELETED -> queues.remove(in.readInt());
            case Journal.MESSAGE -> message(in, length, position);
            case Journal.STATE -> state(in);
            case Journal.DELETED -> remove(in.readLong());
            case Journal.MOVED -> move(in.readLong(), in.readInt(), in.readInt());
            case Journal.PURGED -> {
                var queue = queues.get(in.readInt());
                if (queue != null) {
                    queue.clear();
                }
            }
            default -> throw new IOException("The journal has a record of no known kind at " + position);
        }
    }

    private void message(DataInputStream in, int length, long position) throws IOException {
        var queue = queues.get(in.readInt());
        var seq = in.readLong();
        var id = new UUID(in.readLong(), in.readLong());
        var md5 = in.readNBytes(MD5);
        var sentAt = in.readLong();
        var visibleAt = in.readLong();
        var source = in.readInt();
        var attributesLength = in.readInt();
        var bodyLength = in.readInt();
        in.skipNBytes(attributesLength + (long) bodyLength);
        var message = new Message(seq, id, md5, sentAt, visibleAt, attributesLength, bodyLength, source);
        message.position = position + length - attributesLength - bodyLength;
        nextSeq = Math.max(nextSeq, seq + 1);
        if (queue != null) {
            queue.add(message, now);
            homes.put(seq, queue);
        }
    }

    private void state(DataInputStream in) throws IOException {
        var message = find(in.readLong());
        var visibleAt = in.readLong();
        var firstReceivedAt = in.readLong();
        var receives = in.readInt();
        if (message != null) {
            message.firstReceivedAt = firstReceivedAt;
            message.receives = receives;
            message.visibleAt = visibleAt;
        }
    }

    private void remove(long seq) {
        var queue = homes.remove(seq);
        var message = queue == null ? null : queue.find(seq);
        if (queue != null && message != null) {
            queue.remove(message);
        }
    }

    private void move(long seq, int to, int source) {
        var message = find(seq);
        var queue = queues.get(to);
        if (message == null) {
            return;
        }
        remove(seq);
        message.source = source;
        message.receives = 0;
        message.firstReceivedAt = 0;
        message.visibleAt = 0;
        if (queue != null) {
            queue.add(message, now);
            homes.put(seq, queue);
        }
    }

    private @Nullable Message find(long seq) {
        var queue = homes.get(seq);
        return queue == null ? null : queue.find(seq);
    }
}
