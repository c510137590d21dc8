package io.tidings.awslocal.sqs;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.tidings.awslocal.wire.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.ImmediateNextDelivery$;
import org.elasticmq.MessageAttribute;
import org.elasticmq.MessageContent;
import org.elasticmq.NewMessageData;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.msg.DeleteQueue;
import org.elasticmq.msg.ListQueues;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.SendMessage;
import org.elasticmq.rest.sqs.AutoCreateQueuesConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.Seq;
import scala.collection.immutable.Map;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;

/** ElasticMQ, started here. Its own HTTP server listens on a loopback port of its choice, behind the front port. */
public final class Queues implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ActorSystem system;
    private final ActorRef manager;
    private final SQSRestServer server;
    private final @Nullable ActorRef journal;
    private final int port;

    private Queues(ActorSystem system, ActorRef manager, SQSRestServer server, @Nullable ActorRef journal, int port) {
        this.system = system;
        this.manager = manager;
        this.server = server;
        this.journal = journal;
        this.port = port;
    }

    /** Starts; with a file, the queues and messages in it are back, and everything acknowledged is in it. */
    public static Queues start(Account account, String frontHost, int frontPort, @Nullable Path file) {
        var system = ActorSystem.create("sqs", config());
        var journal = file == null ? null : system.actorOf(QueueJournal.props(file), "journal");
        var manager = system.actorOf(Props.create(
                QueueManagerActor.class,
                () -> new QueueManagerActor(
                        new NowProvider(), StrictSQSLimits$.MODULE$, Option.<ActorRef>apply(journal))));
        if (journal != null) {
            join(Patterns.ask(journal, new QueueEvent.Restore(manager), PATIENCE));
        }
        var server = new TheSQSRestServerBuilder(
                        Option.apply(system),
                        Option.apply(manager),
                        "127.0.0.1",
                        0,
                        new NodeAddress("http", frontHost, frontPort, ""),
                        false,
                        StrictSQSLimits$.MODULE$,
                        account.region(),
                        account.id(),
                        Option.empty(),
                        AutoCreateQueuesConfig.disabled())
                .start();
        return new Queues(
                system,
                manager,
                server,
                journal,
                server.waitUntilStarted().localAddress().getPort());
    }

    int port() {
        return port;
    }

    /** Puts a message into a queue without the way over HTTP; false if there is no such queue. */
    public CompletionStage<Boolean> send(String queue, String body, java.util.Map<String, Attribute> attributes) {
        return Patterns.ask(manager, new LookupQueue(queue), PATIENCE).thenCompose(found -> {
            if (!(found instanceof Option<?> option) || !(option.getOrElse(() -> null) instanceof ActorRef actor)) {
                return CompletableFuture.completedFuture(false);
            }
            var message = new SendMessage(message(body, attributes));
            return Patterns.ask(actor, message, PATIENCE).thenApply(stored -> true);
        });
    }

    public void clear() {
        var names = Patterns.ask(manager, new ListQueues(), PATIENCE)
                .toCompletableFuture()
                .join();
        if (names instanceof Seq<?> all) {
            CollectionConverters.asJava(all)
                    .forEach(name -> join(Patterns.ask(manager, new DeleteQueue(name.toString()), PATIENCE)));
        }
    }

    /** ElasticMQ tells its listeners nothing of a purge. */
    void forgetMessages(String queue) {
        if (journal != null) {
            journal.tell(new QueueJournal.Purged(queue), ActorRef.noSender());
        }
    }

    @Override
    public void close() {
        server.stopAndWait();
        system.terminate();
        FutureConverters.asJava(system.whenTerminated())
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static NewMessageData message(String body, java.util.Map<String, Attribute> attributes) {
        Map<String, MessageAttribute> all = scala.collection.immutable.Map$.MODULE$.empty();
        for (var attribute : attributes.entrySet()) {
            all = all.updated(attribute.getKey(), attribute.getValue().forElasticMq());
        }
        return new NewMessageData(
                Option.empty(),
                new MessageContent(body),
                all,
                ImmediateNextDelivery$.MODULE$,
                Option.empty(),
                Option.empty(),
                0,
                Option.empty(),
                Option.empty(),
                Option.empty());
    }

    private static void join(CompletionStage<?> stage) {
        stage.toCompletableFuture().join();
    }

    private static Config config() {
        return ConfigFactory.parseString("""
                        pekko {
                          loglevel = WARNING
                          stdout-loglevel = OFF
                          actor.default-dispatcher.fork-join-executor { parallelism-min = 2, parallelism-factor = 1.0, parallelism-max = 4 }
                          actor.default-blocking-io-dispatcher.thread-pool-executor.fixed-pool-size = 2
                          actor.internal-dispatcher.fork-join-executor { parallelism-min = 2, parallelism-max = 2 }
                          http.server.request-timeout = 30 s
                          http.server.idle-timeout = 120 s
                          http.server.max-connections = 4096
                          http.server.backlog = 1024
                          http.server.parsing.max-content-length = 16m
                          http.server.parsing.illegal-header-warnings = off
                          coordinated-shutdown.run-by-jvm-shutdown-hook = off
                          jvm-shutdown-hooks = off
                        }
                        """).withFallback(ConfigFactory.load(Queues.class.getClassLoader()));
    }
}
