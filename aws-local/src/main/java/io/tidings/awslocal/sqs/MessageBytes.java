package io.tidings.awslocal.sqs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.persistence.sql.DBMessage;
import scala.Option;

/** A message as bytes, by way of ElasticMQ's own storable form. */
final class MessageBytes {
    private MessageBytes() {}

    static byte[] of(InternalMessage message) {
        var form = DBMessage.from(message);
        var bytes = new ByteArrayOutputStream(form.content().length + 256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(form.messageId());
            write(out, form.deliveryReceipts());
            out.writeLong(form.nextDelivery());
            write(out, form.content());
            write(out, form.attributes());
            out.writeLong(form.created());
            out.writeLong(
                    form.received().isEmpty() ? -1 : (Long) form.received().get());
            out.writeInt(form.receiveCount());
            write(out, form.groupId());
            write(out, form.deduplicationId());
            write(out, form.tracingId());
            write(out, form.sequenceNumber());
            write(out, form.deadLetterSourceQueueName());
            out.writeInt(message.orderIndex());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static InternalMessage read(byte[] bytes, boolean fifo) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var id = in.readUTF();
            var receipts = readBytes(in);
            var nextDelivery = in.readLong();
            var content = readBytes(in);
            var attributes = readBytes(in);
            var created = in.readLong();
            var received = in.readLong();
            var form = DBMessage.apply(
                    id,
                    receipts,
                    nextDelivery,
                    content,
                    attributes,
                    created,
                    received < 0 ? Option.empty() : Option.<Object>apply(received),
                    in.readInt(),
                    readText(in),
                    readText(in),
                    readText(in),
                    readText(in),
                    readText(in));
            return withOrder(form.toInternalMessage(), in.readInt(), fifo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The storable form does not know of FIFO queues. */
    private static InternalMessage withOrder(InternalMessage m, int orderIndex, boolean fifo) {
        return new InternalMessage(
                m.id(),
                m.deliveryReceipts(),
                m.nextDelivery(),
                m.content(),
                m.messageAttributes(),
                m.created(),
                orderIndex,
                m.firstReceive(),
                m.receiveCount(),
                fifo,
                m.messageGroupId(),
                m.messageDeduplicationId(),
                m.tracingId(),
                m.sequenceNumber(),
                m.deadLetterSourceQueueName());
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static void write(DataOutputStream out, Option<String> text) throws IOException {
        out.writeBoolean(text.isDefined());
        if (text.isDefined()) {
            out.writeUTF(text.get());
        }
    }

    private static Option<String> readText(DataInputStream in) throws IOException {
        return in.readBoolean() ? Option.apply(in.readUTF()) : Option.empty();
    }
}
