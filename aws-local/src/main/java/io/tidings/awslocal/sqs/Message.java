package io.tidings.awslocal.sqs;

import java.util.UUID;

/** A message in a queue. Its body and attributes stay in the journal. */
final class Message {
    final long seq;
    final UUID id;
    final byte[] md5;
    final long sentAt;
    final int attributesLength;
    final int bodyLength;
    /** In the journal: where the attributes begin, with the body behind them. */
    long position;
    /** The queue it came from when it was parked; -1 if it was not. */
    int source;

    long visibleAt;
    long firstReceivedAt;
    int receives;
    boolean deleted;

    Message(
            long seq,
            UUID id,
            byte[] md5,
            long sentAt,
            long visibleAt,
            int attributesLength,
            int bodyLength,
            int source) {
        this.seq = seq;
        this.id = id;
        this.md5 = md5;
        this.sentAt = sentAt;
        this.visibleAt = visibleAt;
        this.attributesLength = attributesLength;
        this.bodyLength = bodyLength;
        this.source = source;
    }

    int length() {
        return attributesLength + bodyLength;
    }
}
