package io.tidings.awslocal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.awslocal.ses.Delays;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.model.EventType;

/** What outlives a stop, and a kill in the middle of the work. */
@Timeout(120)
final class DurabilityTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void everythingIsThereAgainAfterARestart() {
        var options = Options.DEFAULT
                .withData(folder)
                .withDelays(Delays.after(4_000))
                .withIdentities(List.of("sender.example"));
        String id;
        try (var aws = AwsLocal.start(options);
                var clients = new Clients(aws.endpoint())) {
            configure(clients);
            id = send(clients, "a@example.com");
            var queue = clients.sqs.getQueueUrl(get -> get.queueName("events")).queueUrl();
            assertThat(clients.drain(queue, 1)).singleElement().asString().contains("\"Send\"");
            clients.sqs.createQueue(create -> create.queueName("kept"));
            clients.sqs.sendMessage(
                    message -> message.queueUrl(queue.replace("events", "kept")).messageBody("still here"));
        }
        try (var aws = AwsLocal.start(options);
                var clients = new Clients(aws.endpoint())) {
            var queue = clients.sqs.getQueueUrl(get -> get.queueName("events")).queueUrl();
            assertThat(clients.drain(queue, 1))
                    .as("only what was not published before")
                    .singleElement()
                    .asString()
                    .contains("\"Delivery\"", id);
            var kept = clients.sqs.getQueueUrl(get -> get.queueName("kept")).queueUrl();
            assertThat(clients.drain(kept, 1)).containsExactly("still here");
            assertThat(clients.ses.getAccount(get -> {}).sendQuota().sentLast24Hours())
                    .isEqualTo(1);
            assertThat(new Admin(aws.endpoint()).get("/_inbox/messages/" + id)).contains("Hello there");
        }
    }

    @Test
    void killLosesNoMailNoEventAndNoMessage() throws Exception {
        var sent = new ConcurrentLinkedQueue<String>();
        var events = new ArrayList<String>();
        for (var round = 0; round < 3; round++) {
            var port = freePort();
            var process = start(port);
            try (var clients = new Clients(URI.create("http://localhost:" + port))) {
                configure(clients);
                var queue =
                        clients.sqs.getQueueUrl(get -> get.queueName("events")).queueUrl();
                var senders = new ArrayList<Thread>();
                for (var t = 0; t < 4; t++) {
                    senders.add(Thread.ofVirtual().start(() -> sendUntilItFails(clients, sent)));
                }
                Thread.sleep(900);
                if (round == 1) {
                    events.addAll(clients.drain(queue, 20));
                }
                process.destroyForcibly().waitFor();
                for (var sender : senders) {
                    sender.join();
                }
            }
        }
        var port = freePort();
        var process = start(port);
        try (var clients = new Clients(URI.create("http://localhost:" + port))) {
            var accepted = new HashSet<String>();
            new Admin(URI.create("http://localhost:" + port))
                    .accepted()
                    .forEach(line -> accepted.add(messageId(line, "\"id\":\"")));
            assertThat(sent).hasSizeGreaterThan(30);
            assertThat(accepted).containsAll(sent);
            var queue = clients.sqs.getQueueUrl(get -> get.queueName("events")).queueUrl();
            events.addAll(clients.drain(queue, accepted.size() * 2 - events.size()));
            var seen = new HashSet<String>();
            for (var event : events) {
                seen.add(messageId(event, "\"messageId\":\"") + event.contains("\"eventType\":\"Send\""));
            }
            var missing = new ArrayList<String>();
            for (var id : accepted) {
                for (var isSend : List.of("true", "false")) {
                    if (!seen.contains(id + isSend)) {
                        missing.add(id + isSend);
                    }
                }
            }
            assertThat(missing).as("events of %d mails", accepted.size()).isEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void sendUntilItFails(Clients clients, ConcurrentLinkedQueue<String> sent) {
        try {
            for (var i = 0; i < 200; i++) {
                sent.add(send(clients, "r" + i + "@example.com"));
                Thread.sleep(10);
            }
        } catch (SdkException | InterruptedException e) {
            // Killed.
        }
    }

    private static String messageId(String json, String before) {
        var start = json.indexOf(before) + before.length();
        return json.substring(start, json.indexOf('"', start));
    }

    private Process start(int port) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        Objects.requireNonNull(System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "--port",
                        Integer.toString(port),
                        "--data",
                        folder.toString(),
                        "--identity",
                        "sender.example",
                        "--event-delay",
                        "200")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = process.inputReader()) {
            assertThat(lines.readLine()).contains("ready");
        }
        assertThat(process.waitFor(0, TimeUnit.SECONDS)).isFalse();
        return process;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void configure(Clients clients) {
        var topic = clients.sns.createTopic(create -> create.name("events")).topicArn();
        clients.queue("events", topic, true);
        if (clients.ses.listConfigurationSets(list -> {}).configurationSets().isEmpty()) {
            clients.ses.createConfigurationSet(create -> create.configurationSetName("set"));
            clients.ses.createConfigurationSetEventDestination(create -> create.configurationSetName("set")
                    .eventDestinationName("topic")
                    .eventDestination(destination -> destination
                            .enabled(true)
                            .matchingEventTypes(EventType.SEND, EventType.DELIVERY)
                            .snsDestination(sns -> sns.topicArn(topic))));
        }
    }

    private static String send(Clients clients, String to) {
        return clients.ses
                .sendEmail(email -> email.fromEmailAddress("news@sender.example")
                        .configurationSetName("set")
                        .destination(destination -> destination.toAddresses(to))
                        .content(content -> content.simple(simple -> simple.subject(subject -> subject.data("s"))
                                .body(body -> body.text(text -> text.data("Hello there"))))))
                .messageId();
    }
}
