package io.tidings.awslocal.sqs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.QueueData;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.RestoreMessages;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;

/**
 * Keeps ElasticMQ's queues and messages in a file. ElasticMQ answers its client only when the event is acknowledged
 * here, and one commit serves all events that have come meanwhile: its own SQL store needs a statement for each.
 */
final class QueueJournal extends AbstractActor {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String MESSAGES = "messages/";

    /** All messages of a queue are gone. */
    record Purged(String queue) {}

    private enum Signal {
        COMMIT
    }

    private final MVStore store;
    private final MVMap<String, byte[]> queues;
    private final Map<String, MVMap<String, byte[]>> messages = new HashMap<>();
    private final List<ActorRef> waiting = new ArrayList<>();

    private QueueJournal(Path file) {
        store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(4)
                .autoCommitDisabled()
                .open();
        queues = store.openMap("queues");
    }

    static Props props(Path file) {
        return Props.create(QueueJournal.class, () -> new QueueJournal(file));
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(QueueEvent.MessageAdded.class, e -> store(e.queueName(), e.message()))
                .match(QueueEvent.MessageUpdated.class, e -> store(e.queueName(), e.message()))
                .match(QueueEvent.MessageRemoved.class, this::remove)
                .matchEquals(Signal.COMMIT, signal -> commit())
                .match(QueueEvent.QueueCreated.class, e -> storeQueue(e.queue()))
                .match(QueueEvent.QueueMetadataUpdated.class, e -> storeQueue(e.queue()))
                .match(QueueEvent.QueueDeleted.class, e -> removeQueue(e.queueName()))
                .match(Purged.class, this::purge)
                .match(QueueEvent.Restore.class, this::restore)
                .build();
    }

    @Override
    public void postStop() {
        store.close();
    }

    private void store(String queue, InternalMessage message) {
        of(queue).put(message.id(), MessageBytes.of(message));
        acknowledgeLater();
    }

    private void remove(QueueEvent.MessageRemoved event) {
        of(event.queueName()).remove(event.messageId());
        acknowledgeLater();
    }

    private void acknowledgeLater() {
        if (waiting.isEmpty()) {
            getSelf().tell(Signal.COMMIT, getSelf());
        }
        waiting.add(getSender());
    }

    private void commit() {
        store.commit();
        waiting.forEach(sender -> sender.tell(OperationSuccessful$.MODULE$, getSelf()));
        waiting.clear();
    }

    private void storeQueue(QueueData queue) {
        queues.put(queue.name(), QueueBytes.of(queue));
        store.commit();
    }

    private void removeQueue(String queue) {
        queues.remove(queue);
        of(queue).clear();
        store.commit();
    }

    private void purge(Purged purged) {
        of(purged.queue()).clear();
        store.commit();
    }

    private MVMap<String, byte[]> of(String queue) {
        return messages.computeIfAbsent(queue, name -> store.openMap(MESSAGES + name));
    }

    private void restore(QueueEvent.Restore event) {
        var sender = getSender();
        var all = new ArrayList<QueueData>();
        queues.values().forEach(bytes -> all.add(QueueBytes.read(bytes)));
        // A queue that names a dead-letter queue can only be made after that one.
        all.sort((a, b) -> Boolean.compare(
                a.deadLettersQueue().isDefined(), b.deadLettersQueue().isDefined()));
        CompletionStage<?> done = CompletableFuture.completedFuture(null);
        for (var queue : all) {
            var stored = List.copyOf(of(queue.name()).values());
            done = done.thenCompose(before -> restore(event.queueManagerActor(), queue, stored));
        }
        var unused = done.whenComplete((result, failure) -> sender.tell(OperationSuccessful$.MODULE$, getSelf()));
    }

    private static CompletionStage<?> restore(ActorRef manager, QueueData queue, List<byte[]> stored) {
        var create = new CreateQueue(org.elasticmq.CreateQueueData.from(queue));
        return Patterns.ask(manager, create, PATIENCE).thenCompose(created -> {
            if (!(created instanceof Either<?, ?> either)
                    || !(either.getOrElse(() -> null) instanceof ActorRef actor)) {
                return CompletableFuture.failedFuture(new IllegalStateException(queue.name() + ": " + created));
            }
            var messages = stored.stream()
                    .map(bytes -> MessageBytes.read(bytes, queue.isFifo()))
                    .toList();
            var restore =
                    new RestoreMessages(CollectionConverters.asScala(messages).toList());
            return Patterns.ask(actor, restore, PATIENCE);
        });
    }
}
