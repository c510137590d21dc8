package io.tidings.awslocal.sqs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Hands messages out: to those who ask, and to those who wait. Called under the queues' lock. */
final class Deliveries {
    private final Queues queues;
    private final Journal journal;

    Deliveries(Queues queues, Journal journal) {
        this.queues = queues;
        this.journal = journal;
    }

    List<Received> receive(Queue queue, int max, long visibilityMillis) {
        var now = queues.now();
        var redrive = QueueAttributes.redrive(queue.attributes);
        var parking = redrive == null ? null : queues.find(redrive.queue());
        var received = new ArrayList<Received>(max);
        while (received.size() < max) {
            var message = queue.next(now);
            if (message == null) {
                break;
            }
            if (redrive != null && parking != null && message.receives >= redrive.maxReceives()) {
                queues.move(queue, parking, message, queue.id);
                continue;
            }
            message.receives++;
            message.firstReceivedAt = message.firstReceivedAt == 0 ? now : message.firstReceivedAt;
            var redelivers = queues.faults().redelivers();
            // A millisecond at least, or one call would get it more than once.
            queue.hide(message, now + Math.max(1, redelivers ? 0 : visibilityMillis));
            journal.state(message);
            received.add(read(message));
        }
        return received;
    }

    private Received read(Message message) {
        journal.flush();
        var bytes = journal.read(message);
        var text = new String(bytes, message.attributesLength, message.bodyLength, StandardCharsets.UTF_8);
        return new Received(
                message.id.toString(),
                new Receipt(message.seq, message.receives).toString(),
                message.md5,
                text,
                AttributeJson.stored(bytes, message.attributesLength),
                message.sentAt,
                message.firstReceivedAt,
                message.receives,
                message.source < 0 ? null : queues.nameOf(message.source));
    }

    /** Answers those who wait for the messages that are there now. */
    void serve(Queue queue) {
        while (!queue.waiters.isEmpty()) {
            var waiter = queue.waiters.peek();
            if (waiter.isGone().getAsBoolean()) {
                queue.waiters.remove(waiter);
                continue;
            }
            var received = receive(queue, waiter.max(), waiter.visibilityMillis());
            if (received.isEmpty()) {
                return;
            }
            queue.waiters.remove(waiter);
            journal.flush();
            waiter.answer().accept(received);
        }
    }

    /** Answers those who waited long enough. */
    void dismiss(Queue queue, long now) {
        queue.waiters.removeIf(waiter -> {
            var isOver = waiter.deadline() <= now;
            if (isOver) {
                waiter.answer().accept(List.of());
            }
            return isOver;
        });
    }
}
